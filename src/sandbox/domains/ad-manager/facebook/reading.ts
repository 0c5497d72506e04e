/** Reading campaigns: one with its parts, or lists of what is live at Facebook. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { splitList } from '../../payments/lists.ts';
import { isLaunched, resolveStatus } from '../publishing.ts';
import { type Ad, type AdSet, adSets, ads, type Campaign, campaigns } from './records.ts';
import { formatCampaignWithParts } from './views.ts';

const pageSize = 25;

/** How Facebook calls the states in which something has been live. */
const formatStatus = (status: string): string => (status === 'PAUSED' ? 'PAUSED' : 'ACTIVE');

/** By the id of the ad manager or of Facebook. Throws a 400. */
function resolveEither(request: SandboxRequest, world: World, id: string): Campaign {
  const found = campaigns(world)
    .inLocation(request.locationId)
    .find((campaign) => campaign.id === id || campaign.fbCampaignId === id);
  if (found === undefined) throw badRequest('Campaign not found');
  return found;
}

function formatCampaignEntity(world: World, campaign: Campaign, isIntegration: boolean): object {
  const { fbCampaignId, name, fbAdAccountId, locationId } = campaign;
  const resolved = resolveStatus(world, campaign);
  const status = formatStatus(resolved);
  // Facebook's own view has its words for the state; the ad manager's has ours.
  const state = isIntegration ? { status, effectiveStatus: status } : { status: resolved };
  return { campaignId: fbCampaignId, name, ...state, adAccountId: fbAdAccountId, locationId };
}

const formatAdSetEntity = (world: World, adSet: AdSet): object => ({
  adSetId: adSet.fbAdSetId,
  name: adSet.name,
  effectiveStatus: formatStatus(resolveStatus(world, adSet)),
  locationId: adSet.locationId,
});

const formatAdEntity = (world: World, ad: Ad): object => ({
  adId: ad.fbAdId,
  name: ad.name,
  status: formatStatus(resolveStatus(world, ad)),
  locationId: ad.locationId,
});

function listEntities(request: SandboxRequest, world: World): object[] {
  const { entityType, campaignId, adSetId, searchId, selectedAdAccountId, type } = request.query;
  const wantedIds = splitList(searchId);
  const isSought = (id: string | undefined) => wantedIds === undefined || (id !== undefined && wantedIds.includes(id));
  const { locationId } = request;
  if (entityType === 'CAMPAIGN') {
    return campaigns(world)
      .indexed(locationId)
      .filter((campaign) => isLaunched(world, campaign) && isSought(campaign.fbCampaignId))
      .filter(({ fbAdAccountId }) => selectedAdAccountId === undefined || selectedAdAccountId === fbAdAccountId)
      .map((campaign) => formatCampaignEntity(world, campaign, type === 'INTEGRATION'));
  }
  if (entityType === 'AD' && adSetId !== undefined) {
    const adSet = adSets(world)
      .inLocation(locationId)
      .find(({ id, fbAdSetId }) => id === adSetId || fbAdSetId === adSetId);
    const known = ads(world).indexed(locationId);
    return known
      .filter((ad) => ad.adsetId === adSet?.id && isLaunched(world, ad) && isSought(ad.fbAdId))
      .map((ad) => formatAdEntity(world, ad));
  }
  if (campaignId === undefined) throw badRequest('campaignId is required');
  const campaign = resolveEither(request, world, campaignId);
  if (entityType === 'ADSET') {
    return adSets(world)
      .indexed(locationId)
      .filter((adSet) => adSet.campaignId === campaign.id && isLaunched(world, adSet) && isSought(adSet.fbAdSetId))
      .map((adSet) => formatAdSetEntity(world, adSet));
  }
  return ads(world)
    .indexed(locationId)
    .filter((ad) => ad.campaignId === campaign.id && isLaunched(world, ad) && isSought(ad.fbAdId))
    .map((ad) => formatAdEntity(world, ad));
}

/** A cursor is where the next page begins, made opaque as Facebook's are. Throws a 400 for any other text. */
function parseCursor(next: string | undefined): number {
  if (next === undefined || next === '') return 0;
  const offset = Buffer.from(next, 'base64url').toString();
  if (!/^\d+$/.test(offset)) throw badRequest('Invalid cursor');
  return Number(offset);
}

export const readingHandlers: Handlers = {
  'GET /ad-publishing/facebook/campaign/{campaignId}': (request, world) => {
    const campaign = resolveEither(request, world, request.path.campaignId ?? '');
    const whole = Object.entries(formatCampaignWithParts(world, campaign));
    const fields = splitList(request.query.fields);
    return { body: Object.fromEntries(whole.filter(([name]) => fields?.includes(name) ?? true)) };
  },

  'GET /ad-publishing/facebook/entity': (request, world) => {
    const found = listEntities(request, world);
    const isWhole = request.query.fetchAll === true || request.query.type !== 'INTEGRATION';
    if (isWhole) return { body: { data: found } };
    const offset = parseCursor(request.query.next);
    const end = offset + pageSize;
    const next = end < found.length ? { next: Buffer.from(String(end)).toString('base64url') } : {};
    return { body: { data: found.slice(offset, end), ...next } };
  },
};
