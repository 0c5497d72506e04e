/** Brand boards and brand voices. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { boardHandlers } from './boards.ts';
import { seedBrandBoards } from './seed.ts';
import { voiceHandlers } from './voices.ts';

export const domain: Domain = {
  name: 'brand-boards',
  handlers: treatNullAsAbsent({ ...boardHandlers, ...voiceHandlers }),
  seed: seedBrandBoards,
};
