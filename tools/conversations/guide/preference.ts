/** What contacts agreed to receive: subscription types and consent. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const preferenceGuides = {
  'GET /conversations/preferences/custom-subtypes': {
    name: 'conversations_subtype_list',
    title: 'List subscription types',
    summary:
      'Subscription types of a location (e.g. newsletter) that contacts can leave one by one. What one contact has left: conversations_subscription_get.',
    risk: 'read',
    paging: { style: 'none' },
    words: ['newsletter', 'preference center', 'unsubscribe', 'opt out'],
  },
  'POST /conversations/preferences/custom-subtypes': {
    name: 'conversations_subtype_create',
    title: 'Create a subscription type',
    summary:
      'Creates a subscription type that contacts can leave one by one. Needs an admin; it cannot be deleted, only archived.',
    notes: ['conversations_subtype_update archives it.'],
    risk: 'write',
    findOut: { looks: [], check: 'conversations_subtype_list shows whether a type of this name and channel is there.' },
    hints: { language: 'language code, e.g. en' },
    words: ['newsletter', 'preference center', 'unsubscribe category'],
  },
  'PUT /conversations/preferences/custom-subtypes/{id}': {
    name: 'conversations_subtype_update',
    title: 'Change a subscription type',
    summary: 'Renames, describes, archives or restores a subscription type of the location. Needs an admin.',
    risk: 'write',
    idempotent: true,
    hints: { id: 'from conversations_subtype_list', archived: 'true takes it out of use' },
    words: ['newsletter', 'archive', 'preference center'],
  },
  'GET /conversations/preferences/unsubscriptions/status': {
    name: 'conversations_subscription_get',
    title: "Get a contact's subscriptions",
    summary:
      "What a contact's email addresses are subscribed to or have left, by subscription type. The DND switches of all channels are in contacts_contact_get.",
    risk: 'read',
    hints: { email: 'leave out for all addresses' },
    words: ['unsubscribe', 'opt out', 'consent', 'newsletter'],
  },
  'POST /conversations/preferences/unsubscriptions/user-change': {
    name: 'conversations_subscription_update',
    title: "Change a contact's subscriptions",
    summary:
      "Unsubscribes or resubscribes a contact's email in their name, on record: only on their wish. Whole channels: contacts_contact_update.",
    notes: [
      'Resubscribing needs legal_reason; whole channels are switched by dnd of the contact.',
      'type default goes with subtype_name "One on One", type custom with subtype_id, type resub_all with neither.',
      'Resubscribing a custom type creates a legal form of its own.',
    ],
    risk: 'high-impact',
    findOut: { looks: [], check: 'conversations_subscription_get shows what the address is subscribed to now.' },
    hints: {
      'subscription_action.subtype_id': 'for type custom, from conversations_subtype_list',
      'subscription_action.subtype_name': 'for type default only',
      legal_reason: 'required when resubscribing',
    },
    words: ['unsubscribe', 'resubscribe', 'opt in', 'opt out', 'consent', 'GDPR', 'newsletter'],
    examples: [
      {
        ask: 'She asked on the phone to leave the newsletter',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          email: 'jane.doe@example.com',
          subscription_action: {
            type: 'custom',
            subtype_id: '507f1f77bcf86cd799439011',
            subtype_status: 'unsubscribed',
          },
        },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
