/** How people ask about email templates. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const templateAsks = {
  'GET /emails/locations/{locationId}/templates': [
    'list email templates',
    'find the welcome email template',
    'which mail designs do we have',
    'folders of email templates',
    'search newsletter layouts',
    'recently changed email templates',
    'archived mail templates',
  ],
  'GET /emails/locations/{locationId}/templates/{templateId}': [
    'show one email template',
    'subject line of a template',
    'look up a mail template by id',
    'what does this email template say',
    'sender of a single template',
    'open a saved email',
  ],
  'POST /emails/locations/{locationId}/templates': [
    'create an email template',
    'save this HTML as a mail template',
    'new welcome email to reuse',
    'make a plain text email template',
    'build a follow-up mail the team can use',
    'write a reusable newsletter layout',
  ],
  'PATCH /emails/locations/{locationId}/templates/{templateId}': [
    'change the subject of an email template',
    'edit the text of a mail template',
    'archive an email template',
    'move template to a folder',
    'rename a newsletter layout',
    'update logo in our email template',
    'typo in the welcome email',
  ],
  'DELETE /emails/locations/{locationId}/templates/{templateId}': [
    'delete an email template',
    'remove an old mail layout',
    'get rid of a newsletter design',
    'erase email template for good',
    'clean up unused mail templates',
    'drop duplicate template',
  ],
  'POST /emails/locations/{locationId}/templates/import': [
    'import a template from Mailchimp',
    'bring over an ActiveCampaign email',
    'copy an email design by share link',
    'migrate mail templates from another tool',
    'moving from Mailchimp, take our layouts along',
    'load external email template',
  ],
  'POST /emails/locations/{locationId}/templates/folders': [
    'create a folder for email templates',
    'organize mail templates in folders',
    'new template directory',
    'group newsletters in a folder',
    'make an email folder',
    'sort our email layouts',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
