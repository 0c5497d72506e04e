/** What an agency sells to its clients, and who bought what. Agency tokens only. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { stripeHints } from './hints.ts';

export const planGuides = {
  'GET /saas/agency-plans/{companyId}': {
    name: 'saas_api_plan_list',
    title: 'List SaaS plans',
    summary:
      'SaaS plans of an agency with prices, trial, limits and isSaaSV2, and the ids that enabling needs. Agency token only.',
    notes: ['Enabling takes saasPlanId and priceId.'],
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['pricing', 'packages', 'tiers', 'reselling', 'agency'],
  },
  'GET /saas/saas-plan/{planId}': {
    name: 'saas_api_plan_get',
    title: 'Get a SaaS plan',
    summary: 'One SaaS plan by id, with setup fee and prices; saas_api_plan_list has nearly the same for all.',
    risk: 'read',
    hints: { planId: 'from saas_api_plan_list' },
    words: ['pricing', 'package', 'tier'],
  },
  'GET /saas/saas-locations/{companyId}': {
    name: 'saas_api_location_list',
    title: 'List SaaS sub-accounts',
    summary:
      'Sub-accounts in SaaS mode with plan and status, e.g. who is unpaid; agency token only. All sub-accounts: locations_location_search.',
    notes: ['The size of a page cannot be chosen; pagination.hasNext says whether there is another.'],
    risk: 'read',
    paging: { style: 'page', items: 'locations', total: 'pagination.total', offset: 'page', firstPage: 1 },
    hints: { page: 'from 1' },
    words: ['clients', 'subscribers', 'MRR', 'past due', 'churn', 'reselling'],
    examples: [{ ask: 'Which clients are on SaaS plans?', args: { companyId: '5DP4iH6HLkQsiKESj6rh', page: 1 } }],
  },
  'GET /saas/get-saas-subscription/{locationId}': {
    name: 'saas_api_subscription_get',
    title: "Get a sub-account's SaaS subscription",
    summary:
      'Plan, price, Stripe ids and status of one sub-account; agency token only. What its own customers subscribe to is payments_subscription_list.',
    risk: 'read',
    words: ['client plan', 'paid', 'past due', 'subscription status'],
  },
  'GET /saas/locations': {
    name: 'saas_api_location_by_stripe_search',
    title: 'Find sub-accounts by Stripe id',
    summary:
      'Ids of the sub-accounts behind a Stripe customer or subscription; agency token only. By client or plan look through saas_api_location_list.',
    notes: ['HighLevel documents both ids as required here, though one identifies the client.'],
    risk: 'read',
    paging: { style: 'none', items: '' },
    hints: stripeHints,
    words: ['which client', 'Stripe webhook', 'lookup'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
