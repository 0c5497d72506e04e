/** `batch`: one operation over many inputs, agreed to once, each row to an outcome of its own. */
import { randomUUID } from 'node:crypto';
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { type CollectedRows, collectRows, type ListSource, listSource } from '../batch/collect.ts';
import { summarize } from '../batch/report.ts';
import { type BatchRow, prepareRows } from '../batch/rows.ts';
import { runBatch } from '../batch/run.ts';
import { listSingles, planSteps } from '../batch/steps.ts';
import { confirm } from '../confirmation/confirm.ts';
import { describeBatch } from '../confirmation/words.ts';
import { type CallDependencies, type ReadyCall, warnOfRefusal } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { extractOwn, idempotencyKeyName, planName } from '../pipeline/own-arguments.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { notePlace } from '../pipeline/place.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { MAX_BUDGET } from '../results/budget.ts';
import type { Outcome } from '../results/success.ts';
import type { Session } from '../session.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'batch';
const title = 'One operation, many times';

const MAX_ROWS = 1_000;
/** What was mended in rows, each line once. */
const MAX_REPAIRS = 10;
/** Requests that a plan shows in full. */
const MAX_REQUESTS = 2;
/** Clients give up on a call after a minute, most of them. */
const TIME_MS = 45_000;
/** Of it, the most that a list may take from which rows are made. */
const COLLECT_MS = 20_000;

const input = z.strictObject({
  operation: z.string(),
  rows: z.array(z.record(z.string(), z.unknown())).min(1).max(MAX_ROWS).optional().describe('arguments of each call'),
  from: listSource.optional().describe('or: a row for each record of a query'),
  arguments: z.record(z.string(), z.unknown()).optional().describe('the same for all rows'),
  fields: z.array(z.string().min(1)).optional(),
  maxTokens: z.int().min(100).max(MAX_BUDGET).optional(),
  dryRun: z.boolean().optional(),
  [idempotencyKeyName]: z.string().optional().describe('repeat it to go on'),
});

const confirmedInput = input.extend({ [planName]: z.string().optional() });

/** Builds the tool for one configuration of the server. */
export function createBatch(dependencies: CallDependencies, timeMs: number = TIME_MS): FixedTool {
  const { readOnly, catalogue } = dependencies;
  const isConfirmed = !readOnly && dependencies.confirmation.mode !== 'off';
  const schema = isConfirmed ? confirmedInput : input;
  return {
    definition: {
      name,
      title,
      description: 'Runs an operation once for each row; tells the outcome of each.',
      inputSchema: buildJsonSchema(schema) as Tool['inputSchema'],
      // Of any class, so it is annotated as the highest that it can run here.
      annotations: {
        title,
        readOnlyHint: readOnly,
        destructiveHint: !readOnly,
        idempotentHint: readOnly,
        openWorldHint: !readOnly,
      },
    },
    async run(given, session) {
      const { args: parsed, repairs: mended } = parseArguments(schema, given, name);
      const { operation, rows: own, from, arguments: common = {}, ...rest } = parsed as z.infer<typeof input>;
      const { fields, maxTokens, dryRun } = rest;
      const key = extractOwn(idempotencyKeyName, parsed, name).value ?? randomUUID();
      const plan = extractOwn(planName, parsed, name).value;
      const row = findOperation(operation, catalogue);
      const barred = refuseOperation(row, dependencies);
      if (barred !== undefined) throw barred;
      const endsAt = performance.now() + timeMs;
      const source = await resolveRows({ own, from }, session, dependencies);
      const { rows, duplicates } = await prepareRows(
        source.rows,
        common,
        { row, session, priority: 'background' },
        dependencies,
      );
      const [{ ready: first }] = rows as readonly [BatchRow, ...BatchRow[]];
      const calls = rows.map(({ ready }) => ready);
      const { locationId } = first.context;
      const ofRows = new Set(calls.flatMap(({ repairs }) => repairs));
      const repairs = [...mended, ...source.repairs, ...[...ofRows].slice(0, MAX_REPAIRS)];
      if (dryRun) {
        const wouldSend = { calls: calls.length, first: await showRequests(calls) };
        return await warnOfRefusal(
          { kind: 'json', data: wouldSend, locationId, repairs, isExact: true },
          first,
          dependencies,
        );
      }
      let shown: Outcome | undefined;
      try {
        shown = await confirmBatch({ row, calls, plan, session, repairs }, dependencies);
      } catch (error) {
        notePlace(error, locationId, dependencies);
        throw error;
      }
      if (shown !== undefined) return await warnOfRefusal(shown, first, dependencies);
      const steps = fields === undefined ? await planSteps(rows, dependencies) : listSingles(rows);
      const result = await runBatch({ steps, key, session, timeMs: endsAt - performance.now() }, dependencies);
      return {
        kind: 'json',
        data: summarize({ row, steps, duplicates, key, result, fields }),
        locationId,
        repairs,
        keepsEmpty: true,
        view: { budget: maxTokens },
      };
    },
  };
}

interface RowSource {
  readonly own: readonly Arguments[] | undefined;
  readonly from: ListSource | undefined;
}

/** @throws CallRefusal unless there is exactly one source; as `collectRows` does. */
async function resolveRows(
  { own, from }: RowSource,
  session: Session,
  dependencies: CallDependencies,
): Promise<CollectedRows> {
  if (own !== undefined && from === undefined) return { rows: own, repairs: [] };
  if (own === undefined && from !== undefined) {
    return await collectRows(from, { most: MAX_ROWS, timeMs: COLLECT_MS, session }, dependencies);
  }
  throw new CallRefusal('invalid_arguments', 'A batch takes either rows or from.', {
    advice: 'Pass rows to name them one by one, or from to make them of the records of a list.',
  });
}

interface Asked {
  readonly row: OperationRow;
  readonly calls: readonly ReadyCall[];
  readonly plan: string | undefined;
  readonly session: Session;
  readonly repairs: readonly string[];
}

/** One yes for all rows, bound to each of them. */
async function confirmBatch(asked: Asked, dependencies: CallDependencies): Promise<Outcome | undefined> {
  const { row, calls, plan, session, repairs } = asked;
  const [{ entry, args, context, client }] = calls as readonly [ReadyCall, ...ReadyCall[]];
  if (row.risk !== 'high-impact' || dependencies.confirmation.mode === 'off') return undefined;
  const bound: Arguments = { rows: calls.map((call) => call.args) };
  const subject = await client.identify(entry.operation, args, context);
  return await confirm(
    {
      call: { operation: `batch ${row.key}`, args: bound, subject },
      plan,
      session,
      client,
      locationId: context.locationId,
      repairs,
      describe: () => describeBatch(calls, dependencies),
      build: () => showRequests(calls),
    },
    dependencies.confirmation,
  );
}

/** The first ones. All are built, so that a row that cannot be is refused before any is sent. */
async function showRequests(calls: readonly ReadyCall[]): Promise<unknown[]> {
  const requests = await Promise.all(
    calls.map(({ client, entry, args, context }) => client.plan(entry.operation, args, context)),
  );
  return requests.slice(0, MAX_REQUESTS);
}
