/** How people ask about email templates by the older builder calls. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const builderAsks = {
  'GET /emails/schedule': [
    'older list of email campaigns with open and click rates',
    'completed newsletters with revenue figures',
    'legacy email campaign schedule list',
    'how did past broadcasts perform at a glance',
    'old endpoint for email campaigns',
    'revenue from each email blast',
  ],
  'GET /emails/builder': [
    'list templates of the email builder',
    'legacy email template list with preview links',
    'drag and drop templates in the visual editor',
    'old builder templates',
    'preview URL of an email design',
    'fetch builder templates',
  ],
  'POST /emails/builder': [
    'create a template in the email builder',
    'legacy way to make an email template',
    'new blank builder template',
    'empty drag and drop email design',
    'start a template in the old builder',
    'import a template into the builder',
  ],
  'POST /emails/builder/data': [
    'overwrite content of a builder template',
    'replace the html of an email builder template',
    'legacy update of email template data',
    'save new design into the old builder',
    'drag and drop template has wrong content, replace it',
    'push dnd JSON into a template',
  ],
  'DELETE /emails/builder/{locationId}/{templateId}': [
    'delete a builder template',
    'legacy delete of an email template',
    'remove a drag and drop email design',
    'old builder template cleanup',
    'erase a visual editor template',
    'drop template via the older call',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
