/** What a calendar sends by itself: confirmations, reminders, follow-ups. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const notificationGuides = {
  'GET /calendars/{calendarId}/notifications': {
    name: 'calendars_notification_list',
    title: "List a calendar's notifications",
    summary:
      'The messages a calendar sends by itself (confirmation, reminder, cancellation …): channel, receiver, text, timing. Answers a bare array. Messages really sent are in conversations_message_list.',
    risk: 'read',
    paging: { style: 'skip-limit', items: '', size: 'limit', defaultSize: 100, offset: 'skip' },
    hints: { calendarId: 'from calendars_calendar_list', deleted: 'true shows deleted ones' },
    words: ['reminders', 'confirmation', 'follow-up', 'alerts'],
  },
  'GET /calendars/{calendarId}/notifications/{notificationId}': {
    name: 'calendars_notification_get',
    title: "Get a calendar's notification",
    summary: 'One notification rule of a calendar by id, with text, receivers and timing.',
    risk: 'read',
    hints: { notificationId: '_id in calendars_notification_list' },
    words: ['reminder', 'confirmation', 'follow-up'],
  },
  'POST /calendars/{calendarId}/notifications': {
    name: 'calendars_notification_create',
    title: 'Add notifications to a calendar',
    summary:
      'Adds rules by which a calendar emails, texts or WhatsApps contacts and staff on later bookings, active at once unless isActive is false. Look in calendars_notification_list first: a twin makes people hear it twice.',
    notes: [
      'beforeTime belongs to reminders, afterTime to follow-ups; the other types go out with the event.',
      'SMS and WhatsApp are billed for each message.',
      'selectedUsers takes user ids and the word sub_account_admin.',
    ],
    risk: 'write',
    hints: {
      calendarId: 'from calendars_calendar_list',
      notifications: 'one entry for each rule',
      'notifications[].receiverType': 'emails and phoneNumbers need the lists of addresses',
      'notifications[].beforeTime': 'reminder only: [{timeOffset: 1, unit: "hours"}]',
      'notifications[].afterTime': 'followup only: [{timeOffset: 1, unit: "hours"}]',
      'notifications[].templateId': 'email template; else subject and body',
      'notifications[].selectedUsers': 'for inApp and business email',
    },
    words: ['reminder', 'confirmation', 'follow-up', 'no-show', 'alert'],
    examples: [
      {
        ask: 'Email people a reminder a day before their appointment',
        args: {
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          notifications: [
            {
              receiverType: 'contact',
              channel: 'email',
              notificationType: 'reminder',
              subject: 'See you tomorrow',
              body: 'Hello {{contact.first_name}}, we look forward to seeing you tomorrow.',
              beforeTime: [{ timeOffset: 24, unit: 'hours' }],
            },
          ],
        },
      },
    ],
  },
  'PUT /calendars/{calendarId}/notifications/{notificationId}': {
    name: 'calendars_notification_update',
    title: "Change a calendar's notification",
    summary:
      'Changes text, receivers, timing or state of one notification rule; later bookings use it. isActive false mutes it without losing it.',
    risk: 'write',
    idempotent: true,
    hints: {
      notificationId: '_id in calendars_notification_list',
      beforeTime: 'reminder only: [{timeOffset: 1, unit: "hours"}]',
      afterTime: 'followup only: [{timeOffset: 1, unit: "hours"}]',
      deleted: 'true deletes it',
    },
    words: ['reminder', 'confirmation', 'mute', 'wording'],
  },
  'DELETE /calendars/{calendarId}/notifications/{notificationId}': {
    name: 'calendars_notification_delete',
    title: "Delete a calendar's notification",
    summary:
      'Deletes one notification rule: people are no longer confirmed or reminded by it. To mute it for a time, set isActive false with calendars_notification_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { notificationId: '_id in calendars_notification_list' },
    words: ['remove reminder', 'confirmation'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
