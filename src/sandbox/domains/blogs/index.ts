/** The blogs of a location. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { blogHandlers } from './handlers.ts';
import { seedBlogs } from './seed.ts';

export const domain: Domain = { name: 'blogs', handlers: treatNullAsAbsent(blogHandlers), seed: seedBlogs };
