/** What an agent gets when a call did not go through: what happened, whether anything was sent, what next. */
import { type CallToolResult, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { getPlace } from '../pipeline/place.ts';
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
  const place = getPlace(error);
  const location = place?.locationId ?? locationId;
  if (location !== undefined) body.location = location;
  const candidates = error instanceof CallRefusal ? error.candidates : place?.candidates;
  const clean = sanitise({ ...body, ...candidates }) as Readonly<Record<string, unknown>>;
  return markQuoted(clean, quotesHighLevel(error));
}

/** What HighLevel says of a refusal can repeat what is in a record: a name, an address, a text. */
function quotesHighLevel(error: unknown): error is HighLevelError {
  return error instanceof HighLevelError && (error.messages.length > 0 || error.meta !== undefined);
}

/** Marks what outsiders wrote: HighLevel's words, and names of locations. */
function markQuoted(body: Readonly<Record<string, unknown>>, isQuoting: boolean): Readonly<Record<string, unknown>> {
  const isForeign = (name: string) => name === 'candidates' || (isQuoting && (name === 'message' || name === 'meta'));
  const entries = Object.entries(body);
  const foreign = entries.filter(([name]) => isForeign(name));
  if (foreign.length === 0) return body;
  const own = entries.filter(([name]) => !isForeign(name));
  return { ...Object.fromEntries(own), ...bound(Object.fromEntries(foreign)) };
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
