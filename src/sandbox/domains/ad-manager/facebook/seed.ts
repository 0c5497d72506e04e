/** What each location has at Facebook from the start. */
import type { SeedContext, SeedLocation } from '../../../domain.ts';
import { contacts } from '../../contacts/records.ts';
import { createDigits } from '../platform-ids.ts';
import {
  adSets,
  ads,
  campaigns,
  conversationForms,
  customAudiences,
  facebookAdAccounts,
  facebookIntegrations,
  facebookPages,
  leadForms,
  pixels,
} from './records.ts';

/** Linked pages and account, a campaign that runs and one that is being written, and what belongs to them. */
export function seedFacebook(context: SeedContext, location: SeedLocation): void {
  const { world, daysAgo } = context;
  const page = facebookPages(world).insert({
    id: createDigits(world, 15),
    locationId: location.id,
    name: location.name,
    category: 'Local business',
  });
  facebookPages(world).insert({
    id: createDigits(world, 15),
    locationId: location.id,
    name: `${location.name} Jobs`,
    category: 'Jobs',
  });
  const account = facebookAdAccounts(world).insert({
    id: `act_${createDigits(world, 15)}`,
    locationId: location.id,
    name: `${location.name} ads`,
    currency: 'USD',
    timezoneName: location.timezone,
    business: { id: createDigits(world, 15), name: location.name },
  });
  const createdOn = daysAgo(140);
  facebookIntegrations(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    fbAdAccountId: account.id,
    fbDefaultPageId: page.id,
    pages: [{ _id: world.newObjectId(), id: page.id, name: page.name, createdOn }],
    createdAt: createdOn,
    updatedAt: createdOn,
  });
  seedForms(context, location, page.id);
  seedAudiences(context, location, account.id);
  const launched = { publishingStatus: 'PUBLISHED', fbCampaignId: createDigits(world, 18) } as const;
  seedCampaign(context, account.id, page.id, { name: 'New faces', location, launched });
  seedCampaign(context, account.id, page.id, { name: 'Summer offer', location });
}

interface CampaignPlan {
  readonly name: string;
  readonly location: SeedLocation;
  readonly launched?: { readonly publishingStatus: 'PUBLISHED'; readonly fbCampaignId: string };
}

function seedCampaign(context: SeedContext, account: string, pageId: string, plan: CampaignPlan): void {
  const { world, daysAgo } = context;
  const { location, launched, name } = plan;
  const publishingStatus = launched?.publishingStatus ?? 'DRAFT';
  const base = { locationId: location.id, publishingStatus, unpublishedChanges: false } as const;
  const times = { createdAt: daysAgo(45), updatedAt: daysAgo(30) };
  const campaign = campaigns(world).insert({
    id: world.newObjectId(),
    ...base,
    name,
    fbAdAccountId: account,
    objective: 'OUTCOME_LEADS',
    ...launched,
    specialAdCategories: ['NONE'],
    fbError: null,
    source: 'AD_MANAGER',
    ...times,
  });
  const adSet = adSets(world).insert({
    id: world.newObjectId(),
    ...base,
    campaignId: campaign.id,
    name: `Around ${location.city}`,
    pageId,
    ...times,
    instagramActorId: null,
    messagingPlatforms: [],
    conversionLocation: 'on_ad',
    audience: {
      geo_locations: [{ key: location.city, name: location.city, type: 'city', selectionType: 'include' }],
      age_min: 25,
      age_max: 65,
    },
    budget: { budgetType: 'DAILY', amount: 20 },
    ...(launched && { fbAdSetId: createDigits(world, 18) }),
  });
  ads(world).insert({
    id: world.newObjectId(),
    ...base,
    campaignId: campaign.id,
    adsetId: adSet.id,
    name: `${name} 1`,
    ...times,
    primaryText: `Meet ${location.name}`,
    headline: name,
    description: 'First visit free',
    cta: 'LEARN_MORE',
    mediaType: 'SINGLE',
    media: [{ type: 'image', src: `${location.website}/ad.jpg` }],
    multiAdvertiserAds: false,
    ...(launched && { fbAdId: createDigits(world, 18) }),
  });
}

function seedForms({ world, daysAgo }: SeedContext, location: SeedLocation, pageId: string): void {
  const thankYouPage = {
    title: 'Thank you',
    body: 'We will call you',
    buttonText: 'Website',
    buttonType: 'VIEW_WEBSITE',
  };
  leadForms(world).insert({
    id: createDigits(world, 16),
    locationId: location.id,
    pageId,
    name: 'Call me back',
    type: 'MORE_VOLUME',
    questions: [
      { id: createDigits(world, 16), key: 'full_name', label: 'Name', type: 'FULL_NAME' },
      { id: createDigits(world, 16), key: 'phone', label: 'Telephone', type: 'PHONE' },
    ],
    privacyPolicyLink: `${location.website}/privacy`,
    thankYouPage: { ...thankYouPage, buttonLink: location.website },
    createdAt: daysAgo(44),
  });
  const createdAt = daysAgo(40);
  conversationForms(world).insert({
    id: world.newObjectId(),
    locationId: location.id,
    name: 'Welcome',
    text: 'Hello! How can we help?',
    questions: [{ _id: world.newObjectId(), question: 'When are you open?', response: 'Monday to Saturday.' }],
    createdAt,
    updatedAt: createdAt,
  });
  pixels(world).insert({
    id: createDigits(world, 16),
    locationId: location.id,
    name: 'Website',
    type: 'LEAD_EVENT',
    createdAt,
  });
}

function seedAudiences({ world, daysAgo }: SeedContext, location: SeedLocation, adAccountId: string): void {
  const members = contacts(world).inLocation(location.id).slice(0, 25);
  const plans = [
    ['Customers', 'CUSTOM', members.map(({ id }) => id)],
    ['People like our customers', 'LOOKALIKE', []],
    ['Visitors of the website', 'WEBSITE', []],
  ] as const;
  for (const [name, subtype, memberIds] of plans) {
    customAudiences(world).insert({
      id: createDigits(world, 18),
      locationId: location.id,
      adAccountId,
      name,
      description: '',
      subtype,
      memberIds,
      createdAt: daysAgo(100),
      updatedAt: daysAgo(60),
    });
  }
}
