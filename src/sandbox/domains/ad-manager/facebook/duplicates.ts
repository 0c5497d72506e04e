/** Copies: always drafts, with copies of their parts. */
import type { Handlers } from '../../../handler.ts';
import type { World } from '../../../world.ts';
import { type Ad, type AdSet, adSets, adSetsOf, ads, adsOf, type Campaign, campaigns } from './records.ts';
import { adOfPath, adSetOfPath, campaignOfPath } from './resolve.ts';
import { formatAd, formatAdSetWithAds, formatCampaignWithParts } from './views.ts';

/** What a copy does not share with what it was copied from. */
function buildFresh(world: World) {
  const [id, now] = [world.newObjectId(), world.timestamp()];
  const draft = { publishingStatus: 'DRAFT', unpublishedChanges: false } as const;
  return { id, ...draft, createdAt: now, updatedAt: now };
}

function copyAd(world: World, { publication: _publication, fbAdId: _fbAdId, ...ad }: Ad, change: Partial<Ad>): Ad {
  return ads(world).insert({ ...ad, ...change, ...buildFresh(world) });
}

function copyAdSet(world: World, original: AdSet, change: Partial<AdSet>): AdSet {
  const { publication: _publication, fbAdSetId: _fbAdSetId, ...adSet } = original;
  const copy = adSets(world).insert({ ...adSet, ...change, ...buildFresh(world) });
  for (const ad of adsOf(world, original)) copyAd(world, ad, { adsetId: copy.id, campaignId: copy.campaignId });
  return copy;
}

function copyCampaign(world: World, original: Campaign): Campaign {
  const { publication: _publication, fbCampaignId: _fbCampaignId, ...campaign } = original;
  const name = nameCopy(original);
  const copy = campaigns(world).insert({ ...campaign, name, fbError: null, ...buildFresh(world) });
  for (const adSet of adSetsOf(world, original)) copyAdSet(world, adSet, { campaignId: copy.id });
  return copy;
}

const nameCopy = ({ name }: { readonly name: string }): string => `${name} (copy)`;

export const duplicateHandlers: Handlers = {
  'POST /ad-publishing/facebook/campaigns/{campaignId}/duplicate': (request, world) => ({
    body: formatCampaignWithParts(world, copyCampaign(world, campaignOfPath(request, world))),
  }),
  'POST /ad-publishing/facebook/adsets/{adsetId}/duplicate': (request, world) => {
    const adSet = adSetOfPath(request, world);
    return { body: formatAdSetWithAds(world, copyAdSet(world, adSet, { name: nameCopy(adSet) })) };
  },
  'POST /ad-publishing/facebook/ads/{adId}/duplicate': (request, world) => {
    const ad = adOfPath(request, world);
    return { body: formatAd(world, copyAd(world, ad, { name: nameCopy(ad) })) };
  },
};
