/** People who sell for a location on commission, what they earned and what they were paid. Written in HighLevel only. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Affiliate extends SandboxRecord {
  readonly contactId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly address: string;
  readonly websiteUrl: string;
  readonly vatId: string;
  readonly active: boolean;
  readonly campaignIds: readonly string[];
  readonly clickCount: number;
  readonly lead: number;
  readonly currency: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface AffiliateCampaign extends SandboxRecord {
  readonly name: string;
  /** Percent of what the customer pays. */
  readonly commission: number;
}

/** One sale. */
export interface Commission extends SandboxRecord {
  readonly affiliateId: string;
  readonly campaignId: string;
  readonly payoutId?: string;
  readonly status: 'pending' | 'due' | 'paid';
  readonly productId: string;
  readonly productName: string;
  /** What the customer paid, in the major unit. */
  readonly amount: number;
  readonly commissionAmount: number;
  readonly customer: Readonly<Record<'_id' | 'firstName' | 'lastName' | 'email' | 'type', string>>;
  readonly dueAt: string;
  readonly createdAt: string;
}

/** The sales of a month, paid together. */
export interface Payout extends SandboxRecord {
  readonly affiliateId: string;
  readonly campaignId: string;
  readonly status: 'pending' | 'paid';
  readonly amount: number;
  readonly payoutMonth: string;
  readonly dueAt: string;
  readonly paidAt?: string;
  readonly paidMethod?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const affiliates = (world: World): Collection<Affiliate> => world.collection<Affiliate>('affiliates');
export const affiliateCampaigns = (world: World): Collection<AffiliateCampaign> =>
  world.collection<AffiliateCampaign>('affiliate-campaigns');
export const commissions = (world: World): Collection<Commission> => world.collection<Commission>('commissions');
export const payouts = (world: World): Collection<Payout> => world.collection<Payout>('payouts');
