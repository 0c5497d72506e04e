/** What an agent gets when a call did not go through: what happened, whether anything was sent, what next. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { sanitise } from './sanitise.ts';

/**
 * Words for any failure. Only errors made by this project carry text that may be shown; whatever else was
 * thrown is a fault of ours, and its message could hold anything, so it is logged by the caller, not shown.
 */
export function formatFailure(error: unknown, locationId: string | undefined): CallToolResult {
  const body = describeFailure(error);
  if (locationId !== undefined) body.location = locationId;
  return { isError: true, content: [{ type: 'text', text: JSON.stringify({ error: sanitise(body) }) }] };
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
  if (error instanceof HighLevelError) return { ...error.toAgent() };
  return {
    kind: 'internal',
    message: 'This server failed while handling the call.',
    sent: 'unknown',
    advice: 'Check by a read whether the change took place before you repeat it. The server log has the details.',
  };
}
