/** Estimate templates: quotes kept for reuse. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';
import { billingHints, billingMatch, firstPage, itemHints, listHints, listPaging } from './shared.ts';

const templateId = '_id from invoices_estimate_template_list';

const contentHints = {
  ...billingHints,
  ...itemHints,
  name: 'name of the template',
  title: 'heading, usually ESTIMATE',
  sendEstimateDetails: 'leave out: a template has no customer',
} as const;

export const estimateTemplateGuides = {
  'GET /invoices/estimate/template': {
    name: 'invoices_estimate_template_list',
    title: 'List estimate templates',
    summary:
      'Estimate templates of a location with lines and terms, by id or name. Templates for invoices are apart: invoices_template_list.',
    risk: 'read',
    paging: { ...listPaging, items: 'data', total: 'totalCount' },
    hints: { ...listHints, search: 'id or name' },
    words: ['quote templates', 'presets', 'reusable'],
  },
  'GET /invoices/estimate/template/preview': {
    name: 'invoices_estimate_template_preview',
    title: 'Preview an estimate template',
    summary:
      'One estimate template in full, as an estimate made from it would look. To quote from it, copy its content into invoices_estimate_create.',
    risk: 'read',
    hints: { templateId },
    words: ['quote template', 'get template', 'preset'],
  },
  'POST /invoices/estimate/template': {
    name: 'invoices_estimate_template_create',
    title: 'Create an estimate template',
    summary:
      'Saves lines, sender and terms as an estimate template for users of HighLevel. Quotes nobody; an estimate for a customer is invoices_estimate_create.',
    notes: ['Calling twice makes two templates.', 'liveMode is true when left out.'],
    risk: 'write',
    money: { of: 'invoice', lines: 'items' },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /invoices/estimate/template', with: { ...firstPage, search: '$name' } }],
          records: 'data',
          match: billingMatch,
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'invoices_estimate_template_list shows whether a template of this name is there.',
    },
    hints: contentHints,
    words: ['quote template', 'preset', 'save as template'],
    examples: [
      {
        ask: 'Save painting a room for 450 dollars as a quote template',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Painting a room',
          title: 'ESTIMATE',
          businessDetails: { name: 'Example Painting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Painting a room', currency: 'USD', amount: 450, qty: 1 }],
          discount: { type: 'percentage', value: 0 },
        },
      },
    ],
  },
  'PUT /invoices/estimate/template/{templateId}': {
    name: 'invoices_estimate_template_update',
    title: 'Replace an estimate template',
    summary:
      'Overwrites an estimate template: send every field, read from invoices_estimate_template_preview. Estimates made earlier do not change.',
    risk: 'write',
    idempotent: true,
    money: { of: 'invoice', lines: 'items' },
    hints: { ...contentHints, templateId },
    words: ['edit quote template', 'preset'],
    examples: [
      {
        ask: 'Raise the price in this quote template to 475 dollars',
        args: {
          templateId: '6578278e879ad2646715ba9c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          name: 'Painting a room',
          title: 'ESTIMATE',
          businessDetails: { name: 'Example Painting LLC', phoneNo: '+15125550100' },
          currency: 'USD',
          items: [{ name: 'Painting a room', currency: 'USD', amount: 475, qty: 1 }],
          discount: { type: 'percentage', value: 0 },
        },
      },
    ],
  },
  'DELETE /invoices/estimate/template/{templateId}': {
    name: 'invoices_estimate_template_delete',
    title: 'Delete an estimate template',
    summary: 'Deletes an estimate template for good; estimates stay as they are.',
    risk: 'high-impact',
    idempotent: true,
    hints: { templateId },
    words: ['remove quote template', 'preset'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
