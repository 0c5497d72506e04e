/** What the journal keeps of one write. */
import * as z from 'zod';
import { parseJson } from './json.ts';

/**
 * - `claimed`: intended, nothing sent
 * - `sent`: under way; with a dead owner, its outcome is unknown
 * - `done`: carried out, the outcome kept
 * - `refused`: ended without effect; kept for those who wait, and free for the next
 * - `unknown`: sent, and the answer lost
 */
export type EntryState = 'claimed' | 'sent' | 'done' | 'refused' | 'unknown';

const entrySchema = z.object({
  state: z.enum(['claimed', 'sent', 'done', 'refused', 'unknown']),
  /** Method and path as documented: an idempotency key can be met by another operation. */
  operation: z.string(),
  /** Hash of the arguments. */
  args: z.string(),
  /** Names this try, so that those who waited for it know it again. */
  attempt: z.string(),
  /** The process that makes it. */
  owner: z.string(),
  /** Of an unknown one: time between its departure and the loss of its answer, in milliseconds. */
  lostAfterMs: z.number().optional(),
  /** Of a done one: its packed outcome. Of a refused one: its packed error. */
  outcome: z.string().optional(),
  /** Of a done one: it was found by looking, not heard from HighLevel. */
  isFound: z.literal(true).optional(),
  /** Ids that earlier calls of the same arguments are known to have made, sealed. */
  knownIds: z.string().optional(),
});

export type Entry = z.infer<typeof entrySchema>;

export function serializeEntry(entry: Entry): string {
  return JSON.stringify(entry);
}

/** @returns undefined for what no version of this journal has written. */
export function parseEntry(text: string): Entry | undefined {
  return entrySchema.safeParse(parseJson(text)).data;
}

const HOUR_MS = 3_600_000;

/**
 * How long an entry is kept: as long as a key stands for its call, and as long for what is not known. A done one
 * without a key outlives its guard by hours, so that a clock that jumps forward does not end the guard.
 */
export function keptFor(
  entry: Entry,
  name: string,
  times: { readonly keptMs: number; readonly guardMs: number },
): number {
  const isGuard = name.startsWith('content:') && entry.state === 'done';
  return isGuard ? Math.min(times.keptMs, times.guardMs + 2 * HOUR_MS) : times.keptMs;
}
