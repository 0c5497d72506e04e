/** Associations between objects and the relations of their records; the objects domain seeds both. */
import type { Domain } from '../../domain.ts';
import { associationHandlers } from './handlers.ts';

export const domain: Domain = { name: 'associations', handlers: associationHandlers };
