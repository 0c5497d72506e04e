import type { Asks } from '../../src/catalogue/asks.ts';
import { estimateAsks } from './asks/estimate.ts';
import { estimateTemplateAsks } from './asks/estimate-template.ts';
import { invoiceAsks } from './asks/invoice.ts';
import { paymentAsks } from './asks/payment.ts';
import { scheduleAsks } from './asks/schedule.ts';
import { templateAsks } from './asks/template.ts';
import type { operations } from './operations.gen.ts';

/** How people ask for what is done with invoices. */
export const asks = {
  ...invoiceAsks,
  ...paymentAsks,
  ...scheduleAsks,
  ...templateAsks,
  ...estimateAsks,
  ...estimateTemplateAsks,
} as const satisfies Asks<typeof operations>;
