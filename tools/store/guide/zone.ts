/** Where an online store ships to. What that costs is in the rates of a zone. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const zoneId = 'from store_shipping_zone_list';

const zoneHints = {
  'countries[].code': 'two-letter code',
  'countries[].states': 'leave out for the whole country',
  'countries[].states[].code': 'e.g. CA; some countries prefix, e.g. JP-13',
} as const;

export const zoneGuides = {
  'GET /store/shipping-zone': {
    name: 'store_shipping_zone_list',
    title: 'List shipping zones',
    summary:
      'Countries and states an online store ships to, grouped in zones; withShippingRate true adds what shipping costs.',
    notes: ['Give limit: the documented default is 0, and what that means is not said.'],
    risk: 'read',
    paging: { style: 'offset-limit', items: 'data', total: 'total', size: 'limit', offset: 'offset' },
    hints: { limit: 'set it, e.g. 50', withShippingRate: 'true adds the rates' },
    words: ['delivery areas', 'countries', 'where do we ship', 'ecommerce'],
  },
  'GET /store/shipping-zone/{shippingZoneId}': {
    name: 'store_shipping_zone_get',
    title: 'Get a shipping zone',
    summary: 'One shipping zone by id with its countries, and with its rates when withShippingRate is true.',
    risk: 'read',
    hints: { shippingZoneId: zoneId, withShippingRate: 'true adds the rates' },
    words: ['delivery area', 'countries', 'where do we ship', 'ship to'],
  },
  'POST /store/shipping-zone': {
    name: 'store_shipping_zone_create',
    title: 'Create a shipping zone',
    summary:
      'Adds a zone of countries or states; nothing ships there before store_shipping_rate_create gives it a rate. Calling twice creates two.',
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /store/shipping-zone', with: { limit: 100, offset: 0 } }],
          records: 'data',
          match: { name: 'name', countries: 'countries' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'store_shipping_zone_list shows whether a zone of this name is there.',
    },
    hints: zoneHints,
    words: ['delivery area', 'ship to', 'country', 'ecommerce'],
    examples: [
      {
        ask: 'We want to ship to all of Canada and to California',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Canada and California',
          countries: [{ code: 'CA' }, { code: 'US', states: [{ code: 'CA' }] }],
        },
      },
    ],
  },
  'PUT /store/shipping-zone/{shippingZoneId}': {
    name: 'store_shipping_zone_update',
    title: 'Change a shipping zone',
    summary:
      'Renames a zone or changes where it ships: countries replaces the whole list, so send the old ones too. Costs: store_shipping_rate_update.',
    risk: 'write',
    idempotent: true,
    hints: { ...zoneHints, shippingZoneId: zoneId, countries: 'all countries, old and new' },
    words: ['delivery area', 'add country', 'stop shipping to'],
    examples: [
      {
        ask: 'Ship to Oregon too, beside California and Canada',
        args: {
          shippingZoneId: '655b33a82209e60b6adb87a5',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          countries: [{ code: 'CA' }, { code: 'US', states: [{ code: 'CA' }, { code: 'OR' }] }],
        },
      },
    ],
  },
  'DELETE /store/shipping-zone/{shippingZoneId}': {
    name: 'store_shipping_zone_delete',
    title: 'Delete a shipping zone',
    summary:
      'Deletes a shipping zone for good: buyers in its countries lose its rates. One rate: store_shipping_rate_delete.',
    risk: 'high-impact',
    idempotent: true,
    hints: { shippingZoneId: zoneId },
    words: ['stop shipping', 'delivery area'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
