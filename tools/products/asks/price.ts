/** How people ask about prices and stock. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const priceAsks = {
  'GET /products/{productId}/price': [
    'what does this product cost',
    'list prices and variants of a product',
    'which payment options does the course have',
    'monthly and yearly price of an item',
    'price tiers of a product',
    'find the price id',
    'all sizes and their prices',
  ],
  'GET /products/{productId}/price/{priceId}': [
    'details of one price',
    'look up a price by id',
    'compare-at price of this variant',
    'is this price recurring or one-time',
    'billing interval of a single price',
    'trial period and setup fee on a price',
  ],
  'POST /products/{productId}/price': [
    'add a monthly price to a product',
    'sell the product for 49 dollars',
    'new price option for a course',
    'add a variant in size large',
    'offer a yearly plan',
    'set up installments for a product',
    'product cannot be bought, has no price',
  ],
  'PUT /products/{productId}/price/{priceId}': [
    'change the price of a product',
    'make it cheaper, 39 instead of 49',
    'raise what we charge for the membership',
    "edit a product's price",
    'fix wrong currency on a price',
    'update the strike-through price of a variant',
    'rename a price option',
  ],
  'DELETE /products/{productId}/price/{priceId}': [
    'delete a price from a product',
    'remove the old yearly plan option',
    "take away a variant's price",
    'no longer offer the lifetime deal price',
    'drop a price tier',
    'get rid of a duplicate price',
  ],
  'GET /products/inventory': [
    'what is in stock',
    'items running low',
    'how many units of a product are left',
    'inventory report with SKU',
    'out of stock products',
    'stock levels of all goods',
    'check warehouse quantity',
  ],
  'POST /products/inventory': [
    'update stock quantities',
    'set inventory to 50 units',
    'new delivery came in, adjust stock',
    'sold out, set quantity to zero',
    'correct the count after stocktaking',
    'allow selling when out of stock',
    'restock sold-out items',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
