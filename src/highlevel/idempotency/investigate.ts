/** What to do about a write whose outcome is not known: look, wait for HighLevel's lists to catch up, or say so. */
import { HighLevelError, OutcomeUnknownError, RateLimitedError, RefusedError } from '../errors/index.ts';
import type { FoundEntry } from './book.ts';
import { keptFor } from './entry.ts';
import { type Finding, lookForRecord } from './find-out.ts';
import type { JournalOptions, Write } from './journal.ts';
import { listKnownIds } from './known-ids.ts';
import { packAnswer } from './outcome.ts';

export interface InvestigationInput {
  readonly name: string;
  readonly found: FoundEntry;
  readonly write: Write;
  /** The error that lost the outcome, where this very call lost it. */
  readonly lost: HighLevelError | undefined;
  /** How often this call has looked already, from 0. */
  readonly round: number;
  /** Whether this call sends it again, should it surely not have happened. */
  readonly maySend: boolean;
}

/**
 * - `done`: the record was found and is recorded as the outcome, or somebody else has moved the entry
 * - `wait`: look again later
 * - `not-done`: surely nothing happened; it may be sent
 */
export type Investigated =
  | { readonly kind: 'done' }
  | { readonly kind: 'wait'; readonly waitMs: number }
  | { readonly kind: 'not-done' };

export interface Investigation {
  /** @throws OutcomeUnknownError when looking does not tell, or not in time */
  run(input: InvestigationInput): Promise<Investigated>;
}

/** Looks of the call that lost the outcome itself: it answers soon, and its repetition looks longer. */
const OWN_LOOKS = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;

export function createInvestigation(options: JournalOptions): Investigation {
  const { book, seal, settleMs } = options;

  async function record(
    input: InvestigationInput,
    finding: Extract<Finding, { kind: 'found' }>,
  ): Promise<Investigated> {
    const { name, found } = input;
    const packed = packAnswer({ status: 200, kind: 'json', data: finding.record });
    const { lostAfterMs: _, ...rest } = found.entry;
    const entry = { ...rest, state: 'done', isFound: true, outcome: seal.close(packed, name) } as const;
    await book.write(name, entry, found.version, { keepMs: keptFor(entry, name, options), flush: true });
    return { kind: 'done' };
  }

  return {
    async run(input) {
      const { name, found, write, lost, round, maySend } = input;
      const { effect, args, read } = write;
      const { findOut, isIrreversible } = effect;
      const sentAgoMs = found.ageMs + (found.entry.lostAfterMs ?? 0);
      const explain = (known: string, more: { candidates?: readonly string[]; isSettling?: boolean } = {}) =>
        createUnknown(input, { known, sentAgoMs, settleMs, ...more });
      if (findOut === undefined && lost !== undefined) throw lost;
      const throwIfRefused = () => {
        // A refusal that may have done it all the same is mostly just a refusal.
        if (findOut !== undefined && lost?.outcome === 'not-done') throw doubt(lost, findOut.check);
      };
      if (findOut === undefined || findOut.looks.length === 0) throwIfRefused();
      if (findOut === undefined || findOut.looks.length === 0) {
        throw explain('Its answer was lost, and HighLevel offers no way to look from here.');
      }
      let finding: Finding;
      try {
        // Another call of the same content may have made its record since this one left.
        const other = write.keys.byKey === undefined ? undefined : await book.find(write.keys.byContent);
        const knownIds = [...listKnownIds(name, found, seal), ...listKnownIds(write.keys.byContent, other, seal)];
        finding = await lookForRecord(findOut, { args, sentAgoMs, knownIds }, read);
      } catch (error) {
        if (!(error instanceof HighLevelError)) throw error;
        throwIfRefused();
        const why = error instanceof RateLimitedError ? 'the rate limit' : error.kind.replaceAll('_', ' ');
        throw explain(`Its answer was lost, and looking for it failed (${why}).`, { isSettling: true });
      }
      if (finding.kind === 'found') return record(input, finding);
      throwIfRefused();
      const isSettled = sentAgoMs >= settleMs;
      const isAbsent = isSettled && finding.kind === 'absent';
      if (isAbsent && !isIrreversible && maySend && (lost === undefined || write.getTimeLeft() > 0)) {
        return { kind: 'not-done' };
      }
      const waitMs = Math.min(FIRST_WAIT_MS * 2 ** round, LONGEST_WAIT_MS, Math.max(1, settleMs - sentAgoMs));
      const mayWait = lost === undefined || round < OWN_LOOKS;
      if (!isSettled && mayWait && write.getTimeLeft() > waitMs) return { kind: 'wait', waitMs };
      const candidates = finding.kind === 'unsure' ? finding.candidates : [];
      throw explain(describe(finding, isSettled, isIrreversible), { candidates, isSettling: !isSettled });
    },
  };
}

function doubt(refusal: HighLevelError, check: string): RefusedError {
  const { message, status, traceId, code, messages, meta } = refusal;
  const advice = `${refusal.advice} HighLevel has been seen to do it in spite of such a refusal. No trace so far; to be sure: ${check}`;
  return new RefusedError(message, { sent: 'yes', outcome: 'unknown', advice, status, traceId, code, messages, meta });
}

function describe(finding: Finding, isSettled: boolean, isIrreversible: boolean): string {
  if (finding.kind === 'absent') {
    if (!isSettled) return 'Its answer was lost. It is not to be seen so far, but lists of HighLevel lag behind.';
    return isIrreversible
      ? 'Its answer was lost. Looking found no trace of it, so most likely it did not take place, but that is no proof.'
      : 'Its answer was lost, and looking found no trace of it.';
  }
  return finding.kind === 'unsure' && finding.candidates.length > 0
    ? 'Its answer was lost. Records of that time exist that may be it.'
    : 'Its answer was lost, and looking could not tell.';
}

interface Unknown {
  readonly known: string;
  readonly sentAgoMs: number;
  readonly settleMs: number;
  readonly candidates?: readonly string[];
  readonly isSettling?: boolean;
}

function createUnknown({ write, lost }: InvestigationInput, unknown: Unknown): OutcomeUnknownError {
  const { known, sentAgoMs, settleMs, candidates, isSettling = false } = unknown;
  const { status, traceId, messages } = lost ?? {};
  return new OutcomeUnknownError({
    known: [`It was sent ${Math.round(sentAgoMs / 1000)} s ago.`, lost?.message, known].filter(Boolean).join(' '),
    check: write.effect.findOut?.check ?? 'read the record that it would have changed or made.',
    candidates,
    isSettling,
    ...(isSettling && { retryAfterMs: Math.max(1_000, Math.ceil(settleMs - sentAgoMs)) }),
    status,
    traceId,
    messages,
    cause: lost,
  });
}
