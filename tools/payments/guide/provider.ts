/** Ways to pay: gateways that a marketplace app brings to a location. Their keys never pass through an agent. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const takesKeys =
  'takes the secret keys of a payment gateway; an operator connects it in HighLevel or in the app itself';
const returnsKeys = 'the documented answer holds the API keys of the payment gateway; read them in HighLevel';

export const providerGuides = {
  'GET /payments/integrations/provider/whitelabel': {
    name: 'payments_whitelabel_provider_list',
    title: 'List white-label gateways',
    summary:
      "White-label payment gateways built on Authorize.net or NMI that an app added to a location. A marketplace app's own provider is not among them.",
    risk: 'read',
    paging: { style: 'offset-limit', items: 'providers', size: 'limit', offset: 'offset' },
    words: ['payment gateway', 'processor', 'integration'],
  },
  'POST /payments/integrations/provider/whitelabel': {
    name: 'payments_whitelabel_provider_create',
    title: 'Add a white-label gateway',
    summary:
      "Adds a white-label payment gateway over Authorize.net or NMI; needs a marketplace app's token. No call removes it again.",
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /payments/integrations/provider/whitelabel', with: { limit: 100, offset: 0 } }],
          records: 'providers',
          match: { title: 'title', provider: 'provider', description: 'description' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'payments_whitelabel_provider_list shows whether a gateway of this title is there.',
    },
    hints: {
      uniqueName: 'lower case letters and hyphens, e.g. easy-direct',
      title: 'name shown to users',
      imageUrl: 'public https URL of the logo',
    },
    words: ['payment gateway', 'processor', 'integration'],
    examples: [
      {
        ask: 'Offer our white-label NMI gateway in this sub-account',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          uniqueName: 'example-pay',
          title: 'Example Pay',
          provider: 'nmi',
          description: 'Card payments through Example Pay',
          imageUrl: 'https://example.com/pay-logo.png',
        },
      },
    ],
  },
  'POST /payments/custom-provider/provider': {
    name: 'payments_custom_provider_create',
    title: 'Register a payment provider',
    summary:
      "Registers a marketplace app's own payment provider in a location; customers can pay with it once its keys are connected.",
    risk: 'write',
    idempotent: true,
    words: ['payment gateway', 'processor', 'integration'],
    withheld: returnsKeys,
  },
  'GET /payments/custom-provider/connect': {
    name: 'payments_custom_provider_get',
    title: 'Get the payment provider',
    summary: "The payment provider that a marketplace app connected to a location, with the provider's keys.",
    risk: 'read',
    words: ['payment gateway', 'API keys', 'integration'],
    withheld: returnsKeys,
  },
  'POST /payments/custom-provider/connect': {
    name: 'payments_custom_provider_connect',
    title: 'Connect the payment provider',
    summary: 'Stores the live and test keys of a payment provider, so that customers can pay with it.',
    risk: 'high-impact',
    idempotent: true,
    words: ['payment gateway', 'API keys', 'integration'],
    withheld: takesKeys,
  },
  'POST /payments/custom-provider/disconnect': {
    name: 'payments_custom_provider_disconnect',
    title: 'Disconnect the payment provider',
    summary:
      "Drops the live or test keys of a marketplace app's payment provider. Without live keys customers cannot pay with it.",
    notes: [
      'Only an operator can connect it again.',
      'Needs the token of the marketplace app that brought the provider.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: { liveMode: 'true: real payments; false: test keys' },
    words: ['payment gateway', 'remove keys', 'stop payments'],
  },
  'DELETE /payments/custom-provider/provider': {
    name: 'payments_custom_provider_delete',
    title: 'Remove the payment provider',
    summary:
      "Removes a marketplace app's payment provider from a location, live and test. One mode only: payments_custom_provider_disconnect.",
    notes: ['Needs the token of the marketplace app that brought the provider; only an operator can set it up again.'],
    risk: 'high-impact',
    explicit: ['locationId'],
    idempotent: true,
    words: ['payment gateway', 'uninstall', 'stop payments'],
  },
  'PUT /payments/custom-provider/capabilities': {
    name: 'payments_custom_provider_capability_update',
    title: 'Set what the payment provider can do',
    summary:
      "Says whether a marketplace app's payment provider handles subscription schedules; false takes recurring payments away from it.",
    notes: ['Needs an OAuth token of the app, and a location or a company: the one named is the one changed.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { companyId: 'instead of locationId', locationId: 'instead of companyId' },
    words: ['payment gateway', 'recurring payments', 'subscriptions'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
