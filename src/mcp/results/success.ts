/** What an agent gets when a call went through. */
import type { CallToolResult } from '@modelcontextprotocol/server';
import { bound } from './boundary.ts';
import { type Cut, cutToBudget } from './budget.ts';
import { dropEmpty, keepEmptyLists } from './compact.ts';
import { pickFields } from './fields.ts';
import { localiseTimes } from './local-times.ts';
import type { Origin } from './origin.ts';
import { sanitise } from './sanitise.ts';

export interface Outcome {
  readonly kind: 'json' | 'text' | 'audio' | 'redirect';
  readonly data: unknown;
  readonly contentType?: string | undefined;
  /** The location the call touched, where it is known. */
  readonly locationId: string | undefined;
  readonly repairs: readonly string[];
  /** How the outcome came about, where it is not simply what was asked for. */
  readonly origin?: Origin | undefined;
  /** Made of this server's own words alone, so it is not marked as written by outsiders. */
  readonly isOwn?: true;
  /** Compact already: what is null in it says something. */
  readonly keepsEmpty?: true;
  /** A request as it would be sent: its times are shown as they are. */
  readonly isExact?: true;
  /** IANA name of the zone in which times are shown; absent: as HighLevel writes them. */
  readonly timeZone?: string | undefined;
  readonly view?: ResultView | undefined;
  /** Nothing was done yet: the call was shown, and is done when it is called again with this id. */
  readonly plan?: { readonly id: string; readonly expiresInSeconds: number } | undefined;
  /** For the log. */
  readonly rateLimit?: object | undefined;
}

/** How much of a result an agent wants to see. */
export interface ResultView {
  /** Dot paths; left out: everything. */
  readonly fields?: readonly string[] | undefined;
  /** Tokens, about. */
  readonly budget?: number | undefined;
}

/**
 * Compact JSON as text, and the same value as structured content. Clients feed their model one or the other;
 * `omitStructured` is for those known to feed both (see `clients.ts`), so that nobody pays twice.
 *
 * Every result passes here, so this is where text of outsiders is sanitised and marked: it stands between `untrusted`
 * and `end`, whose common value is random and so cannot be known to whoever wrote it.
 */
export function formatSuccess(outcome: Outcome, omitStructured: boolean): CallToolResult {
  const envelope: Record<string, unknown> = {};
  if (outcome.locationId !== undefined) envelope.location = outcome.locationId;
  if (outcome.timeZone !== undefined) envelope.timeZone = outcome.timeZone;
  if (outcome.repairs.length > 0) envelope.repaired = outcome.repairs;
  Object.assign(envelope, outcome.origin);
  if (outcome.plan !== undefined) {
    envelope.plan = outcome.plan;
    envelope.next =
      'Nothing was sent. Only if this is what the person wants, call again with the same arguments and plan: the id.';
  }
  if (outcome.kind === 'audio') return formatAudio(envelope, outcome);
  const { value, leftOut } = shape(outcome);
  if (leftOut.length > 0) {
    envelope.leftOut = leftOut;
    envelope.forMore = 'narrow it with fields or filters, ask for the next page, or aggregate';
  }
  Object.assign(envelope, outcome.isOwn ? { result: value } : bound({ result: value }));
  const text = { type: 'text', text: JSON.stringify(envelope) } as const;
  return omitStructured ? { content: [text] } : { content: [text], structuredContent: envelope };
}

function shape({ data, isOwn, keepsEmpty, view, plan, timeZone }: Outcome): Cut {
  if (isOwn) return { value: data, leftOut: [] };
  const clean = omitTrace(sanitise(data));
  const picked = view?.fields === undefined || plan !== undefined ? clean : pickFields(clean, view.fields);
  const compact = keepsEmpty ? picked : dropEmpty(picked);
  const told = isNothing(compact) ? (keepEmptyLists(picked) ?? compact) : compact;
  return cutToBudget(timeZone === undefined ? told : localiseTimes(told, timeZone), view?.budget);
}

/** HighLevel's own mark of the call, for its support: in errors and in the audit log, where it is of use. */
function omitTrace(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('traceId' in value) || Array.isArray(value)) return value;
  const { traceId: _, ...rest } = value;
  return rest;
}

function isNothing(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
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
