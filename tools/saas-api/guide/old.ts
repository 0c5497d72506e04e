/**
 * The older paths of the same operations. HighLevel has deprecated them, so they only point to the others,
 * and have no hints of their own.
 */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { bulkFindOut, lookAtPlan } from './hints.ts';

export const oldGuides = {
  'GET /saas-api/public-api/agency-plans/{companyId}': {
    name: 'saas_api_plan_old_list',
    title: 'List SaaS plans (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_plan_list, which answers the same.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['pricing', 'packages'],
  },
  'GET /saas-api/public-api/saas-plan/{planId}': {
    name: 'saas_api_plan_old_get',
    title: 'Get a SaaS plan (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_plan_get, which answers the same.',
    risk: 'read',
    words: ['pricing', 'package'],
  },
  'GET /saas-api/public-api/saas-locations/{companyId}': {
    name: 'saas_api_location_old_list',
    title: 'List SaaS sub-accounts (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_location_list, which answers the same.',
    risk: 'read',
    paging: { style: 'page', items: 'locations', total: 'pagination.total', offset: 'page', firstPage: 1 },
    words: ['clients', 'subscribers'],
  },
  'GET /saas-api/public-api/get-saas-subscription/{locationId}': {
    name: 'saas_api_subscription_old_get',
    title: "Get a sub-account's SaaS subscription (deprecated path)",
    summary: 'Deprecated by HighLevel: use saas_api_subscription_get, which answers the same.',
    risk: 'read',
    words: ['client plan', 'paid'],
  },
  'GET /saas-api/public-api/locations': {
    name: 'saas_api_location_by_stripe_old_search',
    title: 'Find sub-accounts by Stripe id (deprecated path)',
    summary:
      'Deprecated by HighLevel: prefer saas_api_location_by_stripe_search. Here one of the two Stripe ids is enough.',
    risk: 'read',
    paging: { style: 'none', items: '' },
    words: ['which client', 'lookup'],
  },
  'POST /saas-api/public-api/enable-saas/{locationId}': {
    name: 'saas_api_mode_old_enable',
    title: 'Put a sub-account into SaaS mode (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_mode_enable. Starts billing a client all the same.',
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge' },
    findOut: {
      looks: [lookAtPlan('GET /saas-api/public-api/get-saas-subscription/{locationId}')],
      check: 'saas_api_subscription_get shows whether SaaS mode is on, and which plan.',
    },
    explicit: ['locationId'],
    words: ['activate client', 'start billing'],
  },
  'POST /saas-api/public-api/bulk-enable-saas/{companyId}': {
    name: 'saas_api_bulk_mode_old_enable',
    title: 'Put many sub-accounts into SaaS mode (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_bulk_mode_enable. Starts billing many clients all the same.',
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge' },
    findOut: bulkFindOut,
    words: ['activate clients', 'start billing'],
    examples: [
      {
        ask: 'Put these two clients on the growth plan, over the older path',
        args: {
          companyId: '5DP4iH6HLkQsiKESj6rh',
          locationIds: ['ve9EPM428h8vShlRW1KT', 'zzyG7A4x6bRJl5SlhQhH'],
          isSaaSV2: true,
          actionPayload: {
            saasPlanId: '66c4d36534f21f900dc2a265',
            priceId: '66a9edbfcc6c505a22db7976',
            providerLocationId: 'r06mdj4OrrERzYDvsOdh',
          },
        },
      },
    ],
  },
  'POST /saas-api/public-api/bulk-disable-saas/{companyId}': {
    name: 'saas_api_bulk_mode_old_disable',
    title: 'Take sub-accounts out of SaaS mode (deprecated path)',
    summary:
      'Deprecated by HighLevel: use saas_api_bulk_mode_disable. Cancels subscriptions and deletes wallets all the same.',
    risk: 'high-impact',
    idempotent: true,
    deletes: { each: ['locationIds[]'] },
    words: ['cancel client', 'stop billing'],
  },
  'POST /saas-api/public-api/pause/{locationId}': {
    name: 'saas_api_location_old_pause',
    title: 'Lock or unlock a sub-account (deprecated path)',
    summary: 'Deprecated by HighLevel: use saas_api_location_pause. Locks a client out all the same.',
    risk: 'high-impact',
    idempotent: true,
    explicit: ['locationId'],
    words: ['suspend', 'resume'],
  },
  'PUT /saas-api/public-api/update-saas-subscription/{locationId}': {
    name: 'saas_api_subscription_old_update',
    title: 'Change the Stripe subscription of a sub-account (deprecated path)',
    summary: "Deprecated by HighLevel: use saas_api_subscription_update. Changes a client's billing all the same.",
    risk: 'high-impact',
    idempotent: true,
    money: { of: 'charge' },
    explicit: ['locationId'],
    words: ['change plan', 'billing', 'upgrade', 'downgrade'],
  },
  'POST /saas-api/public-api/update-rebilling/{companyId}': {
    name: 'saas_api_bulk_rebilling_old_update',
    title: 'Set what clients pay for usage (deprecated path)',
    summary:
      'Deprecated by HighLevel: use saas_api_bulk_rebilling_update. Changes what clients are charged all the same.',
    risk: 'high-impact',
    idempotent: true,
    words: ['markup', 'usage fees'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
