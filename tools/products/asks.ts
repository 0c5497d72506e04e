import type { Asks } from '../../src/catalogue/asks.ts';
import { collectionAsks } from './asks/collection.ts';
import { priceAsks } from './asks/price.ts';
import { productAsks } from './asks/product.ts';
import { reviewAsks } from './asks/review.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with products. */
export const asks = {
  ...collectionAsks,
  ...priceAsks,
  ...productAsks,
  ...reviewAsks,
} as const satisfies Asks<typeof operations>;
