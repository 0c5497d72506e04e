/** Businesses: the companies that contacts work for. */

import type { Domain } from '../../domain.ts';
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { definedOnly, resolveRecord } from '../locations/access.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { type Business, type BusinessAuthor, businesses } from './records.ts';
import { seedBusinesses } from './seed.ts';

function resolveBusiness(request: SandboxRequest, world: World): Business {
  const { businessId = '' } = request.path;
  return resolveRecord(businesses(world), businessId, request, () =>
    badRequest(`Business with id ${businessId} not found`),
  );
}

function buildAuthor(request: SandboxRequest, world: World): BusinessAuthor {
  const sourceId = request.grant.userId ?? request.grant.locationId ?? request.grant.companyId;
  return { source: 'INTEGRATION', channel: 'OAUTH', sourceId, createdAt: world.timestamp() };
}

/** The fields of a business that the body names. Throws 422 for an empty name. */
function parseBusiness(request: SandboxRequest): Partial<Business> {
  const { name, phone, email, website, address, city, state, postalCode, country, description } = request.body;
  if (name !== undefined && String(name).trim() === '') throw unprocessable(['name should not be empty']);
  return definedOnly({ name, phone, email, website, address, city, state, postalCode, country, description });
}

/** HighLevel's spelling of the field that holds the written business. */
const written = (business: Business): object => ({ success: true, buiseness: business });

const handlers: Handlers = {
  'GET /businesses/': (request, world) => {
    const page = takeWindow(
      businesses(world).indexed(request.locationId),
      parseWindow(request.query, { limit: 100, maxLimit: 100 }),
    );
    return { body: { businesses: page } };
  },

  'POST /businesses/': (request, world) => {
    const author = buildAuthor(request, world);
    const business = businesses(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      ...(parseBusiness(request) as Pick<Business, 'name'>),
      createdBy: author,
      updatedBy: author,
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    });
    return { body: written(business) };
  },

  'GET /businesses/{businessId}': (request, world) => ({ body: { business: resolveBusiness(request, world) } }),

  'PUT /businesses/{businessId}': (request, world) => {
    const business = businesses(world).update(resolveBusiness(request, world).id, {
      ...parseBusiness(request),
      updatedBy: buildAuthor(request, world),
      updatedAt: world.timestamp(),
    });
    return { body: written(business) };
  },

  'DELETE /businesses/{businessId}': (request, world) => {
    const { id, locationId } = resolveBusiness(request, world);
    for (const contact of contacts(world).inLocation(locationId)) {
      if (contact.businessId === id) contacts(world).update(contact.id, { businessId: undefined } as object);
    }
    businesses(world).delete(id);
    return { body: { success: true } };
  },
};

export const domain: Domain = { name: 'businesses', handlers, seed: seedBusinesses };
