/** What sets automations going for a contact: tags, workflows, campaigns. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

/** Its answer tells of each contact whether it failed. How many it takes is undocumented: 100 is what lists hold. */
const bulkTags = (type: 'add' | 'remove') =>
  ({
    operation: 'POST /contacts/bulk/tags/update/{type}',
    each: 'contactId',
    list: 'contacts',
    fixed: { type },
    most: 100,
    failures: { items: 'responses', id: 'contactId', reason: 'message', where: { type: 'error' } },
  }) as const;

export const automationGuides = {
  'POST /contacts/{contactId}/tags': {
    name: 'contacts_tag_add',
    title: 'Add tags to a contact',
    summary:
      'Adds tags to one contact and keeps the others. A workflow triggered by the tag may start. For many contacts use contacts_bulk_tag_update.',
    notes: [
      'Tags are names, not ids; a name that does not exist yet becomes a new tag, so copy the spelling from locations_tag_list.',
      'Adding a tag the contact already has changes nothing.',
    ],
    risk: 'write',
    idempotent: true,
    hints: { tags: 'tag names as in locations_tag_list' },
    words: ['label', 'segment', 'mark', 'lead'],
    bulk: bulkTags('add'),
  },
  'DELETE /contacts/{contactId}/tags': {
    name: 'contacts_tag_remove',
    title: 'Remove tags from a contact',
    summary:
      'Removes tags from one contact; the tags stay in the location. May start a workflow. For many contacts: contacts_bulk_tag_update.',
    risk: 'write',
    idempotent: true,
    hints: { tags: 'tag names to remove' },
    words: ['label', 'untag', 'unmark'],
    bulk: bulkTags('remove'),
  },
  'POST /contacts/bulk/tags/update/{type}': {
    name: 'contacts_bulk_tag_update',
    title: 'Tag or untag many contacts',
    summary:
      'Adds or removes tags on many contacts; workflows may start for each. removeAllTags wipes every tag. One contact: contacts_tag_add.',
    notes: [
      'For one contact there is contacts_tag_remove too.',
      'removeAllTags works with type remove only.',
      'Contacts fail one by one: look at errorCount and responses even on success.',
    ],
    risk: 'high-impact',
    idempotent: true,
    hints: {
      type: 'add or remove',
      contacts: 'contact ids, from contacts_contact_search',
      tags: 'tag names as in locations_tag_list',
      removeAllTags: 'true wipes all tags; leave out otherwise',
    },
    words: ['mass tag', 'label', 'segment', 'batch'],
    examples: [
      {
        ask: 'Tag these two leads with spring promo',
        args: {
          type: 'add',
          locationId: 've9EPM428h8vShlRW1KT',
          contacts: ['ocQHyuzHvysMo5N5VsXc', 'sx6wyHhbFdRXh302LLNR'],
          tags: ['spring promo'],
        },
      },
    ],
  },
  'POST /contacts/{contactId}/workflow/{workflowId}': {
    name: 'contacts_workflow_add',
    title: 'Put a contact into a workflow',
    summary:
      'Starts a published workflow for a contact: it may text, email, call or charge them, again on every call. Ids: workflows_workflow_list.',
    notes: [
      'HighLevel queues the contact, so the first step may come some time after the answer.',
      "Whether a contact may enter again depends on the workflow's own re-entry setting.",
      'There is no bulk form: one call for each contact.',
    ],
    risk: 'high-impact',
    openWorld: true,
    findOut: {
      looks: [],
      check:
        'contacts_contact_search with filters id and activeWorkflows tells whether the contact is in it; it may have been before.',
    },
    hints: {
      workflowId: 'from workflows_workflow_list',
      eventStartTime: 'ISO 8601 with offset; for event-timed workflows',
    },
    words: ['automation', 'enroll', 'nurture', 'sequence', 'drip', 'trigger'],
    examples: [
      {
        ask: 'Start the webinar reminder workflow for this contact; the webinar is on 23 June 2026 at 3:30 in London',
        args: {
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          workflowId: '78559bb3-b920-461e-b010-7b2a2816d2a9',
          eventStartTime: '2026-06-23T03:30:00+01:00',
        },
      },
    ],
  },
  'DELETE /contacts/{contactId}/workflow/{workflowId}': {
    name: 'contacts_workflow_remove',
    title: 'Take a contact out of a workflow',
    summary:
      'Stops a workflow for one contact: its remaining steps will not run. Putting them back with contacts_workflow_add starts from the first step again.',
    risk: 'write',
    idempotent: true,
    hints: { workflowId: 'from workflows_workflow_list' },
    words: ['automation', 'unenroll', 'stop sequence', 'drip'],
  },
  'POST /contacts/{contactId}/campaigns/{campaignId}': {
    name: 'contacts_campaign_add',
    title: 'Put a contact into a campaign',
    summary:
      'Starts an older-style campaign for a contact, which begins to message the person. For workflows: contacts_workflow_add.',
    notes: ['Ids: campaigns_campaign_list.'],
    risk: 'high-impact',
    openWorld: true,
    findOut: {
      looks: [],
      check:
        'The API does not show it; conversations_message_list shows whether the campaign has written to the contact.',
    },
    hints: { campaignId: 'from campaigns_campaign_list' },
    words: ['automation', 'enroll', 'drip', 'nurture'],
  },
  'DELETE /contacts/{contactId}/campaigns/{campaignId}': {
    name: 'contacts_campaign_remove',
    title: 'Take a contact out of a campaign',
    summary:
      'Stops one older-style campaign for a contact. All of them: contacts_all_campaign_remove; workflows: contacts_workflow_remove.',
    risk: 'write',
    idempotent: true,
    hints: { campaignId: 'from campaigns_campaign_list' },
    words: ['automation', 'unenroll', 'stop drip'],
  },
  'DELETE /contacts/{contactId}/campaigns/removeAll': {
    name: 'contacts_all_campaign_remove',
    title: 'Take a contact out of every campaign',
    summary:
      'Stops every campaign of a contact; which ones they were in is lost. Workflows go on: end those with contacts_workflow_remove.',
    risk: 'high-impact',
    idempotent: true,
    words: ['automation', 'unenroll', 'stop all', 'drip'],
  },
  'DELETE /contacts/{contactId}/campaigns/remove-all': {
    name: 'contacts_all_campaign_v3_remove',
    title: 'Take a contact out of every campaign (v3 path)',
    summary:
      'The same as contacts_all_campaign_remove under its v3 path; use it only when HighLevel answers that the older endpoint was removed.',
    risk: 'high-impact',
    idempotent: true,
    words: ['automation', 'unenroll', 'stop all', 'drip'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
