import { findContact } from './find-contact.ts';
import type { PromptDefinition } from './prompt.ts';

export const invoiceCustomer: PromptDefinition = {
  name: 'invoice_customer',
  title: 'Invoice a customer',
  description: 'Drafts an invoice, shows it, and sends it after your yes.',
  arguments: [
    { name: 'contact', description: 'name, e-mail or phone', isRequired: true, completer: 'contact' },
    { name: 'items', description: 'what for, how many, and the price of each', isRequired: true },
    { name: 'due', description: 'when it is to be paid' },
  ],
  goal: 'Draft an invoice and show it. Never charge a card.',
  steps: [
    findContact,
    {
      does: 'The sender',
      tool: 'call_read',
      input: { operation: 'invoices_settings_get', fields: ['businessDetails'] },
    },
    {
      does: 'Draft it; ask for what is missing',
      tool: 'call_write',
      input: {
        operation: 'invoices_invoice_create',
        arguments: {
          name: '<what for>',
          currency: '<ISO code>',
          businessDetails: '<businessDetails>',
          contactDetails: { id: '<contactId>', name: '<name>', email: '<email>', phoneNo: '<phone>' },
          items: [{ name: '<item>', currency: '<ISO code>', amount: '<price of one>', qty: '<count>' }],
          discount: { type: 'percentage', value: 0 },
          issueDate: '<YYYY-MM-DD>',
          dueDate: '<due>',
          sentTo: { email: ['<email>'] },
          liveMode: true,
        },
      },
    },
    {
      does: 'Show lines, total, dates, recipient',
      tool: 'call_read',
      input: { operation: 'invoices_invoice_get', arguments: { invoiceId: '<_id>' } },
      isOptional: true,
    },
    { does: 'Ask in whose name to send', tool: 'lookup', input: { kind: 'user' }, isOptional: true },
    {
      does: 'Send it',
      tool: 'call_high_impact',
      input: {
        operation: 'invoices_invoice_send',
        arguments: { invoiceId: '<_id>', userId: '<userId>', action: 'email', liveMode: true },
      },
      isOptional: true,
    },
  ],
  closing: 'Say number, total, due date, sent or not.',
};
