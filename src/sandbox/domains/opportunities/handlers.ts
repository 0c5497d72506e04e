/** The operations on opportunities. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import { searchRecords } from '../../search/search.ts';
import type { World } from '../../world.ts';
import { resolveRecord } from '../locations/access.ts';
import { createOpportunityFields, listTexts } from './fields.ts';
import { formatOpportunity, formatWithExtras } from './format.ts';
import { listOpportunities } from './list.ts';
import { type Opportunity, opportunities } from './records.ts';
import {
  assertUser,
  changeFollowers,
  createOpportunity,
  findOpenOpportunity,
  missingOpportunity,
  updateOpportunity,
} from './write.ts';

const resolveOpportunity = (request: SandboxRequest, world: World): Opportunity =>
  resolveRecord(opportunities(world), request.path.id ?? '', request, missingOpportunity(request));

/** By id, else the contact's open opportunity in the pipeline. Throws 400 for an unknown id. */
function findForUpsert(request: SandboxRequest, world: World): Opportunity | undefined {
  const { id, contactId, pipelineId } = request.body;
  if (id === undefined) {
    if (!contactId) throw unprocessable(['contactId must be a string', 'contactId should not be empty']);
    return findOpenOpportunity(world, { locationId: request.locationId, contactId, pipelineId });
  }
  const known = opportunities(world).get(id);
  if (!known || known.locationId !== request.locationId) throw badRequest(`Opportunity with id ${id} not found`);
  return known;
}

function upsert(request: SandboxRequest, world: World): { readonly opportunity: Opportunity; readonly isNew: boolean } {
  const known = findForUpsert(request, world);
  if (known) return { opportunity: updateOpportunity(known, request.body, world), isNew: false };
  const name = request.body.name ?? 'New opportunity';
  return { opportunity: createOpportunity({ ...request.body, name }, request.locationId, world), isNew: true };
}

export const opportunityHandlers: Handlers = {
  'GET /opportunities/search': listOpportunities,

  'POST /opportunities/search': (request, world) => {
    const { hits, total } = searchRecords(opportunities(world).indexed(request.locationId), request.body, {
      findField: createOpportunityFields(world),
      texts: (one) => listTexts(one, world),
      sizeField: 'limit',
      defaultSort: [{ field: 'date_added', direction: 'desc' }],
      extraFields: ['additionalDetails'],
    });
    const extras = request.body.additionalDetails ?? {};
    const found = hits.map(({ record, searchAfter }) => ({
      ...formatWithExtras(record, extras, world),
      sort: searchAfter,
    }));
    return { body: { opportunities: found, total, aggregations: {} } };
  },

  'POST /opportunities/': (request, world) => {
    const opportunity = createOpportunity(request.body, request.locationId, world);
    return { body: { opportunity: formatOpportunity(opportunity, world) } };
  },

  'POST /opportunities/upsert': (request, world) => {
    const { followers = [], isRemoveAllFollowers = false, followersActionType = 'add' } = request.body;
    for (const userId of followers) assertUser(world, userId);
    const { opportunity, isNew } = upsert(request, world);
    if (isRemoveAllFollowers) changeFollowers(opportunity, opportunity.followers, 'remove', world);
    else changeFollowers(opportunity, followers, followersActionType, world);
    const current = opportunities(world).get(opportunity.id) ?? opportunity;
    return { body: { opportunity: formatOpportunity(current, world), new: isNew } };
  },

  // Without notes, tasks and events, although the documents list them (issue 305).
  'GET /opportunities/{id}': (request, world) => ({
    body: { opportunity: formatOpportunity(resolveOpportunity(request, world), world) },
  }),

  'PUT /opportunities/{id}': (request, world) => {
    const changed = updateOpportunity(resolveOpportunity(request, world), request.body, world);
    return { body: { opportunity: formatOpportunity(changed, world) } };
  },

  'PUT /opportunities/{id}/status': (request, world) => {
    const { status, lostReasonId } = request.body;
    updateOpportunity(resolveOpportunity(request, world), { status, ...(lostReasonId && { lostReasonId }) }, world);
    return { body: { succeded: true } };
  },

  'DELETE /opportunities/{id}': (request, world) => {
    opportunities(world).delete(resolveOpportunity(request, world).id);
    return { body: { succeded: true } };
  },

  'POST /opportunities/{id}/followers': (request, world) => {
    const known = resolveOpportunity(request, world);
    const { followers, changed } = changeFollowers(known, request.body.followers, 'add', world);
    return { body: { followers, followersAdded: changed } };
  },

  'DELETE /opportunities/{id}/followers': (request, world) => {
    const known = resolveOpportunity(request, world);
    const gone = request.query.isRemoveAllFollowers ? known.followers : request.body.followers;
    const { followers, changed } = changeFollowers(known, gone, 'remove', world);
    return { body: { followers, followersRemoved: changed } };
  },
};
