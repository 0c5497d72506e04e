/** Publishing, pausing, resuming and deleting. */
import { badRequest } from '../../../errors.ts';
import type { Handlers } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { createDigits } from '../platform-ids.ts';
import { countProcessed, type Publishable, resolveStatus, startPublication } from '../publishing.ts';
import { resolveIntegration } from './integration.ts';
import { type AdSet, adSets, adSetsOf, ads, adsOf, type Campaign, campaigns } from './records.ts';
import { adOfPath, adSetOfPath, campaignOfPath } from './resolve.ts';

const done = { body: { success: true } };

/** Drafts and changes go live with their campaign; what is paused stays paused. */
function publishCampaign(world: World, campaign: Campaign): void {
  const sets = adSetsOf(world, campaign);
  const parts = sets.flatMap((adSet) => adsOf(world, adSet));
  if (sets.length === 0) throw badRequest('Campaign has no ad sets');
  if (sets.some((adSet) => adsOf(world, adSet).length === 0)) throw badRequest('Every ad set needs at least one ad');
  const publication = startPublication(world, 1 + sets.length + parts.length);
  const launch = (part: Publishable) => ({
    ...(resolveStatus(world, part) === 'PAUSED' ? {} : publication),
    unpublishedChanges: false,
    updatedAt: world.timestamp(),
  });
  const idOf = (known: string | undefined) => known ?? createDigits(world, 18);
  for (const ad of parts) ads(world).update(ad.id, { ...launch(ad), fbAdId: idOf(ad.fbAdId) });
  for (const set of sets) adSets(world).update(set.id, { ...launch(set), fbAdSetId: idOf(set.fbAdSetId) });
  campaigns(world).update(campaign.id, { ...launch(campaign), fbCampaignId: idOf(campaign.fbCampaignId) });
}

/** What pausing and resuming write. Throws a 400 for what is not live, or not paused. */
function switchTo(
  world: World,
  part: Publishable,
  status: 'PAUSED' | 'PUBLISHED',
): Publishable & { updatedAt: string } {
  const wanted = status === 'PAUSED' ? 'PUBLISHED' : 'PAUSED';
  if (resolveStatus(world, part) !== wanted)
    throw badRequest(`Only ${wanted.toLowerCase()} entities can be ${status === 'PAUSED' ? 'paused' : 'resumed'}`);
  return { publishingStatus: status, updatedAt: world.timestamp() };
}

/** The notice that a campaign carries while one of its parts is paused. */
function updateNotice(world: World, campaignId: string): void {
  const campaign = campaigns(world).get(campaignId);
  if (campaign === undefined) return;
  const isPaused = (part: Publishable) => part.publishingStatus === 'PAUSED';
  const sets = adSetsOf(world, campaign);
  const adNotice = sets.some((set) => adsOf(world, set).some(isPaused)) ? 'One or more ads are paused' : null;
  const fbError = sets.some(isPaused) ? 'One or more adsets are paused' : adNotice;
  campaigns(world).update(campaignId, { fbError });
}

function deleteAdSet(world: World, adSet: AdSet): void {
  for (const ad of adsOf(world, adSet)) ads(world).delete(ad.id);
  adSets(world).delete(adSet.id);
}

export const lifeCycleHandlers: Handlers = {
  'POST /ad-publishing/facebook/campaigns/{campaignId}/publish': (request, world) => {
    const campaign = campaignOfPath(request, world);
    resolveIntegration(world, request.locationId);
    if (resolveStatus(world, campaign) === 'PUBLISHING') throw badRequest('Campaign is already being published');
    publishCampaign(world, campaign);
    return done;
  },

  'GET /ad-publishing/facebook/campaigns/{campaignId}/publishing-progress': (request, world) => {
    const campaign = campaignOfPath(request, world);
    const publishingStatus = resolveStatus(world, campaign);
    const { publication } = campaign;
    const total = publication?.steps ?? 0;
    const processed = publication === undefined ? 0 : countProcessed(world, publication);
    const isComplete = publishingStatus !== 'PUBLISHING';
    return {
      body: { campaignId: campaign.id, publishingStatus, total, processed, isComplete, hasFailed: false },
    };
  },

  'POST /ad-publishing/facebook/campaigns/{campaignId}/pause': (request, world) => {
    const campaign = campaignOfPath(request, world);
    campaigns(world).update(campaign.id, switchTo(world, campaign, 'PAUSED'));
    return done;
  },
  'POST /ad-publishing/facebook/campaigns/{campaignId}/resume': (request, world) => {
    const campaign = campaignOfPath(request, world);
    campaigns(world).update(campaign.id, switchTo(world, campaign, 'PUBLISHED'));
    return done;
  },
  'DELETE /ad-publishing/facebook/campaigns/{campaignId}': (request, world) => {
    const campaign = campaignOfPath(request, world);
    for (const adSet of adSetsOf(world, campaign)) deleteAdSet(world, adSet);
    campaigns(world).delete(campaign.id);
    return done;
  },

  'POST /ad-publishing/facebook/adsets/{adsetId}/pause': (request, world) => {
    const adSet = adSetOfPath(request, world);
    adSets(world).update(adSet.id, switchTo(world, adSet, 'PAUSED'));
    updateNotice(world, adSet.campaignId);
    return done;
  },
  'POST /ad-publishing/facebook/adsets/{adsetId}/resume': (request, world) => {
    const adSet = adSetOfPath(request, world);
    adSets(world).update(adSet.id, switchTo(world, adSet, 'PUBLISHED'));
    updateNotice(world, adSet.campaignId);
    return done;
  },
  'DELETE /ad-publishing/facebook/adsets/{adsetId}': (request, world) => {
    const adSet = adSetOfPath(request, world);
    deleteAdSet(world, adSet);
    updateNotice(world, adSet.campaignId);
    return done;
  },

  'POST /ad-publishing/facebook/ads/{adId}/pause': (request, world) => {
    const ad = adOfPath(request, world);
    ads(world).update(ad.id, switchTo(world, ad, 'PAUSED'));
    updateNotice(world, ad.campaignId);
    return done;
  },
  'POST /ad-publishing/facebook/ads/{adId}/resume': (request, world) => {
    const ad = adOfPath(request, world);
    ads(world).update(ad.id, switchTo(world, ad, 'PUBLISHED'));
    updateNotice(world, ad.campaignId);
    return done;
  },
  'DELETE /ad-publishing/facebook/ads/{adId}': (request, world) => {
    const ad = adOfPath(request, world);
    ads(world).delete(ad.id);
    updateNotice(world, ad.campaignId);
    return done;
  },
};
