/** Google campaigns: written and read whole, published, and listed once they are live. */
import { badRequest } from '../../../errors.ts';
import type { Handlers, SandboxRequest } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { resolveInLocation } from '../../locations/access.ts';
import { replaceRecord, splitList } from '../../payments/lists.ts';
import { createDigits, idOfResource } from '../platform-ids.ts';
import { isLaunched, resolvePartStatus, resolveStatus, startPublication } from '../publishing.ts';
import { buildCampaign } from './campaign-drafts.ts';
import { resolveCustomerId } from './integration.ts';
import { type AdGroup, type GoogleAd, type GoogleCampaign, googleCampaigns } from './records.ts';

const findCampaign = (request: SandboxRequest, world: World, id: string): GoogleCampaign =>
  resolveInLocation(googleCampaigns(world), id, request.locationId, () => badRequest('Campaign not found'));

function formatGroup(world: World, campaign: GoogleCampaign, group: AdGroup): object {
  const resolve = (own: unknown) => resolvePartStatus(world, campaign, own);
  const adContent = group.adContent.map((ad) => ({ ...ad, publishingStatus: resolve(ad.publishingStatus) }));
  return { ...group, publishingStatus: resolve(group.publishingStatus), adContent };
}

function formatCampaign(world: World, campaign: GoogleCampaign): object {
  const { publication: _publication, settings, googleCampaignId, adGroups, ...shown } = campaign;
  const publishingStatus = resolveStatus(world, campaign);
  return {
    ...shown,
    ...settings,
    publishingStatus,
    ...(googleCampaignId && publishingStatus !== 'PUBLISHING' && { googleCampaignId }),
    adGroups: adGroups.map((group) => formatGroup(world, campaign, group)),
  };
}

/** Gives every part its id at Google. Throws a 400 for a campaign without an ad. */
function launch(world: World, campaign: GoogleCampaign): GoogleCampaign {
  const { adGroups, googleAdAccountId: customer } = campaign;
  if (adGroups.length === 0) throw badRequest('Campaign has no ad groups');
  if (adGroups.some((group) => group.adContent.length === 0)) throw badRequest('Every ad group needs at least one ad');
  const steps = 1 + adGroups.length + adGroups.reduce((count, group) => count + group.adContent.length, 0);
  const resource = (kind: string, known: unknown): string =>
    typeof known === 'string' && known !== '' ? known : `customers/${customer}/${kind}/${createDigits(world, 12)}`;
  const live = { publishingStatus: 'PUBLISHING' };
  return googleCampaigns(world).update(campaign.id, {
    ...startPublication(world, steps),
    googleCampaignId: resource('campaigns', campaign.googleCampaignId),
    adGroups: adGroups.map((group) => ({
      ...group,
      ...live,
      googleAdGroupId: resource('adGroups', group.googleAdGroupId),
      adContent: group.adContent.map((ad) => ({ ...ad, ...live, googleAdId: resource('ads', ad.googleAdId) })),
    })),
    unpublishedChanges: false,
    updatedAt: world.timestamp(),
  });
}

interface Entity {
  readonly id: string;
  readonly resourceName: string;
}

const formatEntity = (resourceName: string, rest: object): Entity => ({
  resourceName,
  id: idOfResource(resourceName),
  ...rest,
});

function listEntities(request: SandboxRequest, world: World): Entity[] {
  const { entityType, campaignId, adGroupId } = request.query;
  const live = googleCampaigns(world)
    .indexed(request.locationId)
    .filter((campaign) => isLaunched(world, campaign) && campaign.googleCampaignId !== undefined);
  if (entityType === 'CAMPAIGN') {
    return live.map((campaign) => {
      const status = resolveStatus(world, campaign) === 'PAUSED' ? 'PAUSED' : 'ENABLED';
      return formatEntity(campaign.googleCampaignId ?? '', { name: campaign.name, status });
    });
  }
  const isNamed = (id: unknown, own: string, atGoogle: string | undefined) =>
    id === undefined || id === own || id === idOfResource(atGoogle ?? '');
  const groups = live
    .filter((campaign) => isNamed(campaignId, campaign.id, campaign.googleCampaignId))
    .flatMap((campaign) => campaign.adGroups)
    .filter((group) => group.googleAdGroupId !== '' && isNamed(adGroupId, group.id, group.googleAdGroupId));
  if (entityType === 'ADGROUP')
    return groups.map((group) => formatEntity(group.googleAdGroupId, { name: group.name, status: 'ENABLED' }));
  const known = groups.flatMap((group) => group.adContent).filter((ad) => ad.googleAdId !== undefined);
  return known.map(formatAdEntity);
}

function formatAdEntity(ad: GoogleAd): Entity {
  const resourceName = String(ad.googleAdId);
  return formatEntity(resourceName, {
    name: ad.name ?? `Ad - ${idOfResource(resourceName)}`,
    type: 'RESPONSIVE_SEARCH_AD',
  });
}

export const campaignHandlers: Handlers = {
  'PUT /ad-publishing/google/ads': (request, world) => {
    const { id } = request.body;
    if (id === undefined) {
      const campaign = googleCampaigns(world).insert(buildCampaign(request, world));
      return { body: formatCampaign(world, campaign) };
    }
    const before = findCampaign(request, world, id);
    const campaign = replaceRecord(googleCampaigns(world), before, buildCampaign(request, world, before));
    return { body: formatCampaign(world, campaign) };
  },

  'GET /ad-publishing/google/ads/{adId}': (request, world) => ({
    body: formatCampaign(world, findCampaign(request, world, request.path.adId ?? '')),
  }),

  // As documented: the stored record, with `_id` and without its ad groups.
  'POST /ad-publishing/google/ads/{adId}/publish': (request, world) => {
    const before = findCampaign(request, world, request.path.adId ?? '');
    resolveCustomerId(world, request.locationId);
    if (resolveStatus(world, before) === 'PUBLISHING') throw badRequest('Campaign is already being published');
    const { id, adGroups: _adGroups, publication: _publication, settings, ...shown } = launch(world, before);
    return { body: { _id: id, __v: 0, ...shown, ...settings, googleError: null } };
  },

  'GET /ad-publishing/google/entity': (request, world) => {
    const wanted = splitList(request.query.searchId);
    const found = listEntities(request, world);
    return { body: { data: found.filter(({ id }) => wanted?.includes(id) ?? true) } };
  },
};
