/** What the ad manager keeps about LinkedIn. */
import type { Collection, SandboxRecord, World } from '../../../world.ts';
import type { Publishable } from '../publishing.ts';

type Json = Readonly<Record<string, unknown>>;

/** An ad or an ad campaign: the ids in it are the ad manager's, LinkedIn's stand beside. */
export interface Part extends Json {
  readonly id: string;
  readonly publishingStatus: string;
}

export interface AdCampaign extends Part {
  readonly ads: readonly Part[];
}

/** A campaign group with everything in it. */
export interface CampaignGroup extends SandboxRecord, Publishable {
  readonly name: string;
  readonly linkedInAdAccountId: string;
  /** LinkedIn's id, given by the publication. */
  readonly adCampaignGroupId?: string;
  readonly objectiveType: string;
  readonly adBudgetOptimization: string;
  readonly budget: Json;
  readonly adCampaigns: readonly AdCampaign[];
  readonly meta?: Json;
  readonly unpublishedChanges: boolean;
  readonly createdBy: string;
  readonly updatedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An account that the connected person can use. The id is LinkedIn's; answers show it as a number. */
export interface LinkedInAdAccount extends SandboxRecord {
  readonly name: string;
  readonly currency: string;
  /** URN. */
  readonly organizationId: string;
}

/** The link between a location and LinkedIn: at most one, kept when it is taken away. */
export interface LinkedInIntegration extends SandboxRecord {
  readonly status: 'connected' | 'disconnected';
  readonly adAccountId?: string;
  readonly currencyCode: string;
  readonly organizationId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** The id is LinkedIn's; answers show it as a number. */
export interface LeadForm extends SandboxRecord {
  readonly accountId: string;
  readonly name: string;
  readonly state: string;
  readonly creationLocale: Json;
  readonly owner: Json;
  readonly content: Json;
  readonly hiddenFields: readonly Json[];
  /** Epoch milliseconds. */
  readonly created: number;
}

export const campaignGroups = (world: World): Collection<CampaignGroup> =>
  world.collection<CampaignGroup>('linkedin-campaign-groups');
export const linkedInAdAccounts = (world: World): Collection<LinkedInAdAccount> =>
  world.collection<LinkedInAdAccount>('linkedin-ad-accounts');
export const linkedInIntegrations = (world: World): Collection<LinkedInIntegration> =>
  world.collection<LinkedInIntegration>('linkedin-integrations');
export const linkedInLeadForms = (world: World): Collection<LeadForm> =>
  world.collection<LeadForm>('linkedin-lead-forms');
