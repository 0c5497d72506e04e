import type { Guides } from '../../src/catalogue/guide.ts';
import { estimateGuides } from './guide/estimate.ts';
import { estimateTemplateGuides } from './guide/estimate-template.ts';
import { invoiceGuides } from './guide/invoice.ts';
import { paymentGuides } from './guide/payment.ts';
import { scheduleGuides } from './guide/schedule.ts';
import { templateGuides } from './guide/template.ts';
import type { operations } from './operations.gen.ts';

/** Each topic refuses entries without an operation, this index operations without an entry. */
export const guides = {
  ...invoiceGuides,
  ...paymentGuides,
  ...scheduleGuides,
  ...templateGuides,
  ...estimateGuides,
  ...estimateTemplateGuides,
} as const satisfies Guides<typeof operations>;
