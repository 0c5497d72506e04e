import type { Guides } from '../../src/catalogue/guide.ts';
import { carrierGuides } from './guide/carrier.ts';
import { rateGuides } from './guide/rate.ts';
import { settingGuides } from './guide/setting.ts';
import { zoneGuides } from './guide/zone.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...zoneGuides,
  ...rateGuides,
  ...carrierGuides,
  ...settingGuides,
} as const satisfies Guides<typeof operations>;
