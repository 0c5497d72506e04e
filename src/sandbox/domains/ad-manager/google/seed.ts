/** What a location has at Google Ads from the start. */
import type { SeedContext, SeedLocation } from '../../../domain.ts';
import { createDigits } from '../platform-ids.ts';
import { assets, conversions, googleAdAccounts, googleCampaigns, googleIntegrations } from './records.ts';

/** An account; where it is linked, a conversion, a telephone number and a campaign that runs. */
export function seedGoogle(context: SeedContext, location: SeedLocation, isConnected: boolean): void {
  const { world, daysAgo } = context;
  const mccId = createDigits(world, 10);
  const account = googleAdAccounts(world).insert({
    id: createDigits(world, 10),
    locationId: location.id,
    name: `${location.name} search`,
    mccId,
    currency: 'USD',
    timezone: location.timezone,
  });
  if (!isConnected) return;
  const times = { createdAt: daysAgo(130), updatedAt: daysAgo(130) };
  googleIntegrations(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    status: 'connected',
    adAccountId: account.id,
    mccId,
    ...times,
  });
  const id = createDigits(world, 10);
  conversions(world).insert({
    id,
    locationId: location.id,
    resourceName: `customers/${account.id}/conversionActions/${id}`,
    name: 'Booked visit',
    status: 'ENABLED',
    type: 'UPLOAD_CLICKS',
    category: 'LEAD',
    valueSettings: { defaultValue: 40, defaultCurrencyCode: 'USD', alwaysUseDefaultValue: true },
    countingType: 'ONE_PER_CLICK',
    attributionModel: 'GOOGLE_ADS_LAST_CLICK',
    clickThroughWindow: 30,
  });
  const assetId = createDigits(world, 9);
  assets(world).insert({
    id: assetId,
    locationId: location.id,
    resourceName: `customers/${account.id}/assets/${assetId}`,
    type: 'CALL',
    payload: { phoneNumber: location.phone, countryCode: location.country },
  });
  seedCampaign(context, location, account.id);
}

function seedCampaign({ world, daysAgo }: SeedContext, location: SeedLocation, customer: string): void {
  const id = world.newObjectId();
  const groupId = world.newObjectId();
  const resource = (kind: string) => `customers/${customer}/${kind}/${createDigits(world, 12)}`;
  const times = { createdAt: daysAgo(35), updatedAt: daysAgo(20) };
  const ad = {
    id: world.newObjectId(),
    adCampaignId: id,
    adGroupId: groupId,
    googleAdId: resource('ads'),
    name: 'Search ad',
    headlines: [location.name, 'Book online'],
    descriptions: ['Close to you'],
    finalUrl: location.website,
    publishingStatus: 'PUBLISHED',
  };
  googleCampaigns(world).insert({
    id,
    locationId: location.id,
    name: 'Search nearby',
    googleAdAccountId: customer,
    ...times,
    advertisingChannelType: 'SEARCH',
    source: 'AD_MANAGER',
    publishingStatus: 'PUBLISHED',
    googleCampaignId: resource('campaigns'),
    adGroups: [
      {
        id: groupId,
        name: 'Near me',
        adCampaignId: id,
        googleAdGroupId: resource('adGroups'),
        keywords: { positives: [{ keyword: `${location.city} near me`, matchType: 'PHRASE' }], negatives: [] },
        publishingStatus: 'PUBLISHED',
        adGroupError: '',
        adContent: [ad],
        ...times,
      },
    ],
    settings: {
      budget: { budgetType: 'DAILY', amount: 15 },
      biddingStrategy: { type: 'MAXIMIZE_CONVERSIONS' },
      networkSettings: { targetSearchNetwork: true, targetContentNetwork: false },
      campaignGoal: {},
      assets: { calls: [], sitelinks: [], images: [] },
      audience: {},
      adSchedule: [],
      isEuPoliticalAds: false,
    },
    unpublishedChanges: false,
    createdBy: '',
    updatedBy: '',
  });
}
