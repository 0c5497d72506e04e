/** Custom objects, their records, and the standard objects as schemas. */
import type { Domain } from '../../domain.ts';
import { recordHandlers } from './handlers.ts';
import { schemaHandlers } from './schemas.ts';
import { seedObjects } from './seed.ts';

export const domain: Domain = {
  name: 'objects',
  handlers: { ...schemaHandlers, ...recordHandlers },
  seed: seedObjects,
};
