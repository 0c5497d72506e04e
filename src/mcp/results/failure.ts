/** What an agent gets when a call did not go through: what happened, whether anything was sent, what next. */
import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { ExportFailure } from '../query/export/failure.ts';
import { bound } from './boundary.ts';
import { sanitise } from './sanitise.ts';

/**
 * Words for any failure. Only errors made by this project carry text that may be shown; whatever else was
 * thrown is a fault of ours, and its message could hold anything, so it is logged by the caller, not shown.
 */
export function formatFailure(error: unknown, locationId: string | undefined): CallToolResult {
  const body = buildBody(error, locationId);
  return { isError: true, content: [{ type: 'text', text: JSON.stringify({ error: body }) }] };
}

/** The same as an error of the protocol, for requests whose results cannot say that they failed. */
export function buildProtocolError(error: unknown, locationId: string | undefined): ProtocolError {
  if (error instanceof ProtocolError) return error;
  const body = buildBody(error, locationId);
  const isForAsker = error instanceof CallRefusal && error.kind !== 'not_configured';
  const code = isForAsker ? ProtocolErrorCode.InvalidParams : ProtocolErrorCode.InternalError;
  const message = quotesHighLevel(error) ? `HighLevel answered with a failure (${error.kind}).` : body.message;
  return new ProtocolError(code, `${message} ${body.advice}`, { error: body });
}

function buildBody(error: unknown, locationId: string | undefined): Readonly<Record<string, unknown>> {
  const body = describeFailure(error);
  if (locationId !== undefined) body.location = locationId;
  const clean = sanitise(body) as Readonly<Record<string, unknown>>;
  return quotesHighLevel(error) ? markQuoted(clean) : clean;
}

/** What HighLevel says of a refusal can repeat what is in a record: a name, an address, a text. */
function quotesHighLevel(error: unknown): error is HighLevelError {
  return error instanceof HighLevelError && (error.messages.length > 0 || error.meta !== undefined);
}

function markQuoted({ message, meta, ...own }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { ...own, ...bound({ message, ...(meta !== undefined && { meta }) }) };
}

/** A failure as plain data, its text not yet sanitised. */
export function describeFailure(error: unknown): Record<string, unknown> {
  if (error instanceof CallRefusal) {
    return {
      kind: error.kind,
      message: error.message,
      ...(error.problems.length > 0 && { problems: error.problems }),
      sent: 'no',
      advice: error.advice,
    };
  }
  if (error instanceof ExportFailure) {
    const { kind, message, sent, advice } = error;
    return { kind, message, sent, outcome: 'not-done', advice };
  }
  if (error instanceof HighLevelError) return { ...error.toAgent() };
  return {
    kind: 'internal',
    message: 'This server failed while handling the call.',
    sent: 'unknown',
    advice: 'Check by a read whether the change took place before you repeat it. The server log has the details.',
  };
}
