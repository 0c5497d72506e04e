/** The calls that carry out the rows of a batch: one for each, or one of HighLevel's own for many. */
import { createHash } from 'node:crypto';
import type { BulkForm } from '../../catalogue/guide.ts';
import { type CallDependencies, prepareCall, type ReadyCall } from '../pipeline/call.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { BatchRow } from './rows.ts';

/** One call, for one row or many. */
export interface BatchStep {
  readonly rows: readonly BatchRow[];
  readonly ready: ReadyCall;
  /** Same for the same rows. */
  readonly digest: string;
  /** Set where the call is of the bulk form. */
  readonly bulk?: BulkForm;
}

/**
 * Uses the bulk form of the operation for rows that differ only in the record they are about, where there is one and
 * it is permitted by itself. What the rows do was agreed to as it is; only the number of calls changes.
 */
export async function planSteps(rows: readonly BatchRow[], dependencies: CallDependencies): Promise<BatchStep[]> {
  const bulk = rows[0]?.ready.entry.guide.bulk;
  if (bulk === undefined) return listSingles(rows);
  const steps: BatchStep[] = [];
  for (const group of groupRows(rows, bulk)) {
    for (let start = 0; start < group.length; start += bulk.most) {
      const chunk = group.slice(start, start + bulk.most);
      const step = chunk.length > 1 ? await prepareBulk(chunk, bulk, dependencies) : undefined;
      steps.push(...(step === undefined ? listSingles(chunk) : [step]));
    }
  }
  return steps;
}

/** A call for each row. */
export function listSingles(rows: readonly BatchRow[]): BatchStep[] {
  return rows.map((row) => ({ rows: [row], ready: row.ready, digest: row.digest }));
}

/** Rows that say the same of different records, together. */
function groupRows(rows: readonly BatchRow[], { each }: BulkForm): BatchRow[][] {
  const groups = new Map<string, BatchRow[]>();
  for (const row of rows) {
    const { [each]: _, ...same } = row.ready.args;
    const key = JSON.stringify(Object.entries(same).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const group = groups.get(key) ?? [];
    group.push(row);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Undefined where the bulk form is not to be had: refused by the policy, or by its own rules. */
async function prepareBulk(
  rows: readonly BatchRow[],
  bulk: BulkForm,
  dependencies: CallDependencies,
): Promise<BatchStep | undefined> {
  const row = dependencies.catalogue.findByKey(bulk.operation);
  const [{ ready: first }] = rows as readonly [BatchRow, ...BatchRow[]];
  if (row === undefined || refuseOperation(row, dependencies) !== undefined) return undefined;
  const { [bulk.each]: _, ...same } = first.args;
  const args = { ...same, ...bulk.fixed, [bulk.list]: rows.map(({ ready }) => ready.args[bulk.each]) };
  try {
    const ready = await prepareCall({ row, args, session: first.session, priority: 'background' }, dependencies);
    const digest = createHash('sha256')
      .update(rows.map((one) => one.digest).join())
      .digest('hex');
    return { rows, ready, digest, bulk };
  } catch (refusal) {
    if (refusal instanceof CallRefusal) return undefined;
    throw refusal;
  }
}
