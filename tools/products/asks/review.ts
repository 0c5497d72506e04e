/** How people ask about product reviews. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const reviewAsks = {
  'GET /products/reviews': [
    'what do buyers say about our product',
    'list product reviews',
    'one-star ratings in the shop',
    'reviews waiting for approval',
    'customer feedback on an item',
    'latest ratings from purchasers',
    'bad reviews this month',
  ],
  'GET /products/reviews/count': [
    'how many reviews are pending',
    'count product reviews by status',
    'number of approved ratings',
    'how many reviews wait for moderation',
    'review totals for the store',
    'rejected reviews count',
  ],
  'PUT /products/reviews/{reviewId}': [
    'approve a product review',
    "reply to a buyer's review",
    'hide a nasty review',
    'answer customer feedback publicly',
    'reject a fake rating',
    'moderate one review',
    'publish a testimonial on the product page',
  ],
  'POST /products/reviews/bulk-update': [
    'approve all pending reviews',
    'reject many reviews at once',
    'bulk moderate product ratings',
    'hide a batch of spam reviews',
    'set status of several reviews',
    'publish all waiting feedback in one go',
  ],
  'DELETE /products/reviews/{reviewId}': [
    'delete a product review',
    'remove a spam review for good',
    'get rid of a fake rating permanently',
    'erase an offensive buyer comment',
    'take down feedback from the shop forever',
    'wipe a test review',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
