/** What the ad manager keeps about Facebook. Ids of campaigns, ad sets and ads are its own; Facebook's stand beside. */
import type { Collection, SandboxRecord, World } from '../../../world.ts';
import type { Publishable } from '../publishing.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Campaign extends SandboxRecord, Publishable {
  readonly name: string;
  readonly fbAdAccountId: string;
  /** Given by the publication. */
  readonly fbCampaignId?: string;
  readonly objective: string;
  readonly specialAdCategories: readonly string[];
  /** A notice about its parts, for all its name. */
  readonly fbError: string | null;
  readonly source: string;
  readonly unpublishedChanges: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface AdSet extends SandboxRecord, Publishable {
  readonly campaignId: string;
  readonly name: string;
  readonly fbAdSetId?: string;
  readonly pageId: string;
  readonly instagramActorId: string | null;
  readonly messagingPlatforms: readonly string[];
  readonly whatsappNumber?: string;
  readonly audience: Json;
  readonly budget: Json;
  readonly conversionLocation?: string;
  readonly customEventType?: string;
  readonly pixelId?: string;
  readonly unpublishedChanges: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Ad extends SandboxRecord, Publishable {
  readonly campaignId: string;
  readonly adsetId: string;
  readonly name: string;
  readonly fbAdId?: string;
  readonly primaryText?: string;
  readonly headline?: string;
  readonly description?: string;
  readonly imageUrl?: string;
  readonly mediaType: 'SINGLE' | 'CAROUSEL';
  readonly media: readonly Json[];
  readonly multiAdvertiserAds: boolean;
  readonly cta?: string;
  readonly conversationFormId?: string;
  readonly destinationLink?: string;
  readonly destinationFormId?: string;
  readonly unpublishedChanges: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A page that the connected person manages. The id is Facebook's. */
export interface FacebookPage extends SandboxRecord {
  readonly name: string;
  readonly category: string;
}

/** An ad account that the connected person can use. The id is Facebook's, with its `act_`. */
export interface FacebookAdAccount extends SandboxRecord {
  readonly name: string;
  readonly currency: string;
  readonly timezoneName: string;
  readonly business: { readonly id: string; readonly name: string };
}

/** The link between a location and Facebook: at most one. */
export interface FacebookIntegration extends SandboxRecord {
  readonly fbAdAccountId?: string;
  readonly fbDefaultPageId?: string;
  readonly pages: readonly {
    readonly _id: string;
    readonly id: string;
    readonly name: string;
    readonly createdOn: string;
  }[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A form that opens inside Facebook. The id is Facebook's. */
export interface LeadForm extends SandboxRecord {
  readonly pageId: string;
  readonly name: string;
  readonly type: 'MORE_VOLUME' | 'HIGHER_INTENT';
  readonly questions: readonly Json[];
  readonly privacyPolicyLink: string;
  readonly privacyPolicyText?: string;
  readonly thankYouPage: Json;
  readonly greetingCard?: Json;
  readonly questionPageHeadline?: string;
  readonly customDisclaimer?: Json;
  readonly createdAt: string;
}

/** Quick replies of a Messenger conversation. */
export interface ConversationForm extends SandboxRecord {
  readonly name: string;
  readonly text: string;
  readonly questions: readonly Json[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The id is Facebook's. `igUserId` marks the dataset of an Instagram account. */
export interface Pixel extends SandboxRecord {
  readonly name: string;
  readonly type: string;
  readonly igUserId?: string;
  readonly createdAt: string;
}

/** Where the members of an audience came from in bulk. */
export interface AudienceSource {
  readonly type: 'SMARTLIST' | 'CSV';
  readonly dynamic: boolean;
  readonly sourceName?: string;
  readonly smartLists: readonly { readonly id: string }[];
  readonly createdAt: string;
}

/** The id is Facebook's. Audiences are made at Facebook, so the seed's are all there are. */
export interface CustomAudience extends SandboxRecord {
  readonly adAccountId: string;
  readonly name: string;
  readonly description: string;
  readonly subtype: 'CUSTOM' | 'LOOKALIKE' | 'WEBSITE' | 'ENGAGEMENT';
  readonly memberIds: readonly string[];
  readonly source?: AudienceSource;
  /** ISO times; answers show seconds. */
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const campaigns = (world: World): Collection<Campaign> => world.collection<Campaign>('facebook-campaigns');
export const adSets = (world: World): Collection<AdSet> => world.collection<AdSet>('facebook-ad-sets');
export const ads = (world: World): Collection<Ad> => world.collection<Ad>('facebook-ads');
export const facebookPages = (world: World): Collection<FacebookPage> =>
  world.collection<FacebookPage>('facebook-pages');
export const facebookAdAccounts = (world: World): Collection<FacebookAdAccount> =>
  world.collection<FacebookAdAccount>('facebook-ad-accounts');
export const facebookIntegrations = (world: World): Collection<FacebookIntegration> =>
  world.collection<FacebookIntegration>('facebook-integrations');
export const leadForms = (world: World): Collection<LeadForm> => world.collection<LeadForm>('facebook-lead-forms');
export const conversationForms = (world: World): Collection<ConversationForm> =>
  world.collection<ConversationForm>('facebook-conversation-forms');
export const pixels = (world: World): Collection<Pixel> => world.collection<Pixel>('facebook-pixels');
export const customAudiences = (world: World): Collection<CustomAudience> =>
  world.collection<CustomAudience>('facebook-custom-audiences');

export const adSetsOf = (world: World, campaign: Campaign): AdSet[] =>
  adSets(world)
    .inLocation(campaign.locationId)
    .filter((adSet) => adSet.campaignId === campaign.id);

export const adsOf = (world: World, adSet: AdSet): Ad[] =>
  ads(world)
    .inLocation(adSet.locationId)
    .filter((ad) => ad.adsetId === adSet.id);
