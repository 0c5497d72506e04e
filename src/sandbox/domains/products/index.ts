/** What a location sells. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { bulkHandlers } from './bulk-handlers.ts';
import { collectionHandlers } from './collection-handlers.ts';
import { priceHandlers } from './price-handlers.ts';
import { productHandlers } from './product-handlers.ts';
import { reviewHandlers } from './review-handlers.ts';
import { seedProducts } from './seed.ts';

export const domain: Domain = {
  name: 'products',
  handlers: treatNullAsAbsent({
    ...productHandlers,
    ...priceHandlers,
    ...collectionHandlers,
    ...reviewHandlers,
    ...bulkHandlers,
  }),
  seed: seedProducts,
};
