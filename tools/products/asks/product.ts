/** How people ask about products. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const productAsks = {
  'GET /products/': [
    'list everything we sell',
    'find a product by name',
    'show the catalog',
    'what products are in the shop',
    'which courses and services do we offer for sale',
    'product ids for a form',
    'all items in a collection',
    'search our goods',
  ],
  'GET /products/{productId}': [
    "show one product's details",
    'description and images of an item',
    'look up a product by id or slug',
    'which variants and taxes does this product have',
    'is this item available in the store',
    'open a single product',
  ],
  'POST /products/': [
    'add a new product to sell',
    'create a digital product',
    'put a new service in our catalog',
    'list a new item in the shop',
    'set up a physical product with sizes',
    'I want to sell my ebook',
    'new merchandise item',
  ],
  'PUT /products/{productId}': [
    "change a product's description",
    'new picture for an item',
    'rename a product',
    'stop selling a product without deleting it',
    'move a product into a collection',
    'edit product taxes or variants',
    'update an item in the catalog',
  ],
  'DELETE /products/{productId}': [
    'delete a product',
    'remove an item from the catalog',
    'we no longer sell this, get rid of it',
    'discontinue a product permanently',
    'erase a test product',
    'drop an item from our offer',
  ],
  'POST /products/bulk-update': [
    'raise all prices by 10 percent',
    'hide many products at once',
    'delete several products in bulk',
    'mass change currency of products',
    'add a bunch of items to a collection',
    'across-the-board discount on the catalog',
    'bulk action on products',
  ],
  'POST /products/bulk-update/edit': [
    'edit many products and prices at once',
    'spreadsheet-style update of the catalog',
    'give each product its own new price in one go',
    'bulk edit names and descriptions of items',
    'import new price list',
    'change several products with different values',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
