/** What a calendar sends by itself: confirmations, reminders, follow-ups. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const notificationGuides = {
  'GET /calendars/{calendarId}/notifications': {
    name: 'calendars_notification_list',
    title: "List a calendar's notifications",
    summary:
      'Messages a calendar sends by itself (confirmation, reminder …): receiver, text, timing. Really sent ones: conversations_message_list.',
    notes: ['The answer is a bare array.'],
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
      'Makes a calendar email or text contacts and staff on later bookings, at once unless isActive is false. See calendars_notification_list.',
    notes: [
      'A twin of an existing rule makes people hear it twice: look first.',
      'beforeTime belongs to reminders, afterTime to follow-ups; the other types go out with the event.',
      'SMS and WhatsApp are billed for each message.',
      'selectedUsers takes user ids and the word sub_account_admin.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [],
      check: 'calendars_notification_list shows the rules of the calendar; compare them one by one.',
    },
    hints: {
      calendarId: 'from calendars_calendar_list',
      notifications: 'one entry for each rule',
      'notifications[].receiverType': 'emails and phoneNumbers need the lists of addresses',
      'notifications[].beforeTime': 'reminder only: [{timeOffset: 1, unit: "hours"}]',
      'notifications[].afterTime': 'followup only: [{timeOffset: 1, unit: "hours"}]',
      'notifications[].templateId': 'email template; else subject and body',
      'notifications[].selectedUsers': 'for inApp and business email',
    },
    words: ['reminder', 'confirmation', 'follow-up', 'no-show', 'alert', 'WhatsApp message'],
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
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    deletes: { unless: { deleted: [false, null] } },
    hints: {
      notificationId: '_id in calendars_notification_list',
      beforeTime: 'reminder only: [{timeOffset: 1, unit: "hours"}]',
      afterTime: 'followup only: [{timeOffset: 1, unit: "hours"}]',
      deleted: 'true deletes it',
    },
    words: ['reminder', 'confirmation', 'mute', 'wording'],
    examples: [
      {
        ask: 'Send that reminder two hours before instead',
        args: {
          calendarId: 'BqTwX8QFwXzpegMve9EQ',
          notificationId: '65e5f6dfacf123513228d3c1',
          beforeTime: [{ timeOffset: 2, unit: 'hours' }],
        },
      },
      {
        ask: 'Mute this reminder for now',
        args: { calendarId: 'BqTwX8QFwXzpegMve9EQ', notificationId: '65e5f6dfacf123513228d3c1', isActive: false },
      },
    ],
  },
  'DELETE /calendars/{calendarId}/notifications/{notificationId}': {
    name: 'calendars_notification_delete',
    title: "Delete a calendar's notification",
    summary:
      'Deletes one notification rule of a calendar. To mute it for a time, set isActive false with calendars_notification_update.',
    risk: 'high-impact',
    idempotent: true,
    hints: { notificationId: '_id in calendars_notification_list' },
    words: ['remove reminder', 'confirmation'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
