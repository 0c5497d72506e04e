/** From what an agent gave for the rows of a batch to calls that are ready, or every fault at once. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Call, type CallDependencies, prepareCall, type ReadyCall } from '../pipeline/call.ts';
import { type Arguments, listCallLocations } from '../pipeline/context.ts';
import { idempotencyKeyName, planName } from '../pipeline/own-arguments.ts';
import { CallRefusal } from '../pipeline/refusal.ts';

/** A row that is ready to be sent. */
export interface BatchRow {
  /** Counted from 1, as it was given. */
  readonly number: number;
  readonly ready: ReadyCall;
  /** Same for the same call, whatever the order of fields. */
  readonly digest: string;
}

export interface BatchRows {
  readonly rows: readonly BatchRow[];
  /** Rows that say the same as an earlier one, and so are not done again. */
  readonly duplicates: readonly number[];
}

const MAX_PROBLEMS = 10;

/**
 * Checks every row as a call of its own would be checked. Nothing is sent.
 *
 * @param common Arguments of every row; a row's own win.
 * @throws CallRefusal when any row cannot be taken, with a line for each of the first that cannot; when rows touch
 * different locations.
 */
export async function prepareRows(
  given: readonly Arguments[],
  common: Arguments,
  call: Omit<Call, 'args'>,
  dependencies: CallDependencies,
): Promise<BatchRows> {
  const rows = new Map<string, BatchRow>();
  const duplicates: number[] = [];
  const refusals: { readonly number: number; readonly refusal: CallRefusal }[] = [];
  for (const [index, own] of given.entries()) {
    const number = index + 1;
    try {
      assertNotOwn({ ...common, ...own });
      const ready = await prepareCall({ ...call, args: { ...common, ...own } }, dependencies);
      const digest = digestCall(ready);
      if (rows.has(digest)) duplicates.push(number);
      else rows.set(digest, { number, ready, digest });
    } catch (refusal) {
      if (!(refusal instanceof CallRefusal)) throw refusal;
      refusals.push({ number, refusal });
    }
  }
  if (refusals.length > 0) throw refuseRows(refusals);
  const list = [...rows.values()];
  assertOneLocation(list);
  return { rows: list, duplicates };
}

/** A batch has one key and one plan; rows that bring their own would not be what was agreed to. */
function assertNotOwn(args: Arguments): void {
  const own = [idempotencyKeyName, planName].find((name) => args[name] !== undefined);
  if (own === undefined) return;
  throw new CallRefusal('invalid_arguments', `${own} belongs to the batch, not to its rows.`, {
    advice: `Pass ${own} beside rows.`,
  });
}

/** The first refusal's kind stands for all; where a rule refuses one row, it is the batch that is not permitted. */
function refuseRows(refusals: readonly { readonly number: number; readonly refusal: CallRefusal }[]): CallRefusal {
  const [first] = refusals as readonly [{ readonly number: number; readonly refusal: CallRefusal }];
  const lines = refusals.slice(0, MAX_PROBLEMS).map(({ number, refusal }) => {
    const why = refusal.problems.length > 0 ? refusal.problems.join('; ') : refusal.message;
    return `row ${number}: ${why}`;
  });
  if (refusals.length > MAX_PROBLEMS) lines.push(`… and ${refusals.length - MAX_PROBLEMS} more rows`);
  return new CallRefusal(first.refusal.kind, `Rows of the batch cannot be taken, so none was sent.`, {
    advice: first.refusal.advice,
    problems: lines,
    ...(first.refusal.candidates && { candidates: first.refusal.candidates }),
  });
}

/** One yes, one key and one answer are about one location. */
function assertOneLocation(rows: readonly BatchRow[]): void {
  const locations = new Set<string>();
  for (const { ready } of rows) {
    const { locationId } = ready.context;
    if (locationId !== undefined) locations.add(locationId);
    for (const id of listCallLocations(ready.entry.operation.context, ready.args)) locations.add(id);
  }
  if (locations.size <= 1) return;
  throw new CallRefusal('wrong_location', 'The rows of a batch are of different locations.', {
    advice: 'Make one batch for each location.',
  });
}

function digestCall({ entry, args }: ReadyCall): string {
  const { method, path } = entry.operation;
  const text = canonicalize(JSON.parse(JSON.stringify([method, path, args])));
  return createHash('sha256').update(String(text)).digest('hex');
}
