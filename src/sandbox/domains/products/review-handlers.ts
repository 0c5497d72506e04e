/** What buyers say of products, and what the shop answers. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, newestFirst, pickFields, splitList, takePage } from '../payments/lists.ts';
import type { ProductReview } from './records.ts';
import { productReviews } from './records.ts';
import { formatReview } from './views.ts';

const unknownReview = 'Review not found';

function selectReviews(world: World, request: SandboxRequest): ProductReview[] {
  const { rating, startDate, endDate, productId, storeId } = request.query;
  const productIds = splitList(productId);
  const storeIds = splitList(storeId);
  return newestFirst(productReviews(world).indexed(request.locationId)).filter(
    (review) =>
      (rating === undefined || review.rating === rating) &&
      (startDate === undefined || Date.parse(review.createdAt) >= Date.parse(startDate)) &&
      (endDate === undefined || Date.parse(review.createdAt) <= Date.parse(endDate)) &&
      (productIds === undefined || productIds.includes(review.productId)) &&
      (storeIds === undefined || storeIds.includes(review.storeId)),
  );
}

function sortReviews(
  reviews: readonly ProductReview[],
  { sortField, sortOrder }: SandboxRequest['query'],
): ProductReview[] {
  const sorted = sortField === 'rating' ? reviews.toSorted((a, b) => b.rating - a.rating) : [...reviews];
  return sortOrder === 'asc' ? sorted.toReversed() : sorted;
}

/** The review, which must be of the product that the request names. */
function findReview(world: World, request: SandboxRequest, id: string, productId: string): ProductReview {
  const review = findRecord(productReviews(world), id, request, unknownReview);
  return review.productId === productId ? review : findRecord(productReviews(world), '', request, unknownReview);
}

export const reviewHandlers: Handlers = {
  'GET /products/reviews': (request, world) => {
    const found = sortReviews(selectReviews(world, request), request.query);
    return { body: { data: takePage(found, request.query, 0).map(formatReview), total: found.length } };
  },

  'GET /products/reviews/count': (request, world) => {
    const byStatus = Map.groupBy(selectReviews(world, request), (review) => review.status);
    return { body: { data: [...byStatus].map(([status, { length }]) => ({ status, count: length })) } };
  },

  'PUT /products/reviews/{reviewId}': (request, world) => {
    const { body } = request;
    const review = findReview(world, request, request.path.reviewId ?? '', body.productId);
    if (body.rating !== undefined && !(body.rating >= 1 && body.rating <= 5)) {
      throw unprocessable(['rating must not be greater than 5', 'rating must not be less than 1']);
    }
    const change = pickFields(body, ['status', 'reply', 'rating', 'headline', 'detail']) as Partial<ProductReview>;
    productReviews(world).update(review.id, { ...change, updatedAt: world.timestamp() });
    return { body: { status: true, message: 'Successfully updated' } };
  },

  'DELETE /products/reviews/{reviewId}': (request, world) => {
    const review = findReview(world, request, request.path.reviewId ?? '', request.query.productId);
    productReviews(world).delete(review.id);
    return { body: { status: true, message: 'Successfully deleted' } };
  },

  'POST /products/reviews/bulk-update': (request, world) => {
    const entries = request.body.reviews as readonly { readonly reviewId: string; readonly productId: string }[];
    const reviews = entries.map((entry) => findReview(world, request, entry.reviewId, entry.productId));
    const change = { status: String(request.body.status), updatedAt: world.timestamp() };
    for (const review of reviews) productReviews(world).update(review.id, change);
    return { body: { status: true, message: 'Successfully updated' } };
  },
};
