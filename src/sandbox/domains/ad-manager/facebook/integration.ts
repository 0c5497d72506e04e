/** The link to Facebook: which pages and which ad account a location uses. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import {
  type FacebookAdAccount,
  type FacebookIntegration,
  type FacebookPage,
  facebookAdAccounts,
  facebookIntegrations,
  facebookPages,
} from './records.ts';

/** What stands where Facebook's live tokens would be. */
const fakeUserToken = 'sandbox-facebook-user-token';
const fakePageToken = 'sandbox-facebook-page-token';

const findIntegration = (world: World, locationId: string): FacebookIntegration | undefined =>
  facebookIntegrations(world).inLocation(locationId)[0];

/** Throws a 400 for a location that is not linked to Facebook. */
export function resolveIntegration(world: World, locationId: string): FacebookIntegration {
  const integration = findIntegration(world, locationId);
  if (integration === undefined) throw badRequest('Facebook integration not found');
  return integration;
}

const resolvePage = (world: World, locationId: string, id: string): FacebookPage =>
  resolveInLocation(facebookPages(world), id, locationId, () => badRequest('Facebook page not found'));

/** By the id with or without its `act_`. Throws a 400. */
function resolveAdAccount(world: World, locationId: string, id: string): FacebookAdAccount {
  const full = id.startsWith('act_') ? id : `act_${id}`;
  return resolveInLocation(facebookAdAccounts(world), full, locationId, () => badRequest('Ad account not found'));
}

const accountOfPath = (request: SandboxRequest, world: World): FacebookAdAccount =>
  resolveAdAccount(world, request.locationId, request.path.adAccountId ?? '');

function formatIntegration(world: World, integration: FacebookIntegration): object {
  const { locationId, fbAdAccountId, fbDefaultPageId, pages } = integration;
  const account = fbAdAccountId === undefined ? undefined : facebookAdAccounts(world).get(fbAdAccountId);
  return {
    locationId,
    status: 'connected',
    pricingModel: 'connect_your_bm',
    ...(account && { fbAdAccountId, fbBusinessId: account.business.id }),
    ...(fbDefaultPageId && { fbDefaultPageId }),
    pages: pages.map((page) => ({ ...page, accessToken: fakePageToken })),
  };
}

function formatAccount({ id, name, currency, business }: FacebookAdAccount): object {
  return { id, name, accountStatus: 'ACTIVE', currency, fundingType: 'CREDIT_CARD', business };
}

/** The links that a page is added to; the page becomes the default. */
function addPage(world: World, linked: FacebookIntegration['pages'], page: FacebookPage): FacebookIntegration['pages'] {
  if (linked.some(({ id }) => id === page.id)) return linked;
  return [...linked, { _id: world.newObjectId(), id: page.id, name: page.name, createdOn: world.timestamp() }];
}

export const integrationHandlers: Handlers = {
  'GET /ad-publishing/facebook/integration': (request, world) => ({
    body: formatIntegration(world, resolveIntegration(world, request.locationId)),
  }),

  'POST /ad-publishing/facebook/integration': (request, world) => {
    const { locationId } = request;
    const page = resolvePage(world, locationId, request.body.pageId);
    const { adAccountId } = request.body;
    const account = adAccountId === undefined ? undefined : resolveAdAccount(world, locationId, adAccountId);
    const now = world.timestamp();
    const before =
      findIntegration(world, locationId) ??
      facebookIntegrations(world).insert({
        id: world.newObjectId(),
        locationId,
        pages: [],
        createdAt: now,
        updatedAt: now,
      });
    const integration = facebookIntegrations(world).update(before.id, {
      pages: addPage(world, before.pages, page),
      fbDefaultPageId: page.id,
      ...(account && { fbAdAccountId: account.id }),
      updatedAt: now,
    });
    const { id, createdAt } = integration;
    const stored = { id, userAccessToken: fakeUserToken, unSubscriptionReasons: [], createdAt, updatedAt: now };
    return { body: { ...formatIntegration(world, integration), ...stored } };
  },

  'DELETE /ad-publishing/facebook/integration': (request, world) => {
    facebookIntegrations(world).delete(resolveIntegration(world, request.locationId).id);
    return { body: { success: true } };
  },

  // What an existing link lists and what the person at Facebook could link are the same pages here.
  'GET /ad-publishing/facebook/pages': (request, world) => {
    const integration = findIntegration(world, request.locationId);
    const pages = facebookPages(world)
      .inLocation(request.locationId)
      .map(({ id, name, category }) => {
        const link = integration?.pages.find((page) => page.id === id);
        const isDefault = integration?.fbDefaultPageId === id;
        return {
          id,
          name,
          category,
          isConnected: link !== undefined,
          tosAccepted: true,
          ...(link && { createdOn: link.createdOn }),
          ...(request.query.fetchExisting === true ? {} : { isDefault }),
        };
      });
    return { body: pages };
  },

  'PUT /ad-publishing/facebook/page/default': (request, world) => {
    const integration = resolveIntegration(world, request.locationId);
    const { pageId } = request.body;
    if (!integration.pages.some(({ id }) => id === pageId)) throw badRequest('Facebook page not found');
    facebookIntegrations(world).update(integration.id, { fbDefaultPageId: pageId, updatedAt: world.timestamp() });
    return { body: { success: true } };
  },

  'DELETE /ad-publishing/facebook/page': (request, world) => {
    const integration = resolveIntegration(world, request.locationId);
    const pages = integration.pages.filter(({ id }) => id !== request.query.pageId);
    if (pages.length === integration.pages.length) throw badRequest('Facebook page not found');
    const isDefaultGone = integration.fbDefaultPageId === request.query.pageId;
    const next = isDefaultGone ? pages[0]?.id : integration.fbDefaultPageId;
    // Undefined deletes the field.
    const change = { pages, fbDefaultPageId: next, updatedAt: world.timestamp() } as Partial<FacebookIntegration>;
    facebookIntegrations(world).update(integration.id, change);
    return { body: { success: true } };
  },

  'GET /ad-publishing/facebook/ad-accounts': (request, world) => {
    const { type, limit } = request.query;
    const connectedId = findIntegration(world, request.locationId)?.fbAdAccountId;
    const found = facebookAdAccounts(world)
      .inLocation(request.locationId)
      .filter((account) => type !== 'AD_MANAGER' || account.id === connectedId);
    const page = found.slice(0, request.query.fetchAll === true ? undefined : limit);
    return {
      body: page.map((account) => ({ ...formatAccount(account), integrationConnected: account.id === connectedId })),
    };
  },

  'GET /ad-publishing/facebook/ad-accounts/{adAccountId}': (request, world) => {
    const account = accountOfPath(request, world);
    return { body: { ...formatAccount(account), timezoneName: account.timezoneName } };
  },

  'DELETE /ad-publishing/facebook/ad-accounts/{adAccountId}': (request, world) => {
    const { id } = accountOfPath(request, world);
    const integration = resolveIntegration(world, request.locationId);
    if (integration.fbAdAccountId !== id) throw badRequest('Ad account is not connected');
    const change = { fbAdAccountId: undefined, updatedAt: world.timestamp() } as object;
    facebookIntegrations(world).update(integration.id, change);
    return { body: { success: true } };
  },
};
