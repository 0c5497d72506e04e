/** The Marketplace as the sandbox's one app sees it. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { chargeHandlers } from './charge-handlers.ts';
import { connectionHandlers } from './connection-handlers.ts';
import { installationHandlers } from './installation-handlers.ts';
import { seedMarketplace } from './seed.ts';

export const domain: Domain = {
  name: 'marketplace',
  handlers: treatNullAsAbsent({ ...chargeHandlers, ...installationHandlers, ...connectionHandlers }),
  seed: seedMarketplace,
};
