/** Writing campaigns, ad sets and ads: without an id a new draft, with one a change. */
import { badRequest } from '../../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { pickFields } from '../../payments/lists.ts';
import { isLaunched, type Publishable } from '../publishing.ts';
import { resolveIntegration } from './integration.ts';
import { type Ad, type AdSet, adSets, ads, type Campaign, campaigns } from './records.ts';
import { resolveAd, resolveAdSet, resolveCampaign } from './resolve.ts';
import { formatAd, formatAdSet, formatCampaign } from './views.ts';

const adSetFields = [
  'name',
  'pageId',
  'instagramActorId',
  'messagingPlatforms',
  'whatsappNumber',
  'audience',
  'budget',
  'conversionLocation',
  'customEventType',
  'pixelId',
];

const adFields = [
  'name',
  'primaryText',
  'headline',
  'description',
  'imageUrl',
  'mediaType',
  'media',
  'multiAdvertiserAds',
  'cta',
  'conversationFormId',
  'destinationLink',
  'destinationFormId',
];

/** What every new part has. */
function buildDraft(request: SandboxRequest, world: World) {
  const [id, now] = [world.newObjectId(), world.timestamp()];
  const draft = { publishingStatus: 'DRAFT', unpublishedChanges: false } as const;
  return { id, locationId: request.locationId, ...draft, createdAt: now, updatedAt: now };
}

/** A change of what is live waits for the next publication. */
function buildChange(world: World, before: Publishable, change: object): object {
  return { ...change, ...(isLaunched(world, before) && { unpublishedChanges: true }), updatedAt: world.timestamp() };
}

/** A change of a part is one of its campaign too. */
function markCampaign(world: World, campaign: Campaign): void {
  if (isLaunched(world, campaign)) campaigns(world).update(campaign.id, { unpublishedChanges: true });
}

function writeCampaign(request: SandboxRequest, world: World): Campaign {
  const { id } = request.body;
  const named = pickFields(request.body, ['name', 'objective', 'specialAdCategories', 'source']);
  if (id !== undefined) {
    const before = resolveCampaign(request, world, id);
    return campaigns(world).update(id, buildChange(world, before, named));
  }
  const { fbAdAccountId } = resolveIntegration(world, request.locationId);
  if (fbAdAccountId === undefined) throw badRequest('No ad account is connected');
  return campaigns(world).insert({
    name: 'New campaign',
    objective: 'OUTCOME_LEADS',
    specialAdCategories: ['NONE'],
    source: 'AD_MANAGER',
    ...named,
    ...buildDraft(request, world),
    fbAdAccountId,
    fbError: null,
  });
}

function writeAdSet(request: SandboxRequest, world: World): AdSet {
  const { id, campaignId } = request.body;
  const campaign = resolveCampaign(request, world, campaignId);
  const named = pickFields(request.body, adSetFields);
  if (id !== undefined) {
    const before = resolveAdSet(request, world, id);
    if (before.campaignId !== campaignId) throw badRequest('Ad set not found');
    markCampaign(world, campaign);
    return adSets(world).update(id, buildChange(world, before, named));
  }
  const { fbDefaultPageId = '' } = resolveIntegration(world, request.locationId);
  markCampaign(world, campaign);
  return adSets(world).insert({
    name: 'New ad set',
    pageId: fbDefaultPageId,
    instagramActorId: null,
    messagingPlatforms: [],
    audience: {},
    budget: {},
    ...named,
    ...buildDraft(request, world),
    campaignId,
  });
}

function writeAd(request: SandboxRequest, world: World): Ad {
  const { id, campaignId, adsetId } = request.body;
  const campaign = resolveCampaign(request, world, campaignId);
  if (resolveAdSet(request, world, adsetId).campaignId !== campaignId) throw badRequest('Ad set not found');
  const named = pickFields(request.body, adFields);
  if (id !== undefined) {
    const before = resolveAd(request, world, id);
    if (before.adsetId !== adsetId) throw badRequest('Ad not found');
    markCampaign(world, campaign);
    return ads(world).update(id, buildChange(world, before, named));
  }
  markCampaign(world, campaign);
  return ads(world).insert({
    name: 'New ad',
    mediaType: 'SINGLE',
    media: [],
    multiAdvertiserAds: false,
    ...named,
    ...buildDraft(request, world),
    campaignId,
    adsetId,
  });
}

const upsertAd: Handler = (request, world) => ({ body: formatAd(world, writeAd(request, world)) });

export const upsertHandlers: Handlers = {
  // As documented: the upsert says '' where reads say null.
  'PUT /ad-publishing/facebook/campaigns': (request, world) => ({
    body: { ...formatCampaign(world, writeCampaign(request, world)), fbError: '' },
  }),
  'PUT /ad-publishing/facebook/adsets': (request, world) => ({ body: formatAdSet(world, writeAdSet(request, world)) }),
  'PUT /ad-publishing/facebook/ads-v2': upsertAd,
  'PUT /ad-publishing/facebook/ads': upsertAd,
};
