/** Trigger links: created, found by words, changed and deleted. */
import type { Domain, SeedContext } from '../../domain.ts';
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveRecord } from '../locations/access.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { hasWords } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { insertLink, type TriggerLink, triggerLinks } from './records.ts';

/** The link of a path that names no location. Throws 400, or 403 when it belongs to another location. */
function resolveLink(request: SandboxRequest, world: World): TriggerLink {
  const { linkId = '' } = request.path;
  return resolveRecord(triggerLinks(world), linkId, request, () => badRequest(`Link with id ${linkId} not found`));
}

const handlers: Handlers = {
  'GET /links/': (request, world) => ({ body: { links: triggerLinks(world).indexed(request.locationId) } }),

  'GET /links/search': (request, world) => {
    const found = triggerLinks(world)
      .indexed(request.locationId)
      .filter((link) => hasWords(request.query.query, [link.name, link.redirectTo]));
    return { body: { links: takeWindow(found, parseWindow(request.query, { limit: 20 })) } };
  },

  'GET /links/id/{linkId}': (request, world) => ({
    body: { link: findRecord(triggerLinks(world), request, { id: request.path.linkId, name: 'Link' }) },
  }),

  'POST /links/': (request, world) => {
    const { name, redirectTo } = request.body;
    return { body: { link: insertLink(world, { locationId: request.locationId, name, redirectTo }) } };
  },

  'PUT /links/{linkId}': (request, world) => {
    const { name, redirectTo } = request.body;
    return { body: { link: triggerLinks(world).update(resolveLink(request, world).id, { name, redirectTo }) } };
  },

  // HighLevel's spelling.
  'DELETE /links/{linkId}': (request, world) => ({
    body: { succeded: triggerLinks(world).delete(resolveLink(request, world).id) },
  }),
};

function seedLinks({ world, locations }: SeedContext): void {
  for (const { id: locationId, website } of locations) {
    insertLink(world, { locationId, name: 'Book online', redirectTo: `${website}/book` });
    insertLink(world, { locationId, name: 'Leave a review', redirectTo: `${website}/review` });
    insertLink(world, { locationId, name: 'Spring offer', redirectTo: `${website}/offers/spring` });
  }
}

export const domain: Domain = { name: 'links', handlers, seed: seedLinks };
