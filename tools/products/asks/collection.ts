/** How people ask about product collections and stores. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const collectionAsks = {
  'GET /products/collections': [
    'list product categories',
    'what collections does the shop have',
    'find the summer collection',
    'product groups in the store',
    'show all shop categories',
    'which collection ids exist',
  ],
  'GET /products/collections/{collectionId}': [
    'details of one product category',
    'look up a collection by id',
    'slug and SEO text of a collection',
    'what image does this category have',
    'open a single collection',
    'description of a shop category',
  ],
  'POST /products/collections': [
    'create a product category',
    'new collection for winter sale',
    'add a group for skincare items in the shop',
    'make an empty collection',
    'set up a category in the online store',
    'start a bestseller section',
  ],
  'PUT /products/collections/{collectionId}': [
    'rename a product category',
    'change the image of a collection',
    'edit SEO title of a shop category',
    'new slug for a collection',
    'update collection details',
    'fix a typo in a category name',
  ],
  'DELETE /products/collections/{collectionId}': [
    'delete a product category',
    'remove a collection from the shop',
    "get rid of last season's collection",
    'drop an empty category',
    'erase a shop section',
    'take down a collection for good',
  ],
  'GET /products/store/{storeId}/stats': [
    'how many products are in the store',
    'count items included and excluded in the shop',
    'store product statistics',
    'number of goods on sale in our online store',
    'how many products are hidden from the shop',
    'size of the store catalog',
  ],
  'POST /products/store/{storeId}': [
    'show a product in the online store',
    'hide a product from the shop',
    'include items in a store',
    'take products off the store without deleting',
    'publish these goods to the web shop',
    'exclude items from the storefront',
    "product doesn't show up in my store",
  ],
  'POST /products/store/{storeId}/priority': [
    'reorder products in the store',
    'put bestsellers first in the shop',
    'change display order of store items',
    'sort the storefront',
    'move a product to the top of the shop',
    'arrange how products appear',
    'featured items on top',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
