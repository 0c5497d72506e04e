/** The online store of a location, as far as shipping goes; its products are a domain of their own. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { carrierHandlers } from './carrier-handlers.ts';
import { checkoutHandlers } from './checkout-handlers.ts';
import { rateHandlers } from './rate-handlers.ts';
import { seedStore } from './seed.ts';
import { settingHandlers } from './setting-handlers.ts';
import { zoneHandlers } from './zone-handlers.ts';

export const domain: Domain = {
  name: 'store',
  handlers: treatNullAsAbsent({
    ...zoneHandlers,
    ...rateHandlers,
    ...checkoutHandlers,
    ...carrierHandlers,
    ...settingHandlers,
  }),
  seed: seedStore,
};
