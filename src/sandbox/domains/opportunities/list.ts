/** The older, snake_case search: filters in the query, pages by number or by the last item. */
import { unprocessable } from '../../errors.ts';
import type { Handler, SandboxRequest } from '../../handler.ts';
import { buildTextQuery } from '../../search/query.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { listTexts } from './fields.ts';
import { formatWithExtras } from './format.ts';
import { type Opportunity, opportunities } from './records.ts';

const defaultPageSize = 20;
const maxPageSize = 100;

/** `mm-dd-yyyy`, as epoch milliseconds in UTC. Throws 422 for anything else. */
function parseDay(name: string, value: string): number {
  const [, month, day, year] = /^(\d{2})-(\d{2})-(\d{4})$/.exec(value) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T00:00:00Z`);
  if (Number.isNaN(time)) throw unprocessable([`${name} must be in the format mm-dd-yyyy`]);
  return time;
}

/** Both spellings: V2 writes `pipeline_id`, v3 `pipelineId`. */
function readFilter(request: SandboxRequest, snake: string): string | undefined {
  const camel = snake.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return request.query[snake] ?? request.query[camel];
}

const dayMs = 86_400_000;

function isWanted(one: Opportunity, request: SandboxRequest, world: World): boolean {
  const { status, date, endDate, country, id } = request.query;
  const wanted = {
    pipelineId: readFilter(request, 'pipeline_id'),
    pipelineStageId: readFilter(request, 'pipeline_stage_id'),
    contactId: readFilter(request, 'contact_id'),
    assignedTo: readFilter(request, 'assigned_to'),
    status: status === 'all' ? undefined : status,
    id,
  };
  for (const [field, value] of Object.entries(wanted))
    if (value !== undefined && value !== '' && one[field as keyof Opportunity] !== value) return false;
  if (country !== undefined && contacts(world).get(one.contactId)?.country !== country) return false;
  const created = Date.parse(one.createdAt);
  if (date !== undefined && created < parseDay('date', date)) return false;
  return endDate === undefined || created < parseDay('endDate', endDate) + dayMs;
}

type Place = readonly [time: number, id: string];
const placeOf = (one: Opportunity): Place => [Date.parse(one.createdAt), one.id];

/** Newest first unless asked otherwise; ids settle equal times, so that cursors never repeat an item. */
function createComparison(order: string): (a: Place, b: Place) => number {
  if (order !== 'added_asc' && order !== 'added_desc')
    throw unprocessable(['order must be one of the following values: added_asc, added_desc']);
  const sign = order === 'added_asc' ? 1 : -1;
  return ([timeA, idA], [timeB, idB]) => sign * (timeA - timeB || (idA < idB ? -1 : idA > idB ? 1 : 0));
}

interface Paging {
  readonly page: number;
  readonly limit: number;
  readonly after: Place | undefined;
}

/** Throws 422 for pages that do not exist, and for one half of a cursor. */
function parsePaging({ page = 1, limit = defaultPageSize, startAfter, startAfterId }: SandboxRequest['query']): Paging {
  if (!Number.isInteger(page) || page < 1) throw unprocessable(['page must not be less than 1']);
  if (!Number.isInteger(limit) || limit < 1) throw unprocessable(['limit must not be less than 1']);
  if (limit > maxPageSize) throw unprocessable([`limit must not be greater than ${maxPageSize}`]);
  if (!startAfter && !startAfterId) return { page, limit, after: undefined };
  if (!startAfter || !startAfterId || !/^\d+$/.test(String(startAfter)))
    throw unprocessable(['startAfter and startAfterId must be given together']);
  return { page, limit, after: [Number(startAfter), String(startAfterId)] };
}

function buildNextUrl(request: SandboxRequest, next: Readonly<Record<string, unknown>>): string {
  const url = new URL('https://services.leadconnectorhq.com/opportunities/search');
  for (const [name, value] of Object.entries({ ...request.query, ...next })) url.searchParams.set(name, String(value));
  return url.href;
}

export const listOpportunities: Handler = (request, world) => {
  const { q = '', order = 'added_desc', getNotes, getTasks, getCalendarEvents } = request.query;
  const { page, limit, after } = parsePaging(request.query);
  const compare = createComparison(order);
  const hasQuery = buildTextQuery(String(q));
  const found = opportunities(world)
    .indexed(request.locationId)
    .filter((one) => isWanted(one, request, world) && hasQuery(listTexts(one, world)))
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
  const rest = after ? found.filter((one) => compare(placeOf(one), after) > 0) : found;
  const offset = after ? 0 : (page - 1) * limit;
  const shown = rest.slice(offset, offset + limit);
  const hasMore = rest.length > offset + limit;
  const last = shown.at(-1);
  const cursor = last && { startAfter: Date.parse(last.createdAt), startAfterId: last.id };
  const extras = { notes: getNotes, tasks: getTasks, calendarEvents: getCalendarEvents };
  return {
    body: {
      opportunities: shown.map((one) => formatWithExtras(one, extras, world)),
      meta: {
        total: found.length,
        nextPageUrl: hasMore && cursor ? buildNextUrl(request, { ...cursor, page: page + 1 }) : null,
        ...cursor,
        currentPage: page,
        nextPage: hasMore ? page + 1 : null,
        prevPage: page > 1 ? page - 1 : null,
      },
      aggregations: {},
    },
  };
};
