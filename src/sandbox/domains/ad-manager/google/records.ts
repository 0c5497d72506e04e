/** What the ad manager keeps about Google Ads. Google's ids are decimal, and resource names carry the customer's. */
import type { Collection, SandboxRecord, World } from '../../../world.ts';
import type { Publishable } from '../publishing.ts';

type Json = Readonly<Record<string, unknown>>;

export interface GoogleAd extends Json {
  readonly id: string;
}

export interface AdGroup extends Json {
  readonly id: string;
  readonly name: string;
  readonly googleAdGroupId: string;
  readonly adContent: readonly GoogleAd[];
}

/** A campaign with everything in it. The id is the ad manager's. */
export interface GoogleCampaign extends SandboxRecord, Publishable {
  readonly name: string;
  readonly googleAdAccountId: string;
  readonly advertisingChannelType: string;
  readonly source: string;
  readonly adGroups: readonly AdGroup[];
  /** Resource name, given by the publication. */
  readonly googleCampaignId?: string;
  /** Budget, audience, bidding and the like, as written. */
  readonly settings: Json;
  readonly unpublishedChanges: boolean;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An account that the connected person can use. The id is Google's customer id. */
export interface GoogleAdAccount extends SandboxRecord {
  readonly name: string;
  readonly mccId: string;
  readonly currency: string;
  readonly timezone: string;
}

/** The link between a location and Google Ads: at most one, kept when it is taken away. */
export interface GoogleIntegration extends SandboxRecord {
  readonly status: 'connected' | 'disconnected';
  /** Empty when disconnected. */
  readonly adAccountId: string;
  readonly mccId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Conversion extends SandboxRecord {
  readonly resourceName: string;
  readonly name: string;
  readonly status: 'ENABLED' | 'REMOVED';
  readonly type: string;
  readonly category: string;
  readonly valueSettings: Json;
  readonly countingType: string;
  readonly attributionModel: string;
  /** Days. */
  readonly clickThroughWindow: number;
}

export interface Asset extends SandboxRecord {
  readonly resourceName: string;
  readonly type: 'CALL' | 'SITELINK' | 'LEAD_FORM';
  readonly payload: Json;
}

export interface Audience extends SandboxRecord {
  readonly resourceName: string;
  readonly name: string;
  readonly dimensions: Json;
  readonly exclusionDimension: Json;
}

/** `CUSTOM_SEGMENTS` is what people search for and look at; the other kinds are lists of users. */
export interface Segment extends SandboxRecord {
  readonly resourceName: string;
  readonly kind: 'CUSTOM_SEGMENTS' | 'WEBSITE_VISITOR' | 'CUSTOMER_MATCH' | 'LOOKALIKE';
  readonly name: string;
  readonly status: string;
  readonly details: Json;
  /** Where the users of a customer list were uploaded from. */
  readonly uploads: readonly Json[];
}

export const googleCampaigns = (world: World): Collection<GoogleCampaign> =>
  world.collection<GoogleCampaign>('google-campaigns');
export const googleAdAccounts = (world: World): Collection<GoogleAdAccount> =>
  world.collection<GoogleAdAccount>('google-ad-accounts');
export const googleIntegrations = (world: World): Collection<GoogleIntegration> =>
  world.collection<GoogleIntegration>('google-integrations');
export const conversions = (world: World): Collection<Conversion> => world.collection<Conversion>('google-conversions');
export const assets = (world: World): Collection<Asset> => world.collection<Asset>('google-assets');
export const audiences = (world: World): Collection<Audience> => world.collection<Audience>('google-audiences');
export const segments = (world: World): Collection<Segment> => world.collection<Segment>('google-segments');
