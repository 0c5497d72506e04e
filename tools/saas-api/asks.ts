import type { Asks } from '../../src/catalogue/asks.ts';
import { billingAsks } from './asks/billing.ts';
import { modeAsks } from './asks/mode.ts';
import { oldAsks } from './asks/old.ts';
import { planAsks } from './asks/plan.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with saas-api. */
export const asks = {
  ...billingAsks,
  ...modeAsks,
  ...planAsks,
  ...oldAsks,
} as const satisfies Asks<typeof operations>;
