/** Settings of a location's online stores: where goods leave from, and what buyers are e-mailed. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const notificationHints = {
  storeOrderNotification: 'email to the buyer after ordering',
  'storeOrderNotification.enabled': 'true emails every buyer',
  storeOrderFulfillmentNotification: 'email to the buyer after shipping',
  'storeOrderFulfillmentNotification.enabled': 'true emails every buyer',
} as const;

export const settingGuides = {
  'GET /store/store-setting': {
    name: 'store_settings_get',
    title: 'Get store settings',
    summary:
      'Address goods are shipped from, and the emails buyers get on order and shipment. Zones and costs: store_shipping_zone_list.',
    risk: 'read',
    words: ['shop settings', 'shipping origin', 'order confirmation', 'ecommerce'],
  },
  'POST /store/store-setting': {
    name: 'store_settings_upsert',
    title: 'Set store settings',
    summary:
      'Overwrites shipping origin and order emails of a location: read store_settings_get and repeat what should stay.',
    notes: ['The origin is always required.', 'A changed origin changes the prices that carriers name.'],
    risk: 'write',
    idempotent: true,
    hints: {
      ...notificationHints,
      'shippingOrigin.name': 'store or company name',
      'shippingOrigin.country': 'two-letter code',
      'shippingOrigin.state': 'code, e.g. CA',
    },
    words: ['shop settings', 'ship from', 'warehouse address', 'order confirmation', 'notification'],
    examples: [
      {
        ask: 'We now ship from 1 Example Street, Austin, Texas',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          shippingOrigin: {
            name: 'Example Shirts',
            country: 'US',
            state: 'TX',
            city: 'Austin',
            street1: '1 Example Street',
            zip: '78701',
          },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
