/** `query`: a small table over all pages of a list, counted and summed here instead of by an agent. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { formatCursor, parseCursor } from '../query/cursor.ts';
import { condition, createFilter } from '../query/filter.ts';
import { createGroups } from '../query/group.ts';
import { listPagingArguments } from '../query/pages.ts';
import { type Reached, readInto } from '../query/run.ts';
import { createTable } from '../query/table.ts';
import { MAX_BUDGET } from '../results/budget.ts';
import type { Outcome } from '../results/success.ts';
import { getCallTool } from './call-operation.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'query';
const title = 'Query all records';

const DEFAULT_LIMIT = 50;
const DEFAULT_MAX_RECORDS = 20_000;

/** Clients give up on a call after a minute, most of them. */
const DEADLINE_MS = 50_000;

const names = z.array(z.string());

const input = z.strictObject({
  operation: z.string(),
  arguments: z.record(z.string(), z.unknown()).optional(),
  where: z.array(condition).optional(),
  select: names.optional().describe('dot paths'),
  groupBy: names.optional().describe('dot paths; date:day|week|month'),
  aggregate: names.optional().describe('count, sum:field, avg:, min:, max:'),
  sort: z.string().optional().describe('column, or -column'),
  limit: z.int().min(1).max(500).optional().describe('rows, default 50'),
  maxRecords: z.int().min(1).max(100_000).optional(),
  cursor: z.string().optional(),
});

/** Builds the tool for one configuration of the server. */
export function createQuery(dependencies: CallDependencies, deadlineMs: number = DEADLINE_MS): FixedTool {
  return {
    definition: {
      name,
      title,
      description:
        'Reads all pages of a list operation (class read) and answers a table: filtered, sorted, grouped, summed. For totals and reports.',
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    async run(given, session) {
      const { args: parsed, repairs } = parseArguments(input, given, name);
      const { cursor, limit = DEFAULT_LIMIT, maxRecords = DEFAULT_MAX_RECORDS, ...asked } = parsed as Asked;
      const { arguments: args = {}, where = [], select, groupBy = [], aggregate = [], sort } = asked;
      const row = findOperation(asked.operation, dependencies.catalogue);
      if (row.risk !== 'read') throw refuseClass(row.name, row.risk);
      const { guide, input: schema } = await dependencies.catalogue.loadOperation(row);
      const { paging } = guide;

      const isGrouped = groupBy.length > 0 || aggregate.length > 0;
      const isWanted = createFilter(where);
      const table = isGrouped
        ? createGroups(groupBy, aggregate, { sort, limit })
        : createTable({ select, sort, limit });
      const call = { ...asked, operation: row.key, locationId: dependencies.pins.locationId };
      const pagingArguments = paging === undefined ? [] : listPagingArguments(paging);
      const from = cursor === undefined ? undefined : parseCursor(cursor, call, pagingArguments);

      const timeUp = AbortSignal.timeout(deadlineMs);
      const pageSession = { ...session, signal: AbortSignal.any([session.signal, timeUp]), reportProgress() {} };
      let first: Outcome | undefined;
      async function fetchPage(pageArgs: Arguments): Promise<unknown> {
        const outcome = await runCall(
          { row, args: pageArgs, session: pageSession, priority: 'background' },
          dependencies,
        );
        first ??= outcome;
        return outcome.data;
      }

      const reached = await readInto({
        walk: { paging, args, from, fetchPage, adapt: (argument, value) => fitArgument(schema, argument, value) },
        table,
        isWanted,
        filterPaths: where.filter(({ op }) => op !== 'exists').map(({ field }) => field),
        maxRecords,
        session,
        timeUp,
      });
      const { rows, of } = table.finish();
      const { matched: records, scanned, pages, rest, end, start } = reached;
      const note = describeReach(reached, { shown: rows.length, of, isGrouped });
      return {
        kind: 'json',
        data: {
          rows,
          records,
          scanned,
          pages,
          complete: end === 'end' && start === 0,
          ...(rest?.position && { cursor: formatCursor(rest.position, call) }),
          ...(note !== '' && { note }),
        },
        locationId: first?.locationId,
        repairs: [...repairs, ...(first?.repairs ?? [])],
        keepsEmpty: true,
        view: { budget: limit > DEFAULT_LIMIT ? MAX_BUDGET : undefined },
        rateLimit: first?.rateLimit,
      };
    },
  };
}

type Asked = z.infer<typeof input>;

function refuseClass(operation: string, risk: 'write' | 'high-impact'): CallRefusal {
  return new CallRefusal('not_permitted', `${operation} is of class ${risk}; query only reads.`, {
    advice: `Name an operation that lists. To carry this one out, call it through ${getCallTool(risk)}.`,
  });
}

/** HighLevel wants some numbers as text, and some cursors without the list they came in. */
function fitArgument(schema: z.ZodObject, argument: string, value: unknown): unknown {
  const wanted = schema.shape[argument];
  if (wanted === undefined) return undefined;
  const single = Array.isArray(value) ? value[0] : value;
  const candidates = [value, single, String(single), Number(single)];
  return candidates.find((candidate) => z.safeParse(wanted, candidate).success);
}

interface Shown {
  readonly shown: number;
  readonly of: number;
  readonly isGrouped: boolean;
}

/** What a reader must know not to take a part for the whole. */
function describeReach({ scanned, start, total, rest, end, unseen }: Reached, { shown, of, isGrouped }: Shown): string {
  const notes: string[] = [];
  const known = total === undefined ? '' : ` of ${total}`;
  if (rest !== undefined || start > 0) {
    const why =
      rest === undefined ? 'the last part' : `${rest.why}${rest.position ? '; the cursor goes on after it' : ''}`;
    const covered = scanned === 0 ? 'no record' : `only records ${start + 1} to ${start + scanned}${known}`;
    notes.push(`This covers ${covered}: ${why}${isGrouped ? '. Its groups are those of this part alone' : ''}.`);
  }
  if (end === 'repeated') notes.push('HighLevel gave a page twice, so reading ended there.');
  if (end === 'short-of-total') notes.push(`HighLevel gave no more, though it counts ${total} records.`);
  if (shown < of) notes.push(`${shown} of ${of} ${isGrouped ? 'groups' : 'matching records'} shown; limit shows more.`);
  if (unseen.length > 0) notes.push(`No record has a value in: ${unseen.slice(0, 10).join(', ')}.`);
  return notes.join(' ');
}
