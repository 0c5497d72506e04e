/** `query`: a small table over all pages of a list, counted and summed here instead of by an agent. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { formatCursor, parseCursor } from '../query/cursor.ts';
import type { exportRows } from '../query/export/export.ts';
import { condition } from '../query/filter.ts';
import { createGroups } from '../query/group.ts';
import { readNamers } from '../query/names.ts';
import { describeReach } from '../query/note.ts';
import { listPagingArguments } from '../query/pages.ts';
import { DEFAULT_MAX_RECORDS, findDayZone, openList, readList } from '../query/read.ts';
import { createTable, layOut } from '../query/table.ts';
import { MAX_BUDGET } from '../results/budget.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'query';
const title = 'Query all records';

const DEFAULT_LIMIT = 50;
/** What is written to a file need not be read here too. */
const DEFAULT_EXPORT_LIMIT = 5;

/** Clients give up on a call after a minute, most of them. */
const DEADLINE_MS = 50_000;

const names = z.array(z.string());

const input = z.strictObject({
  operation: z.string(),
  arguments: z.record(z.string(), z.unknown()).optional(),
  where: z.array(condition).optional(),
  select: names.optional().describe('dot paths'),
  groupBy: names.optional().describe('dot paths; date:day|week|month; id:name'),
  aggregate: names.optional().describe('count, sum:field, avg:, min:, max:'),
  sort: z.string().optional().describe('column, or -column'),
  limit: z.int().min(1).max(500).optional().describe('rows, default 50'),
  maxRecords: z.int().min(1).max(100_000).optional(),
  cursor: z.string().optional(),
});

/** A plain name: it cannot leave the folder, hide in it, or mean anything to a shell. */
const exportName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(csv|ndjson)$/, 'a plain name that ends in .csv or .ndjson')
  .optional()
  .describe('new file name, .csv or .ndjson: gets every row, few are shown');

const exportingInput = input.extend({ export: exportName });

interface QueryOptions {
  /** Where files may be written to. Absent: agents see nothing of it. */
  readonly exportFolder?: string | undefined;
  readonly deadlineMs?: number;
}

/** Builds the tool for one configuration of the server. */
export function createQuery(dependencies: CallDependencies, options: QueryOptions = {}): FixedTool {
  const { exportFolder, deadlineMs = DEADLINE_MS } = options;
  const accepted = exportFolder === undefined ? input : exportingInput;
  // A new file is no change to HighLevel, but one to the machine.
  const changesNothing = exportFolder === undefined;
  return {
    definition: {
      name,
      title,
      description:
        'Reads all pages of a list operation (class read) into a table: filtered, sorted, grouped, summed. For totals and reports.',
      inputSchema: buildJsonSchema(accepted) as Tool['inputSchema'],
      annotations: {
        title,
        readOnlyHint: changesNothing,
        destructiveHint: false,
        idempotentHint: changesNothing,
        openWorldHint: false,
      },
    },
    async run(given, session) {
      const { args: parsed, repairs } = parseArguments(accepted, given, name);
      const { cursor, limit: givenLimit, maxRecords = DEFAULT_MAX_RECORDS, export: file, ...asked } = parsed as Asked;
      const limit = givenLimit ?? (file === undefined ? DEFAULT_LIMIT : DEFAULT_EXPORT_LIMIT);
      const { arguments: asIs = {}, where = [], select, groupBy = [], aggregate = [], sort } = asked;
      const list = await openList(asked.operation, asIs, dependencies);
      const { row, entry, args, locationId } = list;
      const { paging } = entry.guide;

      const isGrouped = groupBy.length > 0 || aggregate.length > 0;
      const timeZone = await findDayZone(list, { where, groupBy }, dependencies);
      const namers = await readNamers(groupBy, locationId, dependencies);
      const groupLimit = file === undefined ? limit : Number.POSITIVE_INFINITY;
      const table = isGrouped
        ? createGroups(groupBy, aggregate, { sort, limit: groupLimit, timeZone, namers })
        : createTable({ select, sort, limit });
      const call = { ...asked, arguments: args, operation: row.key, locationId: dependencies.pins.locationId };
      const pagingArguments = paging === undefined ? [] : listPagingArguments(paging);
      const from = cursor === undefined ? undefined : parseCursor(cursor, call, pagingArguments);
      const timeUp = AbortSignal.timeout(deadlineMs);

      async function readAll(write?: (records: readonly unknown[]) => Promise<void>) {
        const { reached, first } = await readList(
          {
            list,
            where,
            maxRecords,
            from,
            table,
            write: isGrouped ? undefined : write,
            session,
            timeUp,
            timeZone,
          },
          dependencies,
        );
        const { rows: all, of, currencies = [] } = table.finish();
        if (isGrouped) await write?.(all);
        return { reached, first, rows: all.slice(0, limit), of, currencies };
      }

      const { result, exported } =
        file === undefined || exportFolder === undefined
          ? { result: await readAll(), exported: undefined }
          : await writeFile({ folder: exportFolder, name: file, select: isGrouped ? undefined : select }, readAll);
      const { reached, first, rows, of, currencies } = result;
      const { matched: records, scanned, pages, rest, end, start } = reached;
      const note = describeReach(reached, {
        shown: rows.length,
        of,
        isGrouped,
        isSorted: sort !== undefined,
        exported,
        currencies: groupBy.some((name) => name.split('.').at(-1) === 'currency') ? [] : currencies,
      });
      return {
        kind: 'json',
        data: {
          ...(exported && { file: { name: file, rows: exported.rows, bytes: exported.bytes } }),
          ...(isGrouped ? layOut([...groupBy, ...(aggregate.length > 0 ? aggregate : ['count'])], rows) : { rows }),
          records,
          scanned,
          pages,
          complete: end === 'end' && start === 0,
          ...(timeZone !== undefined && { daysIn: timeZone }),
          ...(rest?.position && { cursor: formatCursor(rest.position, call) }),
          ...(note !== '' && { note }),
        },
        locationId: first?.locationId,
        repairs: [...repairs, ...list.repairs, ...(first?.repairs ?? [])],
        keepsEmpty: true,
        view: { budget: limit > DEFAULT_LIMIT ? MAX_BUDGET : undefined },
        rateLimit: first?.rateLimit,
      };
    },
  };
}

type Asked = z.infer<typeof exportingInput>;

/** Loaded by those who export. */
const writeFile: typeof exportRows = async (target, read) => {
  const { exportRows } = await import('../query/export/export.ts');
  return exportRows(target, read);
};
