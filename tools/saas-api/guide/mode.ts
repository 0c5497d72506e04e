/** Putting sub-accounts into SaaS mode, taking them out, changing their subscription, locking them. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { bulkFindOut, explicitLocation, lookAtPlan, planChoiceHints, stripeHints } from './hints.ts';

export const modeGuides = {
  'POST /saas/enable-saas/{locationId}': {
    name: 'saas_api_mode_enable',
    title: 'Put a sub-account into SaaS mode',
    summary:
      'Starts billing one client for a SaaS plan; needs agency token and Agency Pro plan. Many at once: saas_api_bulk_mode_enable.',
    notes: [
      'locationId must be named.',
      'V2 (isSaaSV2 true) needs contactId and providerLocationId; V1 needs stripeAccountId, name, email and stripeCustomerId.',
      'saasPlanId and priceId set the plan at once; without them the client picks one.',
      'After an unclear failure read saas_api_subscription_get before repeating it.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge' },
    findOut: {
      looks: [lookAtPlan('GET /saas/get-saas-subscription/{locationId}')],
      check: 'saas_api_subscription_get shows whether SaaS mode is on, and which plan.',
    },
    explicit: ['locationId'],
    hints: {
      ...explicitLocation,
      isSaaSV2: planChoiceHints.isSaaSV2,
      stripeAccountId: planChoiceHints.stripeAccountId,
      name: "V1 only: client's name at Stripe",
      email: "V1 only: client's email at Stripe",
      stripeCustomerId: 'V1 only: cus_…, when there is one',
      contactId: 'V2 only: the client, a contact in providerLocationId',
      providerLocationId: planChoiceHints.providerLocationId,
      saasPlanId: planChoiceHints.saasPlanId,
      priceId: planChoiceHints.priceId,
    },
    words: ['activate client', 'resell', 'start billing', 'onboard', 'subscription'],
    examples: [
      {
        ask: 'Put this client on our monthly growth plan (V2)',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          companyId: '5DP4iH6HLkQsiKESj6rh',
          isSaaSV2: true,
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          providerLocationId: 'r06mdj4OrrERzYDvsOdh',
          saasPlanId: '66c4d36534f21f900dc2a265',
          priceId: '66a9edbfcc6c505a22db7976',
        },
      },
    ],
  },
  'POST /saas/bulk-enable-saas/{companyId}': {
    name: 'saas_api_bulk_mode_enable',
    title: 'Put many sub-accounts into SaaS mode',
    summary:
      'Starts billing many clients on one plan, in the background: follow saas_api_location_list, do not repeat. Agency token only.',
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge' },
    findOut: bulkFindOut,
    hints: {
      locationIds: 'from locations_location_search',
      isSaaSV2: planChoiceHints.isSaaSV2,
      'actionPayload.saasPlanId': planChoiceHints.saasPlanId,
      'actionPayload.priceId': planChoiceHints.priceId,
      'actionPayload.stripeAccountId': planChoiceHints.stripeAccountId,
      'actionPayload.providerLocationId': planChoiceHints.providerLocationId,
    },
    words: ['activate clients', 'resell', 'start billing', 'batch', 'migrate'],
    examples: [
      {
        ask: 'Put these two clients on the growth plan (V2)',
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
  'POST /saas/bulk-disable-saas/{companyId}': {
    name: 'saas_api_bulk_mode_disable',
    title: 'Take sub-accounts out of SaaS mode',
    summary:
      'Ends SaaS for clients: cancels subscriptions and deletes wallets for good. To only lock one out: saas_api_location_pause.',
    notes: [
      "Refunds are the agency's job.",
      'Read each balance with saas_api_wallet_get first: it is gone afterwards (HighLevel emails it to the agency).',
      'The sub-accounts themselves and their data stay.',
    ],
    risk: 'high-impact',
    idempotent: true,
    deletes: { each: ['locationIds[]'] },
    hints: { locationIds: 'from saas_api_location_list' },
    words: ['cancel client', 'offboard', 'stop billing', 'deactivate', 'churn'],
  },
  'POST /saas/pause/{locationId}': {
    name: 'saas_api_location_pause',
    title: 'Lock or unlock a sub-account',
    summary:
      "Locks a client's staff out of the sub-account at once (paused true), or lets them back in (false). Agency token only.",
    notes: [
      'Agency staff always get in. locationId must be named.',
      'What a pause does to running automations and to the bill is undocumented.',
    ],
    risk: 'high-impact',
    idempotent: true,
    explicit: ['locationId'],
    hints: { ...explicitLocation, paused: 'true locks, false unlocks' },
    words: ['suspend', 'resume', 'unpause', 'unpaid client', 'block access', 'reactivate'],
    examples: [
      {
        ask: 'Let this client back in, they have paid',
        args: { locationId: 've9EPM428h8vShlRW1KT', companyId: '5DP4iH6HLkQsiKESj6rh', paused: false },
      },
    ],
  },
  'PUT /saas/update-saas-subscription/{locationId}': {
    name: 'saas_api_subscription_update',
    title: 'Change the Stripe subscription of a sub-account',
    summary:
      'Ties a sub-account to another Stripe subscription, and so to another bill; agency token only. See saas_api_subscription_get first.',
    notes: [
      'It creates neither subscription nor customer; locationId must be named.',
      "HighLevel's own name for it is generate-payment-link, its title says update: check the effect.",
      'There is no call to choose a plan by its id here; the Stripe subscription carries it.',
    ],
    risk: 'high-impact',
    idempotent: true,
    money: { of: 'charge' },
    explicit: ['locationId'],
    hints: { ...explicitLocation, ...stripeHints },
    words: ['upgrade', 'downgrade', 'change plan', 'switch card', 'billing'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
