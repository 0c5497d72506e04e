/** The rows of a batch, a few at a time, each to an outcome of its own. */
import { createHash } from 'node:crypto';
import PQueue from 'p-queue';
import type { BulkForm } from '../../catalogue/guide.ts';
import { CancelledError, HighLevelError } from '../../highlevel/errors/index.ts';
import { sendCall } from '../pipeline/call.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { getValue } from '../query/values.ts';
import { describeFailure } from '../results/failure.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { BatchStep } from './steps.ts';

/**
 * `replayed`: an earlier call had done it. `exists`: HighLevel refused a duplicate. `unknown`: it may have been done.
 * `failed`: it was not done.
 */
export type RowOutcome = 'done' | 'replayed' | 'exists' | 'failed' | 'unknown';

export interface RowResult {
  readonly number: number;
  readonly outcome: RowOutcome;
  /** What was answered to this row alone; absent where it failed, or was one of many in a call. */
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
  readonly steps: readonly BatchStep[];
  /** Names the batch: the same one given again does not do again what was done. */
  readonly key: string;
  readonly session: Session;
  /** After so many milliseconds no call is begun. */
  readonly timeMs: number;
}

/** Calls at the same time. The limiter decides how fast they go; more of them would only wait there. */
const CONCURRENCY = 5;

/** After so many calls in a row that failed the rest would fail as well. */
const MAX_FAILURES = 5;

/** For a call that is begun just before time is up. */
const LEAST_DEADLINE_MS = 10_000;

/** Runs what is ready and was agreed to. @throws CancelledError when the client called off */
export async function runBatch({ steps, key, session, timeMs }: BatchRun): Promise<BatchResult> {
  const endsAt = performance.now() + timeMs;
  const total = steps.reduce((sum, { rows }) => sum + rows.length, 0);
  const queue = new PQueue({ concurrency: CONCURRENCY });
  const results: RowResult[] = [];
  let failures = 0;
  let stopped: string | undefined;

  async function runStep({ ready, digest, ...step }: BatchStep): Promise<void> {
    const leftMs = endsAt - performance.now();
    if (session.signal.aborted) stopped ??= 'it was called off';
    if (leftMs <= 0) stopped ??= 'time was up';
    if (stopped !== undefined) return;
    const deadlineMs = Math.max(leftMs, LEAST_DEADLINE_MS);
    const context = { ...ready.context, deadlineMs, idempotencyKey: deriveKey(key, digest) };
    const found = await finishStep({ ...step, digest, ready: { ...ready, context } });
    results.push(...found);
    failures = found.every(({ error }) => error !== undefined) ? failures + 1 : 0;
    if (failures >= MAX_FAILURES) stopped ??= `${MAX_FAILURES} calls in a row failed`;
    session.reportProgress({ done: results.length, total });
  }

  await queue.addAll(steps.map((step) => () => runStep(step)));
  if (session.signal.aborted) throw new CancelledError('unknown', true);
  results.sort((a, b) => a.number - b.number);
  return { results, ...(results.length < total && { stopped }) };
}

/** Never throws: whatever happens to a row, the outcomes of the others are told. */
async function finishStep({ rows, ready, bulk }: BatchStep): Promise<RowResult[]> {
  try {
    const answer = await sendCall(ready);
    const { origin, data } = answer;
    const outcome = origin?.replayed ? 'replayed' : origin?.exists === undefined ? 'done' : 'exists';
    if (bulk === undefined) return rows.map(({ number }) => ({ number, outcome, answer }));
    const reasons = listFailures(data, bulk);
    return rows.map(({ number, ready: { args } }) => {
      const reason = reasons.get(args[bulk.each]);
      return reason === undefined ? { number, outcome } : { number, outcome: 'failed', error: { message: reason } };
    });
  } catch (error) {
    return rows.map(({ number }) => ({ number, outcome: judge(error), error: describeFailure(error) }));
  }
}

/** Records that HighLevel refused inside of a call that it took, and why. */
function listFailures(data: unknown, { failures }: BulkForm): Map<unknown, string> {
  const items = getValue(data, failures.items);
  const failed = (Array.isArray(items) ? items : []).filter((item) =>
    Object.entries(failures.where).every(([field, value]) => getValue(item, field) === value),
  );
  return new Map(failed.map((item) => [getValue(item, failures.id), String(getValue(item, failures.reason))]));
}

function judge(error: unknown): RowOutcome {
  if (error instanceof CallRefusal) return 'failed';
  const outcome = error instanceof HighLevelError ? error.outcome : 'unknown';
  return outcome === 'not-done' ? 'failed' : outcome;
}

/** The key of a call: whoever repeats a batch repeats its calls, in whatever order its rows come. */
function deriveKey(key: string, digest: string): string {
  const content = JSON.stringify([key, digest]);
  return `batch:${createHash('sha256').update(content).digest('hex').slice(0, 40)}`;
}
