/** Reselling: plans of the agency, the sub-accounts that pay for them, and the wallets of their usage. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { accountHandlers } from './account-handlers.ts';
import { billingHandlers } from './billing-handlers.ts';
import { modeHandlers } from './mode-handlers.ts';
import { planHandlers } from './plan-handlers.ts';
import { seedSaas } from './seed.ts';

export const domain: Domain = {
  name: 'saas-api',
  handlers: treatNullAsAbsent({ ...planHandlers, ...accountHandlers, ...modeHandlers, ...billingHandlers }),
  seed: seedSaas,
};
