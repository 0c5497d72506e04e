/** Messages: reading, sending, logging, delivery reports. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

/** The newest messages that the filters leave. Only here can they be told by their channel as the writes name it. */
const exportNewest = <const Filters extends Readonly<Record<string, string>>>(filters: Filters) =>
  ({
    ask: 'GET /conversations/messages/export',
    with: { ...filters, sortBy: 'createdAt', sortOrder: 'desc', limit: 50 },
  }) as const;

/** A message that was logged: it bears the date that it was given. */
const foundEntry = {
  records: 'messages',
  match: { body: 'message', direction: 'direction', dateAdded: 'date' },
  created: 'dateAdded',
} as const;

export const messageGuides = {
  'GET /conversations/{conversationId}/messages': {
    name: 'conversations_message_list',
    title: 'List messages of a conversation',
    summary:
      'Messages of one conversation, newest first; email bodies: conversations_email_get. A whole location: conversations_message_export.',
    notes: [
      'HighLevel nests the page: messages.messages, messages.nextPage, messages.lastMessageId (issue #54).',
      'Attachments can be missing from messages that have them (issue #113).',
    ],
    risk: 'read',
    paging: {
      style: 'last-id',
      items: 'messages.messages',
      size: 'limit',
      defaultSize: 20,
      maxSize: 100,
      next: { lastMessageId: 'messages.lastMessageId' },
    },
    hints: {
      conversationId: 'from conversations_conversation_search',
      lastMessageId: 'messages.lastMessageId of the page before',
    },
    words: ['thread', 'chat history', 'SMS', 'texts', 'transcript', 'read messages'],
  },
  'GET /conversations/messages/export': {
    name: 'conversations_message_export',
    title: 'Export messages of a location',
    summary:
      'Walks messages of all conversations by channel, contact or dates. Emails: only with channel Email. One thread: conversations_message_list.',
    notes: ['Without channel the activity entries (deal changes, appointments …) are included.'],
    risk: 'read',
    paging: {
      style: 'cursor',
      items: 'messages',
      total: 'total',
      size: 'limit',
      defaultSize: 100,
      maxSize: 500,
      next: { cursor: 'nextCursor' },
    },
    hints: { limit: '10 to 500', cursor: 'nextCursor of the page before' },
    words: ['all messages', 'bulk', 'report', 'archive', 'SMS log', 'call log'],
    examples: [
      {
        ask: 'All calls since 1 June 2026, oldest first',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          channel: 'Call',
          startDate: '2026-06-01T00:00:00Z',
          sortOrder: 'asc',
          limit: 100,
        },
      },
    ],
  },
  'GET /conversations/messages/{id}': {
    name: 'conversations_message_get',
    title: 'Get a message',
    summary:
      'One message by id with text, direction and delivery status: did it arrive? Email bodies: conversations_email_get.',
    risk: 'read',
    hints: { id: 'message id' },
    words: ['delivery status', 'delivered', 'failed', 'SMS', 'text'],
  },
  'GET /conversations/messages/email/{id}': {
    name: 'conversations_email_get',
    title: 'Get an email',
    summary:
      'One email in full with subject and body. Takes an id from meta.email.messageIds of a message, not the id of the message.',
    notes: ['The email may be nested under emailMessage in the answer.'],
    risk: 'read',
    hints: { id: 'one of meta.email.messageIds of a message' },
    words: ['email body', 'html', 'read mail', 'opened'],
  },
  'POST /conversations/messages': {
    name: 'conversations_message_send',
    title: 'Send a message',
    summary:
      'Sends an SMS, email, WhatsApp, social or chat message to a contact, now or at scheduledTimestamp. Billed, refused on DND, never unsent.',
    notes: [
      'SMS, WhatsApp and social need message; Email needs subject and html (or message), and an email address on the contact.',
      'The answer means accepted, not delivered: look at conversations_message_get for the status.',
      'When unsure whether a send went through, look in conversations_message_list before sending again.',
      'scheduledTimestamp counts seconds, not milliseconds; cancel with conversations_scheduled_message_cancel or conversations_scheduled_email_cancel.',
      'attachments are URLs: upload local files with conversations_attachment_upload first. WhatsApp drops them (issue #322).',
      'emailTo must be an address of this contact; emailCc and emailBcc may be anyone.',
      'Typical refusals: "Cannot send message as DND is active for SMS.", "Missing phone number", a contact who has unsubscribed.',
      'conversationProviderId belongs to type Custom, the channel of an app.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { each: ['contactId', 'emailCc[]', 'emailBcc[]'] },
    moments: [{ at: 'scheduledTimestamp', form: 'epoch-seconds' }],
    findOut: {
      looks: [
        // Not complete: HighLevel may add a line on opting out to a text, or fill in its merge fields.
        {
          steps: [exportNewest({ contactId: '$contactId', channel: '$type' })],
          records: 'messages',
          match: { body: 'message' },
          created: 'dateAdded',
        },
        {
          steps: [
            exportNewest({ contactId: '$contactId', channel: '$type' }),
            { ask: 'GET /conversations/messages/email/{id}', with: { id: '$0.messages.0.meta.email.messageIds.0' } },
          ],
          records: 'emailMessage',
          match: { subject: 'subject', body: 'html' },
          created: 'dateAdded',
        },
      ],
      check:
        "conversations_message_list of the contact's conversation shows what was sent, conversations_email_get an email.",
    },
    hints: {
      contactId: 'recipient, from contacts_contact_search',
      message: 'plain text; for SMS, WhatsApp, social, chat',
      html: 'body of an Email',
      subject: 'for Email',
      attachments: 'URLs, e.g. from conversations_attachment_upload',
      scheduledTimestamp: 'UTC epoch seconds, in the future',
      emailTo: 'another address of the same contact',
      emailFrom: 'a sender address of the location',
      fromNumber: 'E.164, a number of the location',
      toNumber: 'E.164, a number of the contact',
      replyMessageId: 'message id to reply to',
      threadId: 'thread’s e-mail message id',
      customSubtypeId: 'Email only, from conversations_subtype_list',
      conversationProviderId: 'for type Custom only',
    },
    words: ['text', 'SMS', 'reply', 'mail', 'email', 'WhatsApp', 'Instagram', 'Facebook', 'DM', 'schedule'],
    examples: [
      {
        ask: 'Text this lead that we open at nine',
        args: { type: 'SMS', contactId: 'ocQHyuzHvysMo5N5VsXc', message: 'Good morning! We open at nine.' },
      },
      {
        ask: 'Email the quote to this customer',
        args: {
          type: 'Email',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          subject: 'Your quote',
          html: '<p>Hello Jane,</p><p>your quote is attached.</p>',
          attachments: ['https://example.com/quote.pdf'],
        },
      },
      {
        ask: 'Text a reminder on 1 July 2026 at 09:00 UTC',
        args: {
          type: 'SMS',
          contactId: 'ocQHyuzHvysMo5N5VsXc',
          message: 'See you at ten today!',
          scheduledTimestamp: 1782896400,
        },
      },
    ],
  },
  'DELETE /conversations/messages/{messageId}/schedule': {
    name: 'conversations_scheduled_message_cancel',
    title: 'Cancel a scheduled message',
    summary:
      'Cancels a scheduled SMS or chat message that has not gone out yet; it is dropped for good. For an email use conversations_scheduled_email_cancel.',
    risk: 'high-impact',
    idempotent: true,
    hints: { messageId: 'messageId answered by conversations_message_send' },
    words: ['unschedule', 'stop text', 'recall'],
  },
  'DELETE /conversations/messages/email/{emailMessageId}/schedule': {
    name: 'conversations_scheduled_email_cancel',
    title: 'Cancel a scheduled email',
    summary:
      'Cancels a scheduled email that has not gone out yet; takes the emailMessageId. For SMS and chat use conversations_scheduled_message_cancel.',
    risk: 'high-impact',
    idempotent: true,
    hints: { emailMessageId: 'emailMessageId answered by conversations_message_send' },
    words: ['unschedule', 'stop mail', 'recall'],
  },
  'POST /conversations/messages/review-reply': {
    name: 'conversations_review_reply_send',
    title: 'Reply to a Google review',
    summary:
      'Publishes a reply to a Google Business review, visible to everyone at once. Private messages: conversations_message_send.',
    notes: ['Needs the conversation in which the review arrived.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          steps: [
            {
              ask: 'GET /conversations/{conversationId}/messages',
              with: { conversationId: '$conversationId', limit: 100 },
            },
          ],
          records: 'messages.messages',
          match: { body: 'message' },
          created: 'dateAdded',
        },
      ],
      check: 'conversations_message_list of that conversation shows the reply; so does the review itself at Google.',
    },
    hints: { conversationId: 'a conversation that holds a review' },
    words: ['GMB', 'Google Business Profile', 'reputation', 'rating', 'stars'],
  },
  'POST /conversations/messages/inbound': {
    name: 'conversations_inbound_message_record',
    title: 'Log an inbound message',
    summary:
      'Logs a message as if the contact had written it; workflows and AI bots may answer. To write to them: conversations_message_send.',
    notes: [
      'It is meant for imports and channels of your own; nothing is sent by it.',
      'type with conversationId or contactId is enough; conversationProviderId is for channels of your own app.',
      "altId is the message's id at the provider, not a location.",
      'direction is documented to default to outbound, so say inbound where it matters.',
      'Single messages cannot be deleted again.',
    ],
    risk: 'high-impact',
    findOut: {
      looks: [
        { steps: [exportNewest({ conversationId: '$conversationId', channel: '$type' })], ...foundEntry },
        { steps: [exportNewest({ contactId: '$contactId', channel: '$type' })], ...foundEntry },
      ],
      check: 'conversations_message_list shows whether the message is in the conversation.',
    },
    hints: {
      conversationId: 'or contactId instead',
      altId: 'message id at the external provider',
      direction: 'inbound or outbound',
      date: 'ISO 8601; when it was received',
      emailMessageId: 'email this one replies to',
      'call.to': 'E.164',
      'call.from': 'E.164',
    },
    words: ['import message', 'custom provider', 'received', 'log SMS', 'missed call'],
    examples: [
      {
        ask: 'Log the SMS this contact sent to our other number',
        args: { type: 'SMS', contactId: 'ocQHyuzHvysMo5N5VsXc', message: 'Are you open on Sunday?' },
      },
    ],
  },
  'POST /conversations/messages/outbound': {
    name: 'conversations_outbound_call_record',
    title: 'Log an outbound call',
    summary:
      'Records a call that staff made outside HighLevel. It places no call and sends nothing: messages go out with conversations_message_send.',
    notes: [
      'Add the recording afterwards with conversations_message_attachment_set.',
      'A record cannot be deleted again, and workflows that watch calls may start.',
    ],
    risk: 'write',
    findOut: {
      looks: [],
      check: 'conversations_message_list with type TYPE_CALL shows the calls that are logged.',
    },
    hints: {
      altId: 'call id at the external provider',
      date: 'ISO 8601; when the call was made',
      'call.to': 'E.164',
      'call.from': 'E.164',
    },
    words: ['log call', 'phone call', 'dialer', 'call log'],
  },
  'PUT /conversations/messages/{messageId}/status': {
    name: 'conversations_message_status_update',
    title: "Report a message's delivery",
    summary:
      'For apps with their own channel: reports a message as delivered, read or failed; delivers nothing. To read: conversations_message_get.',
    risk: 'write',
    idempotent: true,
    hints: { error: 'only with status failed', recipients: 'further email recipients' },
    words: ['custom provider', 'delivery report', 'callback'],
    examples: [
      {
        ask: 'Our own SMS gateway could not deliver this message',
        args: {
          messageId: 'DCvNxdJGhlzwv6sJ5dKx',
          status: 'failed',
          error: { code: '1', type: 'saas', message: 'Number is not in service' },
        },
      },
    ],
  },
  'PUT /conversations/messages/email/{id}/status': {
    name: 'conversations_email_status_update',
    title: "Report an email's delivery",
    summary:
      'For apps with their own email channel: reports opens, clicks, bounces and status. Other messages: conversations_message_status_update.',
    notes: [
      'Emails of LC Email or Mailgun are refused with 403.',
      'Counters in events are merged into the stored ones, and 0 never resets one.',
      'A click or reply also counts as opened and delivered.',
      'status is required on every call; recipients overwrites the status of each address named.',
    ],
    risk: 'write',
    findOut: { looks: [], check: 'conversations_email_get shows the status that the email has now.' },
    hints: {
      id: 'email message id',
      'recipients[].emailId': 'email address of an original recipient',
      'recipients[].failReason': 'only with status failed',
    },
    words: ['custom provider', 'opened', 'clicked', 'bounce', 'spam complaint'],
    examples: [
      {
        ask: 'Report that our mail server delivered this email',
        args: { id: 've9EPM428h8vShlRW1KT', status: 'delivered', events: { delivered: 1 } },
      },
    ],
  },
} as const satisfies Partial<Guides<typeof operations>>;
