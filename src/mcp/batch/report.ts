/** What an agent is told of a batch: how many of what, then the rows, those first that need somebody. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { dropEmpty } from '../results/compact.ts';
import { pickFields } from '../results/fields.ts';
import type { BatchResult, RowOutcome, RowResult } from './run.ts';
import type { BatchStep } from './steps.ts';

export interface Report {
  readonly row: OperationRow;
  readonly steps: readonly BatchStep[];
  readonly duplicates: readonly number[];
  readonly key: string;
  readonly result: BatchResult;
  /** Dot paths of each answer; absent: of a read the whole answer, of a write the id. */
  readonly fields: readonly string[] | undefined;
}

/** Those that need somebody come first, as a list that is too long is cut at its end. */
const order: readonly RowOutcome[] = ['unknown', 'failed', 'exists', 'replayed', 'done'];

/** Counts of every outcome that came about, and the rows of each; equal failures are told once. */
export function summarize({ row, steps, duplicates, key, result, fields }: Report): object {
  const { results, stopped } = result;
  const rows = steps.reduce((sum, step) => sum + step.rows.length, 0);
  const left = rows - results.length;
  const bulk = steps.find((step) => step.bulk !== undefined);
  const counts = order
    .map((outcome) => [outcome, results.filter((one) => one.outcome === outcome).length] as const)
    .filter(([, count]) => count > 0);
  const isOpen = left > 0 || results.some(({ outcome }) => outcome === 'unknown');
  return {
    rows,
    ...(bulk !== undefined && { sentAs: { operation: bulk.ready.row.name, calls: steps.length } }),
    ...Object.fromEntries(counts),
    ...(left > 0 && { notBegun: left, stopped }),
    ...(duplicates.length > 0 && { sameAsEarlierRows: duplicates }),
    ...(row.risk !== 'read' && { idempotencyKey: key }),
    ...(isOpen &&
      row.risk !== 'read' && {
        next: 'Call again with the same rows and this idempotencyKey: what was done is not done again.',
      }),
    problems: groupProblems(results),
    answers: results
      .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))
      .flatMap((one) => showAnswer(one, row, fields)),
  };
}

interface Problem {
  readonly rows: number[];
  readonly outcome: RowOutcome;
  readonly error: unknown;
}

/** What tells one row's failure from another's of the same kind: the ids in HighLevel's words. */
const ids = /[\w-]{15,}/g;

/** Rows that failed in the same way, together, with the words of the first. */
function groupProblems(results: readonly RowResult[]): object[] {
  const groups = new Map<string, Problem>();
  for (const outcome of order) {
    for (const { number, outcome: own, error } of results) {
      if (error === undefined || own !== outcome) continue;
      const { traceId: _, ...same } = error;
      const text = JSON.stringify([own, same]).replace(ids, '…');
      const group: Problem = groups.get(text) ?? { rows: [], outcome: own, error };
      group.rows.push(number);
      groups.set(text, group);
    }
  }
  return [...groups.values()];
}

/** Nothing of a row that failed, which is among the problems, or of which there is no more to say than that it is done. */
function showAnswer(
  { number, outcome, answer, error }: RowResult,
  row: OperationRow,
  fields: Report['fields'],
): object[] {
  if (error !== undefined) return [];
  const data = dropEmpty(answer?.data);
  const shown = showData(data, row, fields);
  const told = { ...(outcome !== 'done' && { outcome }), ...shown };
  return Object.keys(told).length === 0 ? [] : [{ row: number, ...told }];
}

function showData(data: unknown, row: OperationRow, fields: Report['fields']): object {
  if (fields !== undefined) return { answer: pickFields(data, fields) };
  if (row.risk === 'read') return { answer: data };
  const id = findId(data);
  return id === undefined ? {} : { id };
}

/** Of the record that came back: it stands at the top, or in the one thing that holds it. */
function findId(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const own = getId(data);
  if (own !== undefined) return own;
  const inside = Object.values(data)
    .map(getId)
    .filter((id) => id !== undefined);
  return inside.length === 1 ? inside[0] : undefined;
}

function getId(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, _id } = value as { readonly id?: unknown; readonly _id?: unknown };
  return id ?? _id;
}
