/** Invoices with their templates, schedules and estimates. */
import type { Domain } from '../../domain.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { estimateHandlers } from './estimate-handlers.ts';
import { estimateTemplateHandlers } from './estimate-template-handlers.ts';
import { invoiceHandlers } from './invoice-handlers.ts';
import { scheduleHandlers } from './schedule-handlers.ts';
import { seedInvoicing } from './seed.ts';
import { sendingHandlers } from './sending-handlers.ts';
import { settingsHandlers } from './settings.ts';
import { templateHandlers } from './template-handlers.ts';

export const domain: Domain = {
  name: 'invoices',
  handlers: treatNullAsAbsent({
    ...invoiceHandlers,
    ...sendingHandlers,
    ...settingsHandlers,
    ...templateHandlers,
    ...scheduleHandlers,
    ...estimateHandlers,
    ...estimateTemplateHandlers,
  }),
  seed: seedInvoicing,
};
