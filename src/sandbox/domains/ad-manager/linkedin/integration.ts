/** The link to LinkedIn, the ad accounts behind it, and their lead forms. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { createDigits } from '../platform-ids.ts';
import {
  type LeadForm,
  type LinkedInAdAccount,
  type LinkedInIntegration,
  linkedInAdAccounts,
  linkedInIntegrations,
  linkedInLeadForms,
} from './records.ts';

/** How long LinkedIn takes to look at a new form. */
const reviewDurationMs = 60_000;

const findIntegration = (world: World, locationId: string): LinkedInIntegration | undefined =>
  linkedInIntegrations(world).inLocation(locationId)[0];

/** LinkedIn's id of the linked account. Throws a 400 for a location that is not linked. */
export function resolveAccountId(world: World, locationId: string): string {
  const adAccountId = findIntegration(world, locationId)?.adAccountId;
  if (adAccountId === undefined) throw badRequest('LinkedIn integration not found');
  return adAccountId;
}

const resolveAccount = (world: World, locationId: string, id: string): LinkedInAdAccount =>
  resolveInLocation(linkedInAdAccounts(world), id, locationId, () => badRequest('Ad account not found'));

function formatIntegration({ id: _id, ...integration }: LinkedInIntegration): object {
  return integration;
}

function formatAccount({ id, name, currency, organizationId }: LinkedInAdAccount): object {
  return { id: Number(id), name, status: 'ACTIVE', currency, servingStatuses: ['RUNNABLE'], organizationId };
}

/** A form shows what LinkedIn thinks of it once LinkedIn has looked. */
function formatForm(world: World, form: LeadForm): object {
  const { accountId: _accountId, locationId: _locationId, id, created, ...shown } = form;
  const reviewedAt = created + reviewDurationMs;
  const isReviewed = world.now() >= reviewedAt;
  const reviewInfo = { reviewStatus: 'APPROVED', rejectionReasons: [], lastUpdated: reviewedAt };
  return {
    id: Number(id),
    ...shown,
    versionId: 1,
    created,
    lastModified: isReviewed ? reviewedAt : created,
    ...(isReviewed && { reviewInfo }),
  };
}

const accountOfQuery = (request: SandboxRequest, world: World): LinkedInAdAccount =>
  resolveAccount(world, request.locationId, request.query.adAccountId);

const accountOfPath = (request: SandboxRequest, world: World): LinkedInAdAccount =>
  resolveAccount(world, request.locationId, request.path.accountId ?? '');

export const integrationHandlers: Handlers = {
  'GET /ad-publishing/linkedin/integration': (request, world) => {
    const integration = findIntegration(world, request.locationId);
    if (integration === undefined) throw badRequest('LinkedIn integration not found');
    return { body: formatIntegration(integration) };
  },

  'POST /ad-publishing/linkedin/integration': (request, world) => {
    const { locationId } = request;
    const account = resolveAccount(world, locationId, request.body.adAccountId);
    const { currencyCode } = request.body;
    const now = world.timestamp();
    const { id: adAccountId, organizationId } = account;
    const link = { status: 'connected', adAccountId, currencyCode, organizationId, updatedAt: now } as const;
    const before = findIntegration(world, locationId);
    const integration =
      before === undefined
        ? linkedInIntegrations(world).insert({ id: world.newObjectId(), locationId, ...link, createdAt: now })
        : linkedInIntegrations(world).update(before.id, link);
    return { body: formatIntegration(integration) };
  },

  'GET /ad-publishing/linkedin/ad-accounts': (request, world) => ({
    body: linkedInAdAccounts(world).inLocation(request.locationId).map(formatAccount),
  }),

  'GET /ad-publishing/linkedin/ad-account': (request, world) => ({
    body: formatAccount(accountOfQuery(request, world)),
  }),

  'DELETE /ad-publishing/linkedin/ad-account': (request, world) => {
    const account = accountOfQuery(request, world);
    const integration = findIntegration(world, request.locationId);
    if (integration?.adAccountId !== account.id) throw badRequest('Ad account is not connected');
    const change = { status: 'disconnected', adAccountId: undefined, updatedAt: world.timestamp() } as object;
    linkedInIntegrations(world).update(integration.id, change);
    return { body: { success: true } };
  },

  'GET /ad-publishing/linkedin/{accountId}/forms': (request, world) => {
    const account = accountOfPath(request, world);
    const forms = linkedInLeadForms(world)
      .indexed(request.locationId)
      .filter((form) => form.accountId === account.id);
    return { body: forms.map((form) => formatForm(world, form)) };
  },

  'POST /ad-publishing/linkedin/{accountId}/form': (request, world) => {
    const account = accountOfPath(request, world);
    const { name, state, creationLocale, owner, content, hiddenFields = [] } = request.body;
    const place = { id: createDigits(world, 10), locationId: request.locationId, accountId: account.id };
    const form = linkedInLeadForms(world).insert({
      ...place,
      name,
      state,
      creationLocale,
      owner,
      content,
      hiddenFields,
      created: world.now(),
    });
    return { body: formatForm(world, form) };
  },
};
