/**
 * What people ask agents for and no operation of HighLevel does, with what to do instead, so that an agent
 * finds the answer instead of trying one tool after another.
 */
import type { Gap } from '../src/catalogue/gap.ts';

export const gaps: readonly Gap[] = [
  {
    want: 'create or edit a workflow, its steps or triggers',
    words: ['workflow', 'automation', 'step', 'trigger', 'create', 'update', 'edit', 'build'],
    instead:
      'Workflows are built in HighLevel under Automation. Here they can be listed (workflows_workflow_list), and contacts put in or taken out (contacts_workflow_add, contacts_workflow_remove).',
    evidence: 'the only published operation is GET /workflows/',
  },
  {
    want: 'create or edit a form or survey',
    words: ['form', 'survey', 'create', 'update', 'edit', 'field', 'builder'],
    instead:
      'Forms and surveys are built in HighLevel under Sites. Here they and their submissions can be read (forms_form_list, forms_submission_list, surveys_survey_list).',
    evidence: 'no writing operation is published (issue #143)',
  },
  {
    want: 'create or edit a funnel, website or page',
    words: ['funnel', 'website', 'page', 'landing', 'create', 'update', 'edit', 'publish'],
    instead: 'Funnels and pages are built in HighLevel under Sites. Here they can be listed, and redirects managed.',
    evidence: 'no writing operation is published (issue #143)',
  },
  {
    want: 'create many contacts or opportunities in one call',
    words: ['bulk', 'import', 'csv', 'contacts', 'opportunities', 'create', 'many', 'batch'],
    instead:
      'Create them one by one: contacts_contact_upsert never doubles a person. HighLevel’s own CSV import is in its Contacts page.',
    evidence: 'asked for in issues #79, #166 and #252, refused',
  },
  {
    want: 'read or change tax rates',
    words: ['tax', 'taxes', 'vat', 'rate'],
    instead: 'Taxes are set in HighLevel under Payments, Settings. Items of an invoice carry their own taxes.',
    evidence: 'issue #202',
  },
  {
    want: 'list or charge a saved card',
    words: ['card', 'saved', 'charge', 'payment', 'method', 'on file'],
    instead:
      'Cards on file are not shown. Send an invoice (invoices_invoice_send) or a payment request (invoices_text2pay_send) instead.',
    evidence: 'issue #254',
  },
  {
    want: 'refund a payment',
    words: ['refund', 'money back', 'payment', 'transaction', 'chargeback'],
    instead: 'Refunds are made in HighLevel under Payments, Transactions, or at the payment provider.',
    evidence: 'no operation of either document set',
  },
  {
    want: 'cancel or change a customer’s subscription',
    words: ['subscription', 'cancel', 'pause', 'change', 'recurring'],
    instead: 'Subscriptions can be read (payments_subscription_list); they are changed in HighLevel under Payments.',
    evidence: 'no writing operation is published',
  },
  {
    want: 'make a payment link',
    words: ['payment', 'link', 'checkout', 'create'],
    instead: 'Use invoices_text2pay_send for a request with a link, or an invoice.',
    evidence: 'issue #61',
  },
  {
    want: 'list all appointments of a location at once',
    words: ['appointments', 'all', 'list', 'bookings', 'location'],
    instead:
      'calendars_event_list wants one of calendarId, userId or groupId: call it once for each calendar of calendars_calendar_list.',
    evidence: 'issue #7',
  },
  {
    want: 'read or add documents and files of a contact',
    words: ['document', 'file', 'attachment', 'contact', 'upload'],
    instead:
      'The Documents tab of a contact is not open to the API. Files can go into a custom field of type file (forms_custom_file_upload) or the media library (medias_file_upload).',
    evidence: 'issues #203 and #251',
  },
  {
    want: 'register a webhook',
    words: ['webhook', 'subscribe', 'event', 'callback', 'notify'],
    instead:
      'Webhooks are set in the settings of a Marketplace app; private integrations have none. A workflow with a webhook action also works.',
    evidence: 'no operation of either document set; help article on private integrations',
  },
  {
    want: 'merge two contacts',
    words: ['merge', 'duplicate', 'contacts', 'combine'],
    instead:
      'Contacts are merged in HighLevel’s Contacts page. Here: copy what is worth keeping with contacts_contact_update, then contacts_contact_delete.',
    evidence: 'no operation of either document set',
  },
  {
    want: 'unsend or edit a message that went out',
    words: ['message', 'unsend', 'recall', 'edit', 'delete', 'sms', 'email'],
    instead: 'Only a message that is still scheduled can be stopped: conversations_scheduled_message_cancel.',
    evidence: 'no operation of either document set',
  },
  {
    want: 'see wallet transactions or usage charges',
    words: ['wallet', 'balance', 'usage', 'transactions', 'charges', 'billing'],
    instead: 'They are in HighLevel under Settings, Billing; for SaaS agencies the balance of a location can be read.',
    evidence: 'issue #297',
  },
  {
    want: 'start or stop an e-mail campaign that is already running',
    words: ['campaign', 'email', 'stop', 'pause', 'resume', 'running'],
    instead: 'A running send cannot be stopped by the API; it is paused in HighLevel under Marketing, Emails.',
    evidence: 'no operation of either document set',
  },
  {
    want: 'read reports, dashboards or attribution',
    words: ['report', 'dashboard', 'attribution', 'analytics', 'statistics', 'kpi'],
    instead:
      'There is no reporting operation. Count from the records: opportunities_opportunity_search, payments_transaction_list, calendars_event_list; advertising has its own reports.',
    evidence: 'no operation of either document set',
  },
];
