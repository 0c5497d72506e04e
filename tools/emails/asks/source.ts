/** How people ask about email figures and the workflows and bulk actions behind them. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const sourceAsks = {
  'GET /emails/locations/{locationId}/campaigns/stats/{source}/{sourceId}': [
    'open rate of the newsletter',
    'how many people clicked the email',
    'bounces and unsubscribes of a campaign',
    'did the mailing perform well',
    'statistics of an email',
    'spam complaints on a broadcast',
    'how many got delivered',
    'click-through rate of workflow emails',
  ],
  'GET /emails/locations/{locationId}/campaigns/workflows': [
    'which automations send emails',
    'list workflows with email steps',
    'email sequences in the account',
    'nurture automations that mail people',
    'find workflow for email stats',
    'drip emails by workflow',
  ],
  'GET /emails/locations/{locationId}/campaigns/workflows/{campaignId}': [
    'which emails does this workflow send',
    "subject lines of an automation's emails",
    'email steps of one sequence',
    'sender of each mail in a workflow',
    'emails inside a drip',
    'look up the emails of one automation',
  ],
  'GET /emails/locations/{locationId}/campaigns/bulk-actions': [
    'list bulk emails sent from the contact list',
    'mass emails via bulk action',
    'which bulk email jobs ran this month',
    'status of bulk mail sends',
    'emails sent to selected contacts at once',
    'find a bulk email action',
  ],
  'GET /emails/locations/{locationId}/campaigns/bulk-actions/{campaignId}': [
    'details of one bulk email',
    'did the bulk mail finish',
    'subject and sender of a bulk action email',
    'look up a bulk email action by id',
    'state of a single mass email',
    'what did the bulk email say',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
