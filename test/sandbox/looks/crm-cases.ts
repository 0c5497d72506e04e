/** Contacts, conversations, deals, calendars and what belongs to a location. */
import type { Account, Item } from './account.ts';
import type { LookCase } from './case.ts';

const start = '2031-10-21T10:00:00-05:00';
const end = '2031-10-21T10:30:00-05:00';
const planKey = 'custom_objects.treatment_plan';

const person = (account: Account): Item =>
  account.pick('contacts', ({ dnd, dndSettings, email, phone }) => !dnd && !dndSettings.SMS && email && phone);
const contactId = (account: Account): string => person(account).id;
const userId = (account: Account): string => account.pick('users').id;

function allowDuplicates({ sandbox: { world }, locationId }: Account): void {
  const locations = world.collection<Item>('locations');
  const { settings } = locations.get(locationId);
  const allowed = { allowDuplicateContact: true, allowDuplicateOpportunity: true };
  locations.update(locationId, { settings: { ...settings, ...allowed } });
}

async function book(account: Account): Promise<Item> {
  const calendarId = account.pick('calendars').id;
  const args = {
    calendarId,
    contactId: contactId(account),
    startTime: start,
    ignoreFreeSlotValidation: true,
    assignedUserId: userId(account),
  };
  return account.call('POST /calendars/events/appointments', args);
}

export const crmCases: readonly LookCase[] = [
  {
    key: 'POST /contacts/',
    kept: 'contacts',
    setUp: (account) => {
      allowDuplicates(account);
      return { firstName: 'Jane', lastName: 'Doe', email: 'jane.doe@example.com', phone: '+15125550177' };
    },
  },
  {
    key: 'POST /contacts/{contactId}/notes',
    kept: 'notes',
    setUp: (account) => ({ contactId: contactId(account), body: 'Called, no answer', userId: userId(account) }),
  },
  {
    key: 'POST /contacts/{contactId}/tasks',
    kept: 'tasks',
    namesCandidates: true,
    setUp: (account) => ({
      contactId: contactId(account),
      title: 'Call back',
      dueDate: '2031-10-23T10:00:00-04:00',
      completed: false,
      assignedTo: userId(account),
    }),
  },
  {
    key: 'POST /conversations/messages',
    kept: 'messages',
    setUp: (account) => ({ type: 'SMS', contactId: contactId(account), message: 'Good morning! We open at nine.' }),
  },
  {
    key: 'POST /conversations/messages/inbound',
    kept: 'messages',
    setUp: (account) => ({ type: 'SMS', contactId: contactId(account), message: 'Are you open on Sunday?' }),
  },
  {
    key: 'POST /conversations/messages/review-reply',
    kept: 'messages',
    setUp: (account) => ({ conversationId: account.pick('conversations').id, message: 'Thank you for the review!' }),
  },
  {
    key: 'POST /opportunities/',
    kept: 'opportunities',
    setUp: (account) => {
      allowDuplicates(account);
      return {
        pipelineId: account.pick('pipelines').id,
        contactId: contactId(account),
        name: 'Kitchen refit',
        status: 'open',
        monetaryValue: 1500,
      };
    },
  },
  {
    key: 'POST /opportunities/pipelines',
    kept: 'pipelines',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Bookings', stages: [{ name: 'New', position: 0 }] }),
  },
  {
    key: 'POST /calendars/events/appointments',
    kept: 'appointments',
    setUp: (account) => ({
      calendarId: account.pick('calendars').id,
      contactId: contactId(account),
      startTime: start,
      title: 'Consultation',
      assignedUserId: userId(account),
      ignoreFreeSlotValidation: true,
      toNotify: false,
    }),
  },
  {
    key: 'POST /calendars/events/block-slots',
    kept: 'blocked-slots',
    setUp: (account) => ({ title: 'Out', assignedUserId: userId(account), startTime: start, endTime: end }),
  },
  {
    key: 'POST /calendars/appointments/{appointmentId}/notes',
    kept: 'appointment-notes',
    setUp: async (account) => ({
      appointmentId: (await book(account)).id,
      body: 'Bring the X-rays',
      userId: userId(account),
    }),
  },
  {
    key: 'POST /calendars/groups',
    kept: 'calendar-groups',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Evenings', description: 'After work', slug: 'evenings' }),
  },
  {
    key: 'POST /calendars/schedules',
    kept: 'calendar-schedules',
    setUp: (account) => ({
      name: 'Office hours',
      userId: userId(account),
      timezone: 'America/Chicago',
      rules: [{ type: 'wday', day: 'monday', intervals: [{ from: '09:00', to: '17:00' }] }],
    }),
  },
  {
    key: 'POST /calendars/schedules/event-calendar/{calendarId}',
    kept: 'event-calendar-schedules',
    staysUnknown: true,
    refusesTwins: true,
    idOf: ({ calendarId, id }) => calendarId ?? id,
    setUp: (account) => ({
      calendarId: account.pick('calendars', ({ calendarType }) => calendarType === 'event').id,
      timezone: 'America/Chicago',
      rules: [{ type: 'wday', day: 'saturday', intervals: [{ from: '10:00', to: '16:00' }] }],
    }),
  },
  {
    key: 'POST /calendars/services/bookings',
    kept: 'service-bookings',
    setUp: (account) => ({
      contactId: contactId(account),
      startTime: start,
      endTime: '2031-10-21T11:00:00-05:00',
      timezone: 'America/Chicago',
      services: [{ id: account.pick('services').id }],
      overrideAvailability: true,
    }),
  },
  {
    key: 'POST /calendars/services/catalog',
    kept: 'services',
    refusesTwins: true,
    namesCandidates: true,
    setUp: (account) => ({ name: 'Haircut', slug: 'haircut', staff: [{ id: userId(account) }] }),
  },
  {
    key: 'POST /calendars/services/locations',
    kept: 'service-locations',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Annex', slug: 'annex' }),
  },
  {
    key: 'POST /locations/{locationId}/tags',
    kept: 'tags',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Spring fair' }),
  },
  {
    key: 'POST /locations/{locationId}/customFields',
    kept: 'location-custom-fields',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Spare money', dataType: 'MONETORY', model: 'contact' }),
  },
  {
    key: 'POST /locations/{locationId}/customValues',
    kept: 'custom-values',
    refusesTwins: true,
    namesCandidates: true,
    setUp: () => ({ name: 'Other link', value: 'https://example.com/other' }),
  },
  {
    key: 'POST /users/',
    kept: 'users',
    refusesTwins: true,
    namesCandidates: true,
    setUp: ({ locationId }) => ({
      firstName: 'Kim',
      lastName: 'Example',
      email: 'kim@example.com',
      password: 'example-Password-1',
      type: 'account',
      role: 'user',
      locationIds: [locationId],
    }),
  },
  {
    key: 'POST /businesses/',
    kept: 'businesses',
    setUp: () => ({ name: 'Example Plumbing', phone: '+15125550100', website: 'https://plumbing.example.com' }),
  },
  {
    key: 'POST /objects/{schemaKey}/records',
    kept: 'object-records',
    setUp: () => ({ schemaKey: planKey, properties: { name: 'Two crowns' } }),
  },
  {
    key: 'POST /custom-fields/',
    kept: 'object-fields',
    refusesTwins: true,
    setUp: (account) => ({
      objectKey: planKey,
      parentId: account.pick('field-folders', ({ objectKey }) => objectKey === planKey).id,
      fieldKey: `${planKey}.shade`,
      name: 'Shade',
      dataType: 'TEXT',
      showInForms: true,
    }),
  },
  {
    key: 'POST /custom-fields/folder',
    kept: 'field-folders',
    refusesTwins: true,
    setUp: () => ({ objectKey: planKey, name: 'Billing' }),
  },
  {
    key: 'POST /associations/',
    kept: 'associations',
    refusesTwins: true,
    setUp: () => ({
      key: 'plan_dentist',
      firstObjectKey: planKey,
      firstObjectLabel: 'Plan',
      secondObjectKey: 'contact',
      secondObjectLabel: 'Dentist',
    }),
  },
  {
    key: 'POST /associations/relations',
    kept: 'relations',
    refusesTwins: true,
    setUp: async (account) => {
      const args = { schemaKey: planKey, properties: { name: 'Unbound' } };
      const { record } = await account.call('POST /objects/{schemaKey}/records', args);
      const associationId = account.pick('associations').id;
      return { associationId, firstRecordId: record.id, secondRecordId: contactId(account) };
    },
  },
];
