/** What buyers say of products: reading, moderating, answering. Approved reviews and replies are public. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

const filterHints = {
  rating: 'only this number of stars',
  startDate: 'ISO 8601 date-time',
  endDate: 'ISO 8601 date-time',
  productId: 'ids, comma separated',
  storeId: 'ids, comma separated',
} as const;

export const reviewGuides = {
  'GET /products/reviews': {
    name: 'products_review_list',
    title: 'List product reviews',
    summary:
      "Buyers' reviews of products by rating, date, product or store, whatever their status. Google and Facebook reviews are not among them.",
    notes: [
      'There is no filter by status: pick it from the answer.',
      'Give limit: the documented default is 0, and what that means is not said.',
    ],
    risk: 'read',
    paging: { style: 'offset-limit', items: 'data', total: 'total', size: 'limit', offset: 'offset' },
    hints: { ...filterHints, limit: 'set it, e.g. 50' },
    words: ['feedback', 'stars', 'ratings', 'testimonials', 'moderate', 'pending'],
    examples: [
      {
        ask: 'Show the one-star reviews of June 2026',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          rating: 1,
          startDate: '2026-06-01T00:00:00Z',
          endDate: '2026-06-30T23:59:59Z',
          limit: 50,
          offset: 0,
        },
      },
    ],
  },
  'GET /products/reviews/count': {
    name: 'products_review_count',
    title: 'Count product reviews by status',
    summary: 'Number of product reviews per status, e.g. how many wait for approval; texts: products_review_list.',
    risk: 'read',
    paging: { style: 'none', items: 'data' },
    hints: filterHints,
    words: ['pending reviews', 'statistics', 'feedback', 'stars'],
  },
  'PUT /products/reviews/{reviewId}': {
    name: 'products_review_update',
    title: 'Moderate or answer a review',
    summary:
      "Approves, hides or answers a review in public. rating and detail rewrite the buyer's words: leave out. Many: products_bulk_review_update.",
    notes: [
      'Leave headline out too.',
      'reply is a list: repeat the answers that are there, and sign a new one as the business.',
      'status is free text in the documents; only approved is shown as an example, others appear in products_review_count.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: {
      reviewId: 'from products_review_list',
      productId: 'the product reviewed',
      status: 'e.g. approved; repeat it when only answering',
      reply: 'all answers, old and new',
      'reply[].user.isCustomer': 'false for the business',
      rating: "buyer's stars; leave out",
      headline: "buyer's words; leave out",
      detail: "buyer's words; leave out",
    },
    words: ['reply', 'respond', 'approve', 'reject', 'publish review', 'testimonial'],
    examples: [
      {
        ask: 'Approve this review and thank the buyer',
        args: {
          reviewId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          productId: '655b33a82209e60b6adb87a5',
          status: 'approved',
          reply: [
            {
              headline: 'Thank you',
              comment: 'We are glad that the shirt fits.',
              user: { name: 'Example Shirts', email: 'shop@example.com', isCustomer: false },
            },
          ],
        },
      },
    ],
  },
  'POST /products/reviews/bulk-update': {
    name: 'products_bulk_review_update',
    title: 'Set the status of many reviews',
    summary:
      'Gives many product reviews the same status; approved ones become public at once. Read them first. Answers go one by one with products_review_update.',
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { status: 'e.g. approved', 'reviews[].reviewId': 'from products_review_list' },
    words: ['approve all', 'moderate', 'publish reviews', 'batch'],
    examples: [
      {
        ask: 'Approve these two reviews of the T-shirt',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          status: 'approved',
          reviews: [
            {
              reviewId: '6578278e879ad2646715ba9c',
              productId: '655b33a82209e60b6adb87a5',
              storeId: '3SwdhCu3svxI8AKsPJt6',
            },
            {
              reviewId: '6578278e879ad2646715ba9d',
              productId: '655b33a82209e60b6adb87a5',
              storeId: '3SwdhCu3svxI8AKsPJt6',
            },
          ],
        },
      },
    ],
  },
  'DELETE /products/reviews/{reviewId}': {
    name: 'products_review_delete',
    title: 'Delete a product review',
    summary: 'Deletes a product review for good. To only hide it, change its status with products_review_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { reviewId: 'from products_review_list', productId: 'the product reviewed' },
    words: ['remove feedback', 'spam'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
