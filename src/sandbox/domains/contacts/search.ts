/** Advanced search of contacts. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import { searchRecords } from '../../search/search.ts';
import { assertReachable } from '../locations/access.ts';
import { answer } from './access.ts';
import { formatFound } from './format.ts';
import { textsOf } from './lists.ts';
import { contacts } from './records.ts';
import { createContactFieldFinder } from './search-fields.ts';

/** The documents say nothing of the body of this operation, so its location is checked here. */
function resolveLocation(request: SandboxRequest): string {
  const locationId: unknown = request.body?.locationId;
  if (typeof locationId !== 'string' || locationId === '') throw unprocessable("locationId can't be undefined");
  assertReachable(request, locationId);
  return locationId;
}

export const searchHandlers: Handlers = {
  'POST /contacts/search': (request, world) => {
    const locationId = resolveLocation(request);
    const { hits, total } = searchRecords(contacts(world).indexed(locationId), request.body, {
      findField: createContactFieldFinder(world, locationId),
      texts: textsOf,
      sizeField: 'pageLimit',
      defaultSort: [{ field: 'dateAdded', direction: 'desc' }],
    });
    const found = hits.map(({ record, searchAfter }) => ({ ...formatFound(record, world), searchAfter }));
    return answer(request, { contacts: found, total });
  },
};
