import type { Guides } from '../../src/catalogue/guide.ts';
import { collectionGuides } from './guide/collection.ts';
import { priceGuides } from './guide/price.ts';
import { productGuides } from './guide/product.ts';
import { reviewGuides } from './guide/review.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...productGuides,
  ...priceGuides,
  ...collectionGuides,
  ...reviewGuides,
} as const satisfies Guides<typeof operations>;
