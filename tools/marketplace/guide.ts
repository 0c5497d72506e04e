/** For developers of Marketplace apps: charging for usage, and the app's own installation. */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const appId = 'id of the Marketplace app';
const explicitHint = 'name it: a pin is not filled in';

const chargeNotes = [
  "Needs the OAuth token of the app's installation in the sub-account; private integrations are refused.",
];

export const guides = {
  'POST /marketplace/billing/charges': {
    name: 'marketplace_charge_create',
    title: 'Charge a wallet for app usage',
    summary:
      "Takes money from a sub-account's wallet for usage of a Marketplace app, twice when called twice: see marketplace_charge_list first.",
    notes: [
      'Look there for the eventId.',
      ...chargeNotes,
      'Ask marketplace_fund_check first: a wallet without funds cannot be charged.',
      'price only goes with meters of dynamic price; for a fixed one HighLevel answers "Custom price is not allowed for fixed price meters" (issue #244).',
      'Leave userId out rather than empty: an empty text is refused.',
      'marketplace_charge_delete takes a charge back.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    money: { of: 'charge', amount: 'price', times: 'units', currency: 'USD' },
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /marketplace/billing/charges',
              with: { eventId: '$eventId', meterId: '$meterId', skip: 0, limit: 10 },
            },
          ],
          records: 'charges',
          match: { appId: 'appId', meterId: 'meterId', units: 'units', pricePerUnit: 'price' },
          created: 'createdAt',
          id: 'chargeId',
          complete: true,
        },
      ],
      check: 'marketplace_charge_list with the eventId shows what was charged for it.',
    },
    hints: {
      appId,
      meterId: 'from marketplace_rebilling_config_get',
      eventId: 'your own unique id of what is charged',
      units: 'how many units',
      price: 'USD for each unit; dynamic meters only',
      eventTime: 'ISO 8601; leave out for now',
      userId: 'leave out if unknown',
    },
    words: ['usage billing', 'bill client', 'meter', 'debit', 'app monetization'],
    examples: [
      {
        ask: 'Charge this sub-account for 10 messages sent through our app',
        args: {
          appId: '6578278e879ad2646715ba9c',
          meterId: '680b97022b4a34420f5f9b93',
          eventId: 'messages-2026-06-23-001',
          locationId: 've9EPM428h8vShlRW1KT',
          companyId: '5DP4iH6HLkQsiKESj6rh',
          description: '10 messages sent',
          units: 10,
        },
      },
    ],
  },
  'GET /marketplace/billing/charges': {
    name: 'marketplace_charge_list',
    title: 'List wallet charges of the app',
    summary:
      'Charges and refunds a Marketplace app made in a sub-account, by meter, own event id or date; other spending of the wallet is not in it.',
    notes: chargeNotes,
    risk: 'read',
    paging: { style: 'skip-limit', items: 'charges', total: 'pagination.total', size: 'limit', offset: 'skip' },
    hints: {
      eventId: 'the id given when charging',
      startDate: 'YYYY-MM-DD, with endDate',
      endDate: 'YYYY-MM-DD, with startDate',
    },
    words: ['usage billing', 'revenue of our app', 'refunded'],
  },
  'GET /marketplace/billing/charges/{chargeId}': {
    name: 'marketplace_charge_get',
    title: 'Get a wallet charge',
    summary: 'One charge of a Marketplace app with amount, units and whether it was refunded.',
    notes: chargeNotes,
    risk: 'read',
    hints: { chargeId: 'from marketplace_charge_list' },
    words: ['usage billing', 'refunded', 'wallet transaction', 'app billing'],
  },
  'DELETE /marketplace/billing/charges/{chargeId}': {
    name: 'marketplace_charge_delete',
    title: 'Take a wallet charge back',
    summary:
      'Refunds one charge of a Marketplace app to the wallet, always in full; cannot be undone except by charging again.',
    notes: chargeNotes,
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { chargeId: 'from marketplace_charge_list' },
    words: ['refund', 'reverse', 'credit', 'cancel charge'],
  },
  'GET /marketplace/billing/charges/has-funds': {
    name: 'marketplace_fund_check',
    title: 'Check wallet funds',
    summary:
      "Whether the sub-account of the app's token can be charged now, as yes or no. The balance itself (agency token): saas_api_wallet_get.",
    notes: chargeNotes,
    risk: 'read',
    words: ['balance', 'enough money', 'credits', 'wallet'],
  },
  'GET /marketplace/app/{appId}/installations': {
    name: 'marketplace_installation_get',
    title: "Get the app's installation",
    summary:
      "Company, location, installing user and app plan behind the app's current OAuth token. All sub-accounts with the app: oauth_installed_location_list.",
    risk: 'read',
    hints: { appId },
    words: ['installer', 'who installed', 'white label', 'plan'],
  },
  'DELETE /marketplace/app/{appId}/installations': {
    name: 'marketplace_installation_delete',
    title: 'Uninstall an app',
    summary:
      'Uninstalls an app from a location, or with companyId from the whole agency. If it is the app behind this server, access ends too.',
    notes: [
      'The ids must be named: a pin is not filled in.',
      'A location token needs locationId, an agency token companyId.',
      'reason is required from the developer of the app.',
      'Only a person can install it again.',
    ],
    risk: 'high-impact',
    idempotent: true,
    explicit: ['companyId', 'locationId'],
    hints: {
      appId,
      companyId: 'the whole agency; name it on purpose',
      locationId: explicitHint,
      reason: 'required from the developer',
    },
    words: ['remove integration', 'disconnect app', 'revoke access', 'uninstall'],
  },
  'GET /marketplace/app/{appId}/rebilling-config/location/{locationId}': {
    name: 'marketplace_rebilling_config_get',
    title: "Get an app's prices in a sub-account",
    summary:
      'What a sub-account pays for a Marketplace app: subscription plans and usage meters, as resold by its agency. Gives the meterId that charging needs.',
    notes: chargeNotes,
    risk: 'read',
    hints: { appId },
    words: ['markup', 'meter', 'price per unit', 'reselling'],
  },
  'POST /marketplace/external-auth/migration': {
    name: 'marketplace_external_auth_migrate',
    title: 'Move a connection into HighLevel',
    summary:
      "Hands the credentials of an app's outside connection over to HighLevel, which then keeps and renews them.",
    risk: 'high-impact',
    words: ['external authentication', 'OAuth connection', 'migrate'],
    withheld: 'takes API keys, passwords and tokens of an outside service; the app has to send them itself',
  },
} as const satisfies Guides<typeof operations>;
