/** Carriers: outside servers that HighLevel asks for prices, and so tells about orders and addresses. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const carrierHints = {
  callbackUrl: 'public https URL; HighLevel calls it for rates',
  'services[].name': 'shown to people, e.g. Next day',
  'services[].value': "the carrier's own code, e.g. NextDay",
} as const;

const carrierId = 'from store_shipping_carrier_list';

export const carrierGuides = {
  'GET /store/shipping-carrier': {
    name: 'store_shipping_carrier_list',
    title: 'List shipping carriers',
    summary: 'Carriers whose servers name shipping prices at checkout, with their services and callback URLs; unpaged.',
    risk: 'read',
    paging: { style: 'none', items: 'data' },
    words: ['FedEx', 'UPS', 'DHL', 'post', 'delivery service'],
  },
  'GET /store/shipping-carrier/{shippingCarrierId}': {
    name: 'store_shipping_carrier_get',
    title: 'Get a shipping carrier',
    summary: 'One shipping carrier by id; store_shipping_carrier_list carries the same details.',
    risk: 'read',
    hints: { shippingCarrierId: carrierId },
    words: ['delivery service', 'callback URL'],
  },
  'POST /store/shipping-carrier': {
    name: 'store_shipping_carrier_create',
    title: 'Register a shipping carrier',
    summary:
      "Registers a server that names shipping prices and gets buyers' addresses: only a vouched one. Fixed prices: store_shipping_rate_create.",
    notes: [
      'Only register a URL the user vouches for: it receives orders and addresses of buyers.',
      'Carriers belong to a marketplace app (marketplaceAppId), so a private integration token may be refused.',
      'Nothing is asked of it before a shipping rate with isCarrierRate uses it.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /store/shipping-carrier', with: {} }],
          records: 'data',
          match: { name: 'name', callbackUrl: 'callbackUrl' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'store_shipping_carrier_list shows whether a carrier with this callback URL is there.',
    },
    hints: carrierHints,
    words: ['FedEx', 'UPS', 'delivery service', 'integration', 'webhook'],
    examples: [
      {
        ask: 'Let our own rate server name shipping prices, standard or next day',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Example Couriers',
          callbackUrl: 'https://rates.example.com/highlevel',
          services: [
            { name: 'Standard', value: 'standard' },
            { name: 'Next day', value: 'next_day' },
          ],
          allowsMultipleServiceSelection: true,
        },
      },
    ],
  },
  'PUT /store/shipping-carrier/{shippingCarrierId}': {
    name: 'store_shipping_carrier_update',
    title: 'Change a shipping carrier',
    summary:
      "Changes name, services or URL of a carrier. A new URL receives buyers' addresses; a wrong one breaks prices at checkout.",
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { ...carrierHints, shippingCarrierId: carrierId, services: 'all services, old and new' },
    words: ['delivery service', 'callback URL'],
    examples: [
      {
        ask: 'Our rate server moved to a new address',
        args: {
          shippingCarrierId: '655b33a82209e60b6adb87b1',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          callbackUrl: 'https://rates.example.com/v2/highlevel',
        },
      },
    ],
  },
  'DELETE /store/shipping-carrier/{shippingCarrierId}': {
    name: 'store_shipping_carrier_delete',
    title: 'Delete a shipping carrier',
    summary:
      'Deletes a carrier for good; shipping rates built on it stop working, so look at store_shipping_rate_list first.',
    risk: 'high-impact',
    idempotent: true,
    hints: { shippingCarrierId: carrierId },
    words: ['delivery service', 'remove integration'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
