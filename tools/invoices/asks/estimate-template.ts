/** How people ask about estimate templates. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const estimateTemplateAsks = {
  'GET /invoices/estimate/template': [
    'list estimate templates',
    'what quote templates do we have',
    'find our standard quotation for kitchens',
    'saved quote layouts by name',
    'all proposal price templates for estimates',
    'search quote presets',
  ],
  'POST /invoices/estimate/template': [
    'save a reusable quote template',
    'create an estimate template',
    'standard quotation for our packages',
    'preset estimate with line items and terms',
    'new quote blueprint for the sales team',
    'make a template for offers',
  ],
  'PUT /invoices/estimate/template/{templateId}': [
    'update prices in the quote template',
    'edit an estimate template',
    'change terms on our standard quotation',
    'rename a quote preset',
    'replace line items of an estimate template',
    'quote template has old rates, fix it',
  ],
  'DELETE /invoices/estimate/template/{templateId}': [
    'delete an estimate template',
    'remove an old quote layout',
    'clean up quote templates nobody uses',
    'erase a quotation preset',
    'get rid of a duplicate estimate template',
    'drop outdated quote template',
  ],
  'GET /invoices/estimate/template/preview': [
    'preview an estimate template',
    'see what a quote from this template looks like',
    'open one quote template in full',
    'line items in an estimate template',
    'show a single quotation preset by id',
    'read the quote template before using it',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
