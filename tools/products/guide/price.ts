/** What a product costs, once or regularly, and how many of it are left. Stock belongs to prices. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const priceHints = {
  productId: 'from products_product_list',
  amount: 'major units, e.g. 49.99',
  currency: 'e.g. USD',
  recurring: 'required with type recurring',
  membershipOffers: 'offers a buyer gets access to',
  trialPeriod: 'days',
  totalCycles: 'number of payments; leave out for endless',
  setupFee: 'once, with the first payment',
  variantOptionIds: 'option ids of the variant, from products_product_get',
  compareAtPrice: 'struck-through price',
  userId: 'leave out',
  meta: 'only for prices imported from elsewhere',
  availableQuantity: 'needs trackInventory true',
} as const;

export const priceGuides = {
  'GET /products/{productId}/price': {
    name: 'products_price_list',
    title: "List a product's prices",
    summary: 'Prices and variants of one product with amounts, billing interval and stock; gives price ids.',
    notes: ['Give limit: the documented default is 0, and what that means is not said.'],
    risk: 'read',
    paging: { style: 'offset-limit', items: 'prices', total: 'total', size: 'limit', offset: 'offset' },
    hints: { productId: 'from products_product_list', limit: 'set it, e.g. 50', ids: 'price ids, comma separated' },
    words: ['cost', 'amount', 'how much', 'variants', 'plans'],
  },
  'GET /products/{productId}/price/{priceId}': {
    name: 'products_price_get',
    title: 'Get a price',
    summary: 'One price of a product by id; products_price_list carries the same details for all of them.',
    risk: 'read',
    hints: { priceId: 'from products_price_list' },
    words: ['cost', 'amount', 'variant'],
  },
  'POST /products/{productId}/price': {
    name: 'products_price_create',
    title: 'Add a price to a product',
    summary:
      'Adds a one-time or recurring price, which makes the product sellable. Each variant combination needs its own. Calling twice adds two.',
    notes: [
      'A recurring price needs recurring with interval and intervalCount; each quarter is {interval: "month", intervalCount: 3}.',
      'A picture for a variant is set afterwards with medias in products_product_update.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /products/{productId}/price', with: { productId: '$productId', limit: 100, offset: 0 } }],
          records: 'prices',
          match: {
            name: 'name',
            type: 'type',
            currency: 'currency',
            amount: 'amount',
            recurring: 'recurring',
            variantOptionIds: 'variantOptionIds',
          },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'products_price_list shows the prices of the product.',
    },
    hints: priceHints,
    words: ['subscription', 'payment plan', 'monthly', 'cost', 'variant', 'free trial'],
    examples: [
      {
        ask: 'The coaching package costs 99 dollars a month after a free week',
        args: {
          productId: '655b33a82209e60b6adb87a5',
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Monthly',
          type: 'recurring',
          currency: 'USD',
          amount: 99,
          recurring: { interval: 'month', intervalCount: 1 },
          trialPeriod: 7,
        },
      },
      {
        ask: 'Shirt size M costs 20 dollars and we have 50 of them',
        args: {
          productId: '655b33a82209e60b6adb87a5',
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'M',
          type: 'one_time',
          currency: 'USD',
          amount: 20,
          variantOptionIds: ['sizem000001'],
          trackInventory: true,
          availableQuantity: 50,
          allowOutOfStockPurchases: false,
        },
      },
    ],
  },
  'PUT /products/{productId}/price/{priceId}': {
    name: 'products_price_update',
    title: 'Change a price',
    summary:
      'Overwrites a price: send every field. Single fields, or several: products_bulk_product_update. Stock only: products_inventory_update.',
    notes: [
      'name, type, currency and amount are required.',
      'Read products_price_get first and keep what should stay.',
      'What a new amount does to subscriptions already sold is undocumented.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { ...priceHints, priceId: 'from products_price_list' },
    words: ['raise price', 'cost', 'variant', 'sku'],
    examples: [
      {
        ask: 'Raise the monthly price of coaching to 109 dollars',
        args: {
          priceId: '655b33aa2209e60b6adb87a7',
          productId: '655b33a82209e60b6adb87a5',
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Monthly',
          type: 'recurring',
          currency: 'USD',
          amount: 109,
          recurring: { interval: 'month', intervalCount: 1 },
          trialPeriod: 7,
        },
      },
    ],
  },
  'DELETE /products/{productId}/price/{priceId}': {
    name: 'products_price_delete',
    title: 'Delete a price',
    summary: 'Deletes one price of a product for good; without any price left the product cannot be bought.',
    risk: 'high-impact',
    idempotent: true,
    hints: { priceId: 'from products_price_list' },
    words: ['remove variant', 'remove plan'],
  },
  'GET /products/inventory': {
    name: 'products_inventory_list',
    title: 'List stock',
    summary:
      'Stock of all products: quantity, SKU and product by price, searchable by name. _id is the price id products_inventory_update takes.',
    notes: ['Give limit: the documented default is 0, and what that means is not said.'],
    risk: 'read',
    paging: { style: 'offset-limit', items: 'inventory', total: 'total.total', size: 'limit', offset: 'offset' },
    hints: { limit: 'set it, e.g. 50', search: 'part of product or variant name' },
    words: ['inventory', 'out of stock', 'quantity', 'warehouse', 'SKU', 'how many left'],
  },
  'POST /products/inventory': {
    name: 'products_inventory_update',
    title: 'Set stock',
    summary:
      'Sets the stock of many prices at once to the given figures, not by a difference: read products_inventory_list first when adding or taking away.',
    notes: ['Sales in between are overwritten, so read and write close together.'],
    risk: 'write',
    idempotent: true,
    hints: {
      'items[].priceId': '_id from products_inventory_list',
      'items[].availableQuantity': 'new total, not a difference',
      'items[].allowOutOfStockPurchases': 'true keeps selling at zero',
    },
    words: ['inventory', 'restock', 'quantity', 'delivery arrived', 'sold out'],
    examples: [
      {
        ask: 'We now have 40 of this shirt, and stop selling at zero',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          items: [{ priceId: '655b33aa2209e60b6adb87a7', availableQuantity: 40, allowOutOfStockPurchases: false }],
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
