/** How people ask about email campaigns (broadcasts). */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const campaignAsks = {
  'GET /emails/locations/{locationId}/campaigns/emails': [
    'list email campaigns',
    'what newsletters did we send',
    'scheduled broadcasts going out this week',
    'find the Black Friday email blast',
    'drafted email campaigns',
    'which mailings are paused or in progress',
    'show our eblasts',
  ],
  'GET /emails/locations/{locationId}/campaigns/emails/{campaignId}': [
    'subject line of one email campaign',
    'details of a single newsletter',
    'who is the sender of this broadcast',
    'is this mailing scheduled or already sent',
    'look up an email campaign by id',
    'read what the eblast said',
  ],
  'POST /emails/locations/{locationId}/campaigns/emails': [
    'draft a newsletter',
    'create an email campaign',
    'prepare an email blast from a template',
    'new broadcast for our promotion',
    'write a mass mailing',
    'make a monthly newsletter draft',
    'set up an eblast',
  ],
  'PATCH /emails/locations/{locationId}/campaigns/emails/{campaignId}': [
    'edit the text of a drafted newsletter',
    'typo in the email campaign before sending',
    'rename an email campaign',
    'change content of a broadcast draft',
    'update the eblast copy',
    'swap the offer in a drafted mailing',
  ],
  'DELETE /emails/locations/{locationId}/campaigns/emails/{campaignId}': [
    'delete an email campaign',
    'remove a drafted newsletter',
    'get rid of an old broadcast',
    'erase a test mailing',
    "drop the eblast we won't send",
    'clean up email campaigns',
  ],
  'POST /emails/locations/{locationId}/campaigns/emails/{campaignId}/schedule': [
    'send the newsletter now',
    'schedule the email blast for Monday morning',
    'mail all contacts with a tag',
    'send a broadcast to everybody on the list',
    'fire off the email campaign',
    'set subject and recipients of a mailing',
    'mass email our customers',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
