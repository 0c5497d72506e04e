/** How products are grouped and shown: collections, and what an online store offers in which order. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const collectionHints = {
  slug: 'unique; no spaces or special characters',
  image: 'public URL',
} as const;

const storeId = 'online store id';

export const collectionGuides = {
  'GET /products/collections': {
    name: 'products_collection_list',
    title: 'List collections',
    summary: 'Product collections (categories) of a location by name; the products in one: products_product_list.',
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'data',
      total: 'total',
      size: 'limit',
      defaultSize: 10,
      offset: 'offset',
    },
    hints: { collectionIds: 'ids, comma separated', name: 'part of the name' },
    words: ['categories', 'groups', 'catalog'],
  },
  'GET /products/collections/{collectionId}': {
    name: 'products_collection_get',
    title: 'Get a collection',
    summary: 'One product collection by id. When it answers 401, try products_collection_list with collectionIds.',
    notes: ['Private integrations have seen 401 "This route is not yet supported by the IAM Service" (issue #92).'],
    risk: 'read',
    hints: { collectionId: 'from products_collection_list' },
    words: ['category', 'group'],
  },
  'POST /products/collections': {
    name: 'products_collection_create',
    title: 'Create a collection',
    summary:
      'Creates an empty product collection (category); put products in with collectionIds in products_product_update.',
    risk: 'write',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /products/collections', with: { name: '$name', limit: 100, offset: 0 } }],
          records: 'data',
          match: { name: 'name', slug: 'slug' },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'products_collection_list shows whether a collection with this slug is there.',
    },
    hints: { ...collectionHints, collectionId: 'leave out' },
    words: ['category', 'group products', 'shop section', 'catalog'],
    examples: [
      {
        ask: 'Create a summer collection for the shop',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Summer',
          slug: 'summer',
          seo: { title: 'Summer shirts', description: 'Light shirts for warm days.' },
        },
      },
    ],
  },
  'PUT /products/collections/{collectionId}': {
    name: 'products_collection_update',
    title: 'Change a collection',
    summary:
      'Changes name, slug, image or SEO texts of a collection, not the products in it. A new slug breaks links to the old address.',
    notes: ['A success may answer null (issue #91).'],
    risk: 'write',
    idempotent: true,
    hints: { ...collectionHints, collectionId: 'from products_collection_list' },
    words: ['category', 'rename'],
    examples: [
      {
        ask: 'Rename the summer collection to Summer 2026, same address',
        args: {
          collectionId: '65d71377c326ea78e1c47df5',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Summer 2026',
        },
      },
    ],
  },
  'DELETE /products/collections/{collectionId}': {
    name: 'products_collection_delete',
    title: 'Delete a collection',
    summary: 'Deletes a product collection for good; to take single products out, use products_product_update instead.',
    notes: ['What becomes of its products is undocumented: list them by collectionIds first.'],
    risk: 'high-impact',
    idempotent: true,
    hints: { collectionId: 'from products_collection_list' },
    words: ['category', 'remove group'],
  },
  'GET /products/store/{storeId}/stats': {
    name: 'products_store_product_count',
    title: 'Count products in a store',
    summary: 'How many products an online store offers and leaves out; which ones: products_product_list with storeId.',
    risk: 'read',
    hints: { storeId, search: 'part of a product name', collectionIds: 'ids, comma separated' },
    words: ['shop', 'ecommerce', 'how many products', 'statistics'],
  },
  'POST /products/store/{storeId}': {
    name: 'products_store_product_set',
    title: 'Show or hide products in a store',
    summary:
      'Includes products in an online store, where buyers see them at once, or excludes them. Order of display: products_store_priority_set.',
    notes: ['Products not listed keep their state.'],
    risk: 'write',
    idempotent: true,
    hints: { storeId, productIds: 'from products_product_list' },
    words: ['publish product', 'shop', 'ecommerce', 'unpublish', 'visible'],
    examples: [
      {
        ask: 'Take these two products out of the online shop',
        args: {
          storeId: '3SwdhCu3svxI8AKsPJt6',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          action: 'exclude',
          productIds: ['655b33a82209e60b6adb87a5', '655b33a82209e60b6adb87a6'],
        },
      },
    ],
  },
  'POST /products/store/{storeId}/priority': {
    name: 'products_store_priority_set',
    title: 'Order products in a store',
    summary:
      'Sets the order in which an online store shows products. HighLevel does not document the entries of products, so a first attempt may be refused.',
    risk: 'write',
    idempotent: true,
    hints: { storeId, products: 'entries undocumented: product and its priority' },
    words: ['sort', 'display order', 'featured', 'shop'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
