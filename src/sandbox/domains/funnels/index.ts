/** Funnels and websites: HighLevel's API lists them and their pages; people build them in the app. */
import type { Domain } from '../../domain.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { hasWords, takePage } from '../payments/lists.ts';
import { type Funnel, type FunnelPage, funnelPages, funnels } from './records.ts';
import { redirectHandlers } from './redirects.ts';
import { seedFunnels } from './seed.ts';

function formatFunnel({ id, steps, ...funnel }: Funnel): Record<string, unknown> {
  return {
    _id: id,
    ...funnel,
    dateUpdated: funnel.updatedAt,
    deleted: false,
    domainId: '',
    orderFormVersion: 2,
    faviconUrl: '',
    isStoreActive: false,
    trackingCodeBody: '',
    trackingCodeHead: '',
    steps: steps.map((step) => ({ ...step, products: [] })),
  };
}

function formatPage({ id, ...page }: FunnelPage): Record<string, unknown> {
  return { _id: id, ...page, deleted: false };
}

/** The pages of one funnel, by part of their name. A funnel that is not there has none. */
function findPages({ query, locationId }: SandboxRequest, world: World): FunnelPage[] {
  return funnelPages(world)
    .indexed(locationId)
    .filter((page) => page.funnelId === query.funnelId && hasWords(query.name, [page.name]));
}

const handlers: Handlers = {
  ...redirectHandlers,

  'GET /funnels/funnel/list': (request, world) => {
    const { type, category, parentId, name } = request.query;
    const found = funnels(world)
      .indexed(request.locationId)
      .filter(
        (funnel) =>
          (type === undefined || funnel.type === type) &&
          (category === undefined || funnel.category === category) &&
          (parentId === undefined || funnel.parentId === parentId) &&
          hasWords(name, [funnel.name]),
      );
    const page = takePage(found, request.query, 10);
    return { body: { funnels: page.map(formatFunnel), count: found.length, traceId: request.traceId } };
  },

  // Documented as one page, yet described and paged as a list.
  'GET /funnels/page': (request, world) => ({
    body: takePage(findPages(request, world), request.query, 20).map(formatPage),
  }),

  'GET /funnels/page/count': (request, world) => ({ body: { count: findPages(request, world).length } }),
};

export const domain: Domain = { name: 'funnels', handlers, seed: seedFunnels };
