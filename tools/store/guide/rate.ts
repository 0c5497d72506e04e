/** What shipping costs in a zone, fixed or asked of a carrier, and what one order would pay. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const rateHints = {
  shippingZoneId: 'from store_shipping_zone_list',
  amount: 'major units, 0 free; carrier rate: extra fee',
  currency: 'e.g. USD',
  conditionType: 'what minCondition and maxCondition measure',
  minCondition: '0 for no minimum',
  maxCondition: '0 for no maximum',
  isCarrierRate: 'true: the carrier names the price',
  shippingCarrierId: 'from store_shipping_carrier_list',
  percentageOfRateFee: 'carrier rates only: percent added',
  shippingCarrierServices: 'carrier rates only',
} as const;

const rateId = 'from store_shipping_rate_list';

export const rateGuides = {
  'GET /store/shipping-zone/{shippingZoneId}/shipping-rate': {
    name: 'store_shipping_rate_list',
    title: 'List shipping rates',
    summary:
      'Shipping rates of one zone with amount and conditions. All zones with their rates in one call: store_shipping_zone_list with withShippingRate.',
    notes: ['Give limit: the documented default is 0, and what that means is not said.'],
    risk: 'read',
    paging: { style: 'offset-limit', items: 'data', total: 'total', size: 'limit', offset: 'offset' },
    hints: { shippingZoneId: rateHints.shippingZoneId, limit: 'set it, e.g. 50' },
    words: ['delivery cost', 'postage', 'free shipping'],
  },
  'GET /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': {
    name: 'store_shipping_rate_get',
    title: 'Get a shipping rate',
    summary: 'One shipping rate by zone and rate id; store_shipping_rate_list carries the same details.',
    risk: 'read',
    hints: { shippingZoneId: rateHints.shippingZoneId, shippingRateId: rateId },
    words: ['delivery cost', 'postage'],
  },
  'POST /store/shipping-zone/shipping-rates': {
    name: 'store_shipping_rate_preview',
    title: 'Preview shipping rates of an order',
    summary:
      'What shipping a given order would cost, as a buyer sees it; creates nothing. Configured rates: store_shipping_rate_list.',
    notes: [
      "A carrier's own server may be asked.",
      'totalOrderWeight is in kilograms.',
      'amountAvailable is documented with country codes as values, which must be a mistake: leave it out.',
    ],
    risk: 'read',
    openWorld: true,
    paging: { style: 'none', items: 'data' },
    hints: {
      country: "two-letter code of the buyer's country",
      address: 'carrier rates may need it',
      amountAvailable: 'leave out',
      totalOrderAmount: 'major units',
      totalOrderWeight: 'kilograms',
      weightAvailable: 'true: take totalOrderWeight as it is',
      'source.type': 'website for an online store',
      'products[].id': 'product id, or its price id if refused',
    },
    words: ['delivery cost', 'postage', 'quote', 'how much is shipping', 'checkout'],
    examples: [
      {
        ask: 'What does shipping two shirts for 40 dollars to Canada cost?',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          country: 'CA',
          totalOrderAmount: 40,
          totalOrderWeight: 0.5,
          source: { type: 'website', subType: 'store' },
          products: [{ id: '655b33a82209e60b6adb87a5', qty: 2 }],
        },
      },
    ],
  },
  'POST /store/shipping-zone/{shippingZoneId}/shipping-rate': {
    name: 'store_shipping_rate_create',
    title: 'Add a shipping rate',
    summary:
      "Adds a shipping rate to a zone: a fixed amount (0 is free) or a carrier's rate plus a fee. Calling twice adds two.",
    notes: [
      'It can be limited to orders from or up to a price or weight.',
      'shippingCarrierId is documented as required even for a fixed amount; what to send then is not said, so use an id of store_shipping_carrier_list.',
      'With conditionType none send minCondition and maxCondition 0.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /store/shipping-zone/{shippingZoneId}/shipping-rate',
              with: { shippingZoneId: '$shippingZoneId', limit: 100, offset: 0 },
            },
          ],
          records: 'data',
          match: {
            name: 'name',
            currency: 'currency',
            amount: 'amount',
            conditionType: 'conditionType',
            minCondition: 'minCondition',
            maxCondition: 'maxCondition',
          },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'store_shipping_rate_list shows the rates of the zone.',
    },
    hints: rateHints,
    words: ['delivery cost', 'postage', 'free shipping', 'flat rate'],
    examples: [
      {
        ask: 'Shipping in this zone is free from 50 dollars on',
        args: {
          shippingZoneId: '655b33a82209e60b6adb87a5',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Free shipping',
          currency: 'USD',
          amount: 0,
          conditionType: 'price',
          minCondition: 50,
          maxCondition: 0,
          isCarrierRate: false,
          shippingCarrierId: '655b33a82209e60b6adb87b1',
        },
      },
    ],
  },
  'PUT /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': {
    name: 'store_shipping_rate_update',
    title: 'Change a shipping rate',
    summary: 'Changes amount, conditions or carrier of a shipping rate; buyers pay the new one from the next order on.',
    risk: 'write',
    idempotent: true,
    hints: { ...rateHints, shippingRateId: rateId },
    words: ['delivery cost', 'postage', 'raise shipping'],
    examples: [
      {
        ask: 'Free shipping only from 75 dollars on',
        args: {
          shippingZoneId: '655b33a82209e60b6adb87a5',
          shippingRateId: '655b33a82209e60b6adb87c3',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          amount: 0,
          conditionType: 'price',
          minCondition: 75,
          maxCondition: 0,
        },
      },
    ],
  },
  'DELETE /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': {
    name: 'store_shipping_rate_delete',
    title: 'Delete a shipping rate',
    summary: 'Deletes one shipping rate for good; a zone without any rate cannot be shipped to.',
    risk: 'high-impact',
    idempotent: true,
    hints: { shippingZoneId: rateHints.shippingZoneId, shippingRateId: rateId },
    words: ['delivery cost', 'postage'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
