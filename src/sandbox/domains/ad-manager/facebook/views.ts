/** Campaigns, ad sets and ads as the ad manager answers them (the documents of v3 show the shapes). */
import type { World } from '../../../world.ts';
import { resolveStatus } from '../publishing.ts';
import { type Ad, type AdSet, adSetsOf, adsOf, type Campaign } from './records.ts';

/** A text and its list of variants, of which the API of V2 can only write one. */
const variantsOf = (text: string | undefined): object[] => (text === undefined ? [] : [{ text }]);

export function formatCampaign(world: World, campaign: Campaign): object {
  const { publication: _publication, fbCampaignId, ...shown } = campaign;
  const publishingStatus = resolveStatus(world, campaign);
  // Facebook's id is known when the publication is through.
  return { ...shown, ...(fbCampaignId && publishingStatus !== 'PUBLISHING' && { fbCampaignId }), publishingStatus };
}

export function formatAdSet(world: World, adSet: AdSet): object {
  const { publication: _publication, locationId: _locationId, fbAdSetId, ...shown } = adSet;
  const publishingStatus = resolveStatus(world, adSet);
  const launched = fbAdSetId && publishingStatus !== 'PUBLISHING' && { fbAdSetId };
  return { ...shown, ...launched, publishingStatus, fbError: null };
}

export function formatAd(world: World, ad: Ad): object {
  const { publication: _publication, locationId: _locationId, fbAdId, ...shown } = ad;
  const publishingStatus = resolveStatus(world, ad);
  return {
    ...shown,
    ...(fbAdId && publishingStatus !== 'PUBLISHING' && { fbAdId }),
    publishingStatus,
    fbError: null,
    primaryTexts: variantsOf(ad.primaryText),
    headlines: variantsOf(ad.headline),
    descriptions: variantsOf(ad.description),
    destinationLink: ad.destinationLink ?? null,
  };
}

export const formatAdSetWithAds = (world: World, adSet: AdSet): object => ({
  ...formatAdSet(world, adSet),
  ads: adsOf(world, adSet).map((ad) => formatAd(world, ad)),
});

export const formatCampaignWithParts = (world: World, campaign: Campaign): object => ({
  ...formatCampaign(world, campaign),
  adsets: adSetsOf(world, campaign).map((adSet) => formatAdSetWithAds(world, adSet)),
});
