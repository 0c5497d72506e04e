/** The plain lists of contacts: the deprecated one of a location, and the one of a business. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import { buildTextQuery } from '../../search/query.ts';
import type { World } from '../../world.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { answer } from './access.ts';
import { formatListed } from './format.ts';
import { type Contact, contacts } from './records.ts';

const maxLimit = 100;
const defaultLimit = 20;

/** What the full-text query of lists and searches looks at. */
export function textsOf(contact: Contact): readonly (string | undefined)[] {
  const { firstName, lastName, contactName, email, phone, companyName } = contact;
  return [firstName, lastName, contactName, email, phone, companyName, ...contact.tags];
}

/** Newest first, as both lists are. */
function findListed(world: World, locationId: string, query: string | undefined): Contact[] {
  const hasQuery = buildTextQuery(query ?? '');
  return contacts(world)
    .indexed(locationId)
    .filter((contact) => hasQuery(textsOf(contact)))
    .sort((a, b) => addedAt(b) - addedAt(a) || (a.id < b.id ? -1 : 1));
}

const addedAt = (contact: Contact): number => Date.parse(contact.dateAdded);

interface Cursor {
  readonly startAfter: number;
  readonly startAfterId: string;
}

/** Both halves or nothing: with one of them alone HighLevel starts from the beginning again. */
function parseCursor({ startAfter, startAfterId }: Readonly<Record<string, unknown>>): Cursor | undefined {
  if (startAfter === undefined || typeof startAfterId !== 'string' || startAfterId === '') return undefined;
  return { startAfter: Number(startAfter), startAfterId };
}

function isAfter(contact: Contact, { startAfter, startAfterId }: Cursor): boolean {
  const added = addedAt(contact);
  return added < startAfter || (added === startAfter && contact.id > startAfterId);
}

function listOfLocation(request: SandboxRequest, world: World): object {
  const { query, limit = defaultLimit } = request.query;
  if (limit > maxLimit) throw unprocessable([`limit must not be greater than ${maxLimit}`]);
  if (limit < 1) throw unprocessable(['limit must not be less than 1']);
  const all = findListed(world, request.locationId, query);
  const cursor = parseCursor(request.query);
  const rest = cursor ? all.filter((contact) => isAfter(contact, cursor)) : all;
  const page = rest.slice(0, limit);
  const currentPage = Math.floor((all.length - rest.length) / limit) + 1;
  return {
    contacts: page.map(formatListed),
    count: all.length,
    meta: {
      total: all.length,
      ...buildNext(page, cursor, request.locationId, rest.length > page.length),
      currentPage,
      nextPage: rest.length > page.length ? currentPage + 1 : null,
      prevPage: currentPage > 1 ? currentPage - 1 : null,
    },
  };
}

/** An empty page hands the cursor back that it was asked with. */
function buildNext(page: readonly Contact[], asked: Cursor | undefined, locationId: string, hasMore: boolean): object {
  const last = page.at(-1);
  const next = last ? { startAfter: addedAt(last), startAfterId: last.id } : asked;
  if (!next || !hasMore) return { nextPageUrl: null, ...next };
  const query = new URLSearchParams({
    locationId,
    startAfter: String(next.startAfter),
    startAfterId: next.startAfterId,
  });
  // The real host, as live answers have it: the sandbox does not know its own address.
  return { nextPageUrl: `https://services.leadconnectorhq.com/contacts/?${query}`, ...next };
}

export const listHandlers: Handlers = {
  'GET /contacts/': (request, world) => answer(request, listOfLocation(request, world)),

  'GET /contacts/business/{businessId}': (request, world) => {
    const found = findListed(world, request.locationId, request.query.query).filter(
      (contact) => contact.businessId === request.path.businessId,
    );
    const page = takeWindow(found, parseWindow(request.query, { limit: 25, maxLimit }));
    return answer(request, { contacts: page.map(formatListed), count: found.length });
  },
};
