import { afterAll, expect, it } from 'vitest';
import { appointments } from '../../../src/sandbox/domains/calendars/records.ts';
import { follow, type Office, openOffice, type Results } from './follow.ts';

const pinned = await openOffice();
const unpinned = await openOffice({ isPinned: false });
afterAll(() => Promise.all([pinned.close(), unpinned.close()]));

const DAY_MS = 86_400_000;

function findSlot(results: Results): string {
  const days = Object.values(results[3]) as { slots?: string[] }[];
  return days.flatMap(({ slots = [] }) => slots)[0] ?? '';
}

it.each([
  ['in the pinned location', pinned],
  ['in a location that is named', unpinned],
])('the contact is booked into a slot that was free, and once only, %s', async (_where, office: Office) => {
  const { world } = office.sandbox;
  const prompt = { name: 'book_appointment', args: { contact: 'Hana Sato', calendar: 'New Patient Exam' } };
  const values = {
    '<locationId>': office.locationId,
    '<contact>': 'Hana Sato',
    '<contactId>': (results: Results) => results[0].contacts[0].id,
    '<calendarId>': (results: Results) =>
      results[1].all.find(({ name }: { name: string }) => name === 'New Patient Exam').id,
    '<from, epoch ms, a number>': world.now(),
    '<to, epoch ms, a number>': world.now() + 14 * DAY_MS,
    '<timezone>': (results: Results) => results[2].location.timezone,
    '<slot, exactly as printed>': findSlot,
    '<appointment id>': (results: Results) => results[4].id,
  };
  const results = await follow(office, prompt, values);
  const [{ contacts }, , , , booked, read] = results;
  expect(contacts[0].contactName).toBe('Hana Sato');
  const kept = appointments(world).get(booked.id);
  expect(kept?.contactId).toBe(contacts[0].id);
  expect(Date.parse(String(kept?.startTime))).toBe(Date.parse(findSlot(results)));
  expect(JSON.stringify(read)).toContain(booked.id);

  const again = await follow(office, prompt, { ...values, '<slot, exactly as printed>': findSlot(results) });
  expect(again[4].id).toBe(booked.id);
  const booking = appointments(world)
    .inLocation(office.locationId)
    .filter(({ contactId, startTime }) => contactId === kept?.contactId && startTime === kept?.startTime);
  expect(booking).toHaveLength(1);
});
