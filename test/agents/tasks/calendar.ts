/** Appointments: booking, moving, and what is on. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

const DAY_MS = 86_400_000;

/** HighLevel answers free slots by date: `{ "2026-03-05": { "slots": ["…"] }, … }`. */
function listSlots(answer: Answer): string[] {
  return Object.values(answer).flatMap((day: Answer) => day.slots ?? []);
}

const book = defineTask({
  title: 'Book an appointment',
  resources: ['contacts', 'calendars'],
  async run(agent, now) {
    await agent.find('create a contact, or update it if it exists', 'contacts_contact_upsert');
    const { contact } = await agent.write(
      'contacts_contact_upsert',
      { firstName: 'Nora', lastName: 'Whitfield', email: 'nora.whitfield@example.com' },
      ['contact.email'],
    );
    const { match: calendar } = await agent.lookup('calendar', 'Whitening Consultation');
    await agent.find('free slots of a calendar', 'calendars_free_slot_list');
    const from = now.getTime() + DAY_MS;
    const free = await agent.read('calendars_free_slot_list', {
      calendarId: calendar.id,
      startDate: from,
      endDate: from + DAY_MS,
    });
    await agent.find('book an appointment', 'calendars_appointment_create');
    const [startTime] = listSlots(free);
    const booked = await agent.confirm('calendars_appointment_create', {
      calendarId: calendar.id,
      contactId: contact.id,
      startTime,
    });
    await agent.find('details of one appointment', 'calendars_appointment_get');
    const { event } = await agent.read('calendars_appointment_get', { eventId: booked.id });
    return { contactId: contact.id, calendarId: calendar.id, startTime, appointment: event };
  },
  async check(inspect, { contactId, calendarId, startTime, appointment }) {
    const { events } = await inspect(`/contacts/${contactId}/appointments`);
    assert.deepEqual(
      events.map(({ id }: Answer) => id),
      [appointment.id],
    );
    assert.equal(appointment.calendarId, calendarId);
    assert.equal(Date.parse(appointment.startTime), Date.parse(startTime ?? ''));
  },
});

const reschedule = defineTask({
  title: 'Reschedule or cancel an appointment',
  resources: ['contacts', 'calendars'],
  async run(agent) {
    await agent.find('find a contact by name', 'contacts_contact_search');
    const { contacts } = await agent.read('contacts_contact_search', { query: 'Oscar Sinclair', pageLimit: 5 }, [
      'contacts.contactName',
    ]);
    await agent.find("a contact's appointments", 'contacts_appointment_list');
    const { events } = await agent.read('contacts_appointment_list', { contactId: contacts[0].id }, [
      'events.title',
      'events.startTime',
      'events.appointmentStatus',
      'events.calendarId',
    ]);
    const [appointment] = events.filter(({ startTime }: Answer) => startTime.startsWith('2026-03-06'));
    await agent.find('free slots of a calendar', 'calendars_free_slot_list');
    const from = Date.parse('2026-03-09T06:00:00Z');
    const free = await agent.read('calendars_free_slot_list', {
      calendarId: appointment.calendarId,
      startDate: from,
      endDate: from + DAY_MS,
    });
    await agent.find('reschedule an appointment', 'calendars_appointment_update');
    const startTime = listSlots(free).at(-1);
    const eventId = appointment.id;
    const { appointmentStatus } = appointment;
    await agent.confirm('calendars_appointment_update', { eventId, startTime, appointmentStatus });
    return { eventId, startTime, appointmentStatus };
  },
  async check(inspect, { eventId, startTime, appointmentStatus }) {
    const { event } = await inspect(`/calendars/events/appointments/${eventId}`);
    assert.equal(Date.parse(event.startTime), Date.parse(startTime ?? ''));
    assert.equal(event.appointmentStatus, appointmentStatus);
  },
});

function didNotCome({ appointmentStatus }: Answer): boolean {
  return ['noshow', 'cancelled'].includes(appointmentStatus);
}

const agenda = defineTask({
  title: 'What is on the calendar today/this week; no-shows',
  resources: ['calendars', 'contacts'],
  async run(agent) {
    const { all: calendars } = await agent.lookup('calendar');
    await agent.find('appointments of a calendar this week', 'calendars_event_list');
    const period = {
      startTime: String(Date.parse('2026-02-16T00:00:00-06:00')),
      endTime: String(Date.parse('2026-03-09T00:00:00-06:00')),
    };
    const events: Answer[] = [];
    for (const { id: calendarId } of calendars) {
      const answer = await agent.read('calendars_event_list', { calendarId, ...period }, [
        'events.title',
        'events.startTime',
        'events.appointmentStatus',
        'events.contactId',
      ]);
      events.push(...answer.events);
    }
    const missed = events.filter(didNotCome);
    await agent.find('phone number and e-mail of a contact', 'contacts_contact_get');
    const people = [];
    for (const { contactId } of missed) {
      const { contact } = await agent.read('contacts_contact_get', { contactId }, [
        'contact.firstName',
        'contact.lastName',
        'contact.phone',
      ]);
      people.push(contact);
    }
    const thisWeek = events.filter(({ startTime }) => startTime >= '2026-03-02');
    return { thisWeek: thisWeek.map(({ id }) => id), missed: missed.map(({ id }) => id), people, ...period };
  },
  async check(inspect, { thisWeek, missed, people, startTime, endTime }, locationId) {
    const { calendars } = await inspect(`/calendars/?locationId=${locationId}`);
    const all: Answer[] = [];
    for (const { id } of calendars) {
      const query = `locationId=${locationId}&calendarId=${id}&startTime=${startTime}&endTime=${endTime}`;
      all.push(...(await inspect(`/calendars/events?${query}`)).events);
    }
    const from = Date.parse('2026-03-02T00:00:00-06:00');
    const ids = (events: Answer[]) => events.map(({ id }) => id).toSorted();
    assert.deepEqual(thisWeek.toSorted(), ids(all.filter((event) => Date.parse(event.startTime) >= from)));
    assert.deepEqual(missed.toSorted(), ids(all.filter(didNotCome)));
    assert.ok(thisWeek.length > 0 && missed.length > 0);
    for (const { phone } of people) assert.match(phone, /^\+1/);
  },
});

export const tasks = [book, reschedule, agenda];
