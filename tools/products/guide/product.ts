/** The product itself, one by one and many at once. What it costs is in its prices. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const productHints = {
  statementDescriptor: "text on the buyer's card statement",
  image: 'public URL',
  'medias[].id': 'any unique text for a new one',
  'medias[].priceIds': 'only to show it for these variants',
  'variants[].id': 'any unique text for a new one',
  'variants[].name': 'e.g. Size',
  'variants[].options[].id': 'any unique text; prices name it',
  collectionIds: 'from products_collection_list',
  taxes: 'tax ids; needs isTaxesEnabled true',
  'label.startDate': 'ISO 8601 date-time',
  'label.endDate': 'ISO 8601 date-time',
  slug: 'unique; lower case with hyphens',
} as const;

const variantNotes = [
  'A variant is sold through a price of its own that names its options: call products_price_create for each combination.',
  'Tax ids cannot be listed through the API (issue #202): copy them from a product that has them.',
] as const;

export const productGuides = {
  'GET /products/': {
    name: 'products_product_list',
    title: 'List products',
    summary:
      'Products of a location by name, collection or store, to find ids. Amounts are not in it: see products_price_list.',
    notes: [
      'Give limit: the documented default is 0, and what that means is not said.',
      'includedInStore only has a meaning together with storeId.',
    ],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'products',
      total: 'total.0.total',
      size: 'limit',
      offset: 'offset',
    },
    hints: {
      limit: 'set it, e.g. 50',
      search: 'part of the name',
      collectionIds: 'ids, comma separated',
      expand: 'tax, stripe or paypal details',
      storeId: 'online store id',
      sortOrder: 'by date',
    },
    words: ['catalog', 'goods', 'services', 'items for sale', 'what do we sell', 'ecommerce'],
    examples: [
      {
        ask: 'Do we sell a coaching package?',
        args: { locationId: 've9EPM428h8vShlRW1KT', search: 'coaching', limit: 20, offset: 0 },
      },
    ],
  },
  'GET /products/{productId}': {
    name: 'products_product_get',
    title: 'Get a product',
    summary: 'One product by id or slug, with variants, taxes and collections. Its prices: products_price_list.',
    risk: 'read',
    hints: { productId: 'id or slug', sendWishlistStatus: 'leave out' },
    words: ['item', 'details', 'variants', 'description'],
  },
  'POST /products/': {
    name: 'products_product_create',
    title: 'Create a product',
    summary:
      'Creates a product without a price: nobody can buy it until products_price_create adds one. Calling twice creates two.',
    notes: variantNotes,
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /products/', with: { sortOrder: 'desc', limit: 100, offset: 0 } }],
          records: 'products',
          match: { name: 'name', productType: 'productType', slug: 'slug' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'products_product_list shows whether a product of this name is there.',
    },
    hints: productHints,
    words: ['new item', 'add service', 'catalog', 'variants', 'sizes'],
    examples: [
      {
        ask: 'Add a coaching package as a service we sell',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Coaching package',
          productType: 'SERVICE',
          description: 'Five sessions of one hour',
          availableInStore: false,
        },
      },
      {
        ask: 'Add a T-shirt in sizes S and M to the online store',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'T-shirt',
          productType: 'PHYSICAL',
          availableInStore: true,
          variants: [
            {
              id: 'size0000001',
              name: 'Size',
              options: [
                { id: 'sizes000001', name: 'S' },
                { id: 'sizem000001', name: 'M' },
              ],
            },
          ],
        },
      },
    ],
  },
  'PUT /products/{productId}': {
    name: 'products_product_update',
    title: 'Update a product',
    summary:
      'Changes one product; name and productType are required, lists are sent complete. Amounts: products_price_update.',
    notes: [
      'Several products at once: products_bulk_product_update.',
      'Read products_product_get first and keep what should stay.',
      'A slug that another product has is accepted and then leads buyers to the older product (issue #336).',
      'Pictures of single variants are set here: medias with the priceIds they belong to (issue #47).',
      'isTaxesEnabled, isLabelEnabled and taxInclusive default to false: repeat them when they are on.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      ...productHints,
      productId: 'product id',
      name: 'repeat the present one',
      productType: 'repeat the present one',
    },
    words: ['edit item', 'rename', 'description', 'photo', 'hide from store'],
    examples: [
      {
        ask: 'Put the T-shirt into the summer collection and show it in the store',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'T-shirt',
          productType: 'PHYSICAL',
          availableInStore: true,
          variants: [
            {
              id: 'size0000001',
              name: 'Size',
              options: [
                { id: 'sizes000001', name: 'S' },
                { id: 'sizem000001', name: 'M' },
              ],
            },
          ],
          productId: '655b33a82209e60b6adb87a5',
          collectionIds: ['65d71377c326ea78e1c47df5'],
        },
      },
    ],
  },
  'DELETE /products/{productId}': {
    name: 'products_product_delete',
    title: 'Delete a product',
    summary:
      'Deletes a product for good. To only stop selling it, set availableInStore false with products_product_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { productId: 'product id', sendWishlistStatus: 'leave out' },
    words: ['remove item', 'discontinue'],
  },
  'POST /products/bulk-update': {
    name: 'products_bulk_action_run',
    title: 'Do one thing to many products',
    summary:
      'One change for many products: prices (repeats add up), availability, collections, currency, delete. Single values: products_bulk_product_update.',
    notes: [
      'For different values each use products_bulk_product_update.',
      'type decides which field counts: price and compareAtPrice, availability, collectionIds or currency; deleting needs none.',
      'Undocumented: whether a new currency converts the amounts, and whether collectionIds adds to the present ones or replaces them. Try it with one product.',
      'An unclear failure must be checked with products_price_list before a relative price change is repeated.',
      'filters belongs to a selectAll switch that is not among the arguments; what an empty productIds means is undocumented, so never send it.',
    ],
    risk: 'high-impact',
    deletes: {
      each: ['productIds[]'],
      unless: {
        type: [
          'bulk-update-price',
          'bulk-update-availability',
          'bulk-update-product-collection',
          'bulk-update-currency',
        ],
      },
      untold: ['filters'],
    },
    findOut: {
      looks: [],
      check: 'products_price_list and products_product_list show what the products have now; relative changes add up.',
    },
    hints: {
      productIds: 'from products_product_list; never empty',
      filters: 'leave out; name productIds',
      price: 'with bulk-update-price',
      'price.value': 'amount in major units, or percent',
      compareAtPrice: 'with bulk-update-price: struck-through price',
      availability: 'with bulk-update-availability',
      collectionIds: 'with bulk-update-product-collection',
      currency: 'with bulk-update-currency, e.g. USD',
    },
    words: ['raise prices', 'discount', 'sale', 'mass delete', 'batch', 'percent'],
    examples: [
      {
        ask: 'Raise the prices of these two products by 10 %, whole amounts',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          type: 'bulk-update-price',
          productIds: ['655b33a82209e60b6adb87a5', '655b33a82209e60b6adb87a6'],
          price: { type: 'INCREASE_BY_PERCENTAGE', value: 10, roundToWhole: true },
        },
      },
    ],
  },
  'POST /products/bulk-update/edit': {
    name: 'products_bulk_product_update',
    title: 'Edit many products and prices',
    summary:
      'Gives several products and prices values of their own, at most 30 entries. The same change for all: products_bulk_action_run.',
    notes: [
      'Only the fields sent change; each price counts as an entry too.',
      'It cannot create: _id must be of an existing product or price.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      products: 'at most 30 in all, counting prices',
      'products[].prices[]._id': 'from products_price_list',
      'products[].prices[].amount': 'major units, e.g. 49.99',
      'products[].prices[].trialPeriod': 'days',
      'products[].collectionIds': 'from products_collection_list',
    },
    words: ['mass edit', 'price list', 'batch', 'import prices', 'stock'],
    examples: [
      {
        ask: 'Set the small shirt to 19.90 and the big one to 21.90',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          products: [
            {
              _id: '655b33a82209e60b6adb87a5',
              prices: [
                { _id: '655b33aa2209e60b6adb87a7', amount: 19.9 },
                { _id: '655b33aa2209e60b6adb87a8', amount: 21.9 },
              ],
            },
          ],
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
