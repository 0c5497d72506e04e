/** What an agent gets when a call went through. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import type { Origin } from './origin.ts';

export interface Outcome {
  readonly kind: 'json' | 'text' | 'audio' | 'redirect';
  readonly data: unknown;
  readonly contentType?: string | undefined;
  /** The location the call touched, where it is known. */
  readonly locationId: string | undefined;
  readonly repairs: readonly string[];
  /** How the outcome came about, where it is not simply what was asked for. */
  readonly origin?: Origin | undefined;
  /** For the log. */
  readonly rateLimit?: object | undefined;
}

/**
 * Compact JSON as text, and the same value as structured content. Clients feed their model one or the other;
 * `omitStructured` is for those known to feed both (see `clients.ts`), so that nobody pays twice.
 */
export function formatSuccess(outcome: Outcome, omitStructured: boolean): CallToolResult {
  const envelope: Record<string, unknown> = {};
  if (outcome.locationId !== undefined) envelope.location = outcome.locationId;
  if (outcome.repairs.length > 0) envelope.repaired = outcome.repairs;
  Object.assign(envelope, outcome.origin);
  if (outcome.kind === 'audio') return formatAudio(envelope, outcome);
  envelope.result = outcome.data;
  const text = { type: 'text', text: JSON.stringify(envelope) } as const;
  return omitStructured ? { content: [text] } : { content: [text], structuredContent: envelope };
}

/** Sound travels as an audio block; a copy of its base64 in JSON would only cost tokens. */
function formatAudio(envelope: Record<string, unknown>, outcome: Outcome): CallToolResult {
  const content = outcome.data as Buffer;
  const mimeType = outcome.contentType ?? 'audio/x-wav';
  envelope.result = { contentType: mimeType, bytes: content.length };
  return {
    content: [
      { type: 'text', text: JSON.stringify(envelope) },
      { type: 'audio', mimeType, data: content.toString('base64') },
    ],
  };
}
