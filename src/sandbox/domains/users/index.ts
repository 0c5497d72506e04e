/** The staff of the agency and its locations. */
import type { Domain } from '../../domain.ts';
import { userHandlers } from './handlers.ts';
import { seedUsers } from './seed.ts';

export const domain: Domain = { name: 'users', handlers: userHandlers, seed: seedUsers };
