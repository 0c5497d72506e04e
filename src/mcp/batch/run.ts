/** The rows of a batch, a few at a time, each to an outcome of its own. */
import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import { CancelledError, HighLevelError } from '../../highlevel/errors/index.ts';
import { type CallDependencies, type ReadyCall, sendCall } from '../pipeline/call.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { describeFailure } from '../results/failure.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { BatchRow } from './rows.ts';

/**
 * `replayed`: an earlier call had done it. `exists`: HighLevel refused a duplicate. `unknown`: it may have been done.
 * `failed`: it was not done.
 */
export type RowOutcome = 'done' | 'replayed' | 'exists' | 'failed' | 'unknown';

export interface RowResult {
  readonly number: number;
  readonly outcome: RowOutcome;
  /** Of what was answered; absent where the row failed. */
  readonly answer?: Outcome;
  readonly error?: Readonly<Record<string, unknown>>;
}

export interface BatchResult {
  /** In the order of the rows; of those only that were begun. */
  readonly results: readonly RowResult[];
  /** Why the others were not begun. */
  readonly stopped?: string | undefined;
}

export interface BatchRun {
  readonly rows: readonly BatchRow[];
  /** Names the batch: the same one given again does not do again what was done. */
  readonly key: string;
  readonly session: Session;
  /** After so many milliseconds no row is begun. */
  readonly timeMs: number;
}

/** Calls at the same time. The limiter decides how fast they go; more of them would only wait there. */
const CONCURRENCY = 5;

/** After so many failures in a row the rest would fail as well. */
const MAX_FAILURES = 5;

/** For a row that is begun just before time is up. */
const LEAST_DEADLINE_MS = 10_000;

/** Runs what is ready and was agreed to. @throws CancelledError when the client called off */
export async function runBatch(
  { rows, key, session, timeMs }: BatchRun,
  dependencies: CallDependencies,
): Promise<BatchResult> {
  const endsAt = performance.now() + timeMs;
  const queue = new PQueue({ concurrency: CONCURRENCY });
  const results: RowResult[] = [];
  let failures = 0;
  let stopped: string | undefined;

  async function runRow({ number, ready, digest }: BatchRow): Promise<void> {
    const leftMs = endsAt - performance.now();
    if (session.signal.aborted) stopped ??= 'it was called off';
    if (leftMs <= 0) stopped ??= 'time was up';
    if (stopped !== undefined) return;
    const deadlineMs = Math.max(leftMs, LEAST_DEADLINE_MS);
    const result = await finishRow(
      number,
      {
        ...ready,
        context: { ...ready.context, deadlineMs, idempotencyKey: deriveKey(key, digest) },
      },
      dependencies,
    );
    results.push(result);
    failures = result.outcome === 'failed' || result.outcome === 'unknown' ? failures + 1 : 0;
    if (failures >= MAX_FAILURES) stopped ??= `${MAX_FAILURES} rows in a row failed`;
    session.reportProgress({ done: results.length, total: rows.length });
  }

  await queue.addAll(rows.map((row) => () => runRow(row)));
  if (session.signal.aborted) throw new CancelledError('unknown', true);
  results.sort((a, b) => a.number - b.number);
  return { results, ...(results.length < rows.length && { stopped }) };
}

/** Never throws: whatever happens to a row, the outcomes of the others are told. */
async function finishRow(number: number, ready: ReadyCall, dependencies: CallDependencies): Promise<RowResult> {
  try {
    const answer = await sendCall(ready, dependencies);
    const { origin } = answer;
    return {
      number,
      outcome: origin?.replayed ? 'replayed' : origin?.exists === undefined ? 'done' : 'exists',
      answer,
    };
  } catch (error) {
    return { number, outcome: judge(error), error: describeFailure(error) };
  }
}

function judge(error: unknown): RowOutcome {
  if (error instanceof CallRefusal) return 'failed';
  const outcome = error instanceof HighLevelError ? error.outcome : 'unknown';
  return outcome === 'not-done' ? 'failed' : outcome;
}

/** The key of a row: whoever repeats a batch repeats its rows, in whatever order they come. */
function deriveKey(key: string, digest: string): string {
  return `batch:${createHash('sha256')
    .update(JSON.stringify([key, digest]))
    .digest('hex')
    .slice(0, 40)}`;
}
