/** How people ask about SaaS plans and the clients on them. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const planAsks = {
  'GET /saas/agency-plans/{companyId}': [
    'what plans does our agency sell',
    'list SaaS plans and prices',
    'pricing tiers for clients',
    'plan ids for enabling SaaS',
    'which packages have a free trial',
    'show all software plans',
  ],
  'GET /saas/saas-plan/{planId}': [
    'details of one SaaS plan',
    'what is included in this plan',
    'setup fee of a plan',
    'price of a single software package',
    'look up a plan by id',
    'limits and trial days of one plan',
  ],
  'GET /saas/saas-locations/{companyId}': [
    'which clients are on SaaS',
    'list sub-accounts in SaaS mode',
    "who hasn't paid their software subscription",
    'clients by plan and status',
    'how many SaaS customers do we have',
    'sub-accounts in trial',
  ],
  'GET /saas/get-saas-subscription/{locationId}': [
    'what plan is this client on',
    'SaaS subscription of a sub-account',
    "is the client's software plan active",
    'Stripe ids of an account',
    'how much does this agency client pay us',
    'subscription status of one location',
  ],
  'GET /saas/locations': [
    'which sub-account belongs to this Stripe customer',
    'find account by Stripe subscription id',
    'Stripe shows cus_ id, whose account is it',
    'look up location by Stripe id',
    'match a Stripe payment to a client',
    'reverse lookup from Stripe',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
