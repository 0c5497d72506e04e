/** What clients pay for usage, and the wallet it is taken from. Agency tokens only. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { explicitLocation } from './hints.ts';

export const billingGuides = {
  'POST /saas/update-rebilling/{companyId}': {
    name: 'saas_api_bulk_rebilling_update',
    title: 'Set what clients pay for usage',
    summary:
      'Switches one usage product (phone, email, AI …) for many clients and sets its markup in percent: what they pay from then on.',
    notes: [
      'Needs an agency token.',
      'One product for each call; the present settings cannot be read through the API.',
      'Here markup is a percentage; in saas_api_pending_rebilling_set it is a multiplier.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: {
      locationIds: 'from saas_api_location_list',
      'config.optIn': 'true switches the product on',
      'config.enabled': 'true charges the client for it',
      'config.markup': 'percent on top: 5 makes 100 cost 105',
    },
    words: ['markup', 'resell SMS', 'usage fees', 'profit margin', 'rebill'],
    examples: [
      {
        ask: 'Charge these two clients 20 % on top for phone usage',
        args: {
          companyId: '5DP4iH6HLkQsiKESj6rh',
          product: 'Phone',
          locationIds: ['zzyG7A4x6bRJl5SlhQhH', 'Vygq7VgXCDfg3xnl8TBR'],
          config: { optIn: true, enabled: true, markup: 20 },
        },
      },
    ],
  },
  'POST /saas/allow-attach-rebilling/{locationId}': {
    name: 'saas_api_pending_rebilling_set',
    title: 'Prepare rebilling of a new client',
    summary:
      'Marks a client in setup as awaiting payment and stores usage prices (multipliers). Running clients: saas_api_bulk_rebilling_update.',
    notes: [
      'In setup means status setup_pending. locationId must be named.',
      'A markup of 4 is stored as 300 percent on top: the answer shows percent, the request takes the multiplier.',
      'Answers 422 when the sub-account is in SaaS mode already or not in setup_pending.',
      'Products are contentAI, workflow_premium_actions, workflow_ai, conversationAI, whatsApp, reviewsAI, EmailVerification, funnelAI, domainPurchase, Phone, Email, agentStudio, askai, aiStudio.',
    ],
    risk: 'high-impact',
    idempotent: true,
    explicit: ['locationId'],
    hints: {
      ...explicitLocation,
      attachedRebillingConfig: 'e.g. {Phone: {enabled, markup}}; markup 3 triples cost',
    },
    words: ['markup', 'onboard', 'payment pending', 'usage fees', 'external billing'],
    examples: [
      {
        ask: 'Get rebilling of this new client ready: phone at three times our cost',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          companyId: '5DP4iH6HLkQsiKESj6rh',
          attachedRebillingConfig: { Phone: { enabled: true, markup: 3 } },
        },
      },
    ],
  },
  'GET /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance': {
    name: 'saas_api_wallet_get',
    title: "Get a client's wallet balance",
    summary:
      'Balance and free credits in the wallet that pays for usage of one sub-account; agency token only. Single transactions cannot be read (issue #275).',
    risk: 'read',
    words: ['credits', 'funds', 'prepaid', 'how much is left', 'recharge'],
  },
  'POST /saas-api/public-api/companies/{companyId}/locations/{locationId}/wallet-balance/complimentary-credits': {
    name: 'saas_api_wallet_credit_add',
    title: 'Give a client free credits',
    summary:
      "Adds free credits to a client's wallet at the agency's cost: an amount to add, not the new balance. Twice adds twice.",
    notes: [
      'Needs an agency token; locationId must be named.',
      'No call takes credits back.',
      'After an unclear failure compare complimentaryCredits in saas_api_wallet_get before repeating it.',
    ],
    risk: 'high-impact',
    money: { of: 'charge', amount: 'complimentaryCreditsAmount' },
    findOut: { looks: [], check: 'saas_api_wallet_get shows the credits: compare with what they were before.' },
    explicit: ['locationId'],
    hints: { ...explicitLocation, complimentaryCreditsAmount: 'amount to add' },
    words: ['top up', 'gift', 'bonus', 'refund credits', 'compensate'],
    examples: [
      {
        ask: 'Give this client 25 dollars of free credits for the outage',
        args: {
          companyId: '5DP4iH6HLkQsiKESj6rh',
          locationId: 've9EPM428h8vShlRW1KT',
          complimentaryCreditsAmount: 25,
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
