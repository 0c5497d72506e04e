import { afterAll, expect, it } from 'vitest';
import { appointments } from '../../../src/sandbox/domains/calendars/records.ts';
import { follow, openOffice, type Results } from './follow.ts';

const office = await openOffice();
afterAll(() => office.close());
const { world } = office.sandbox;

const DAY_MS = 86_400_000;

function findSlot(results: Results): string {
  const days = Object.values(results[3]) as { slots?: string[] }[];
  return days.flatMap(({ slots = [] }) => slots)[0] ?? '';
}

it('the contact is booked into a slot that was free, and nobody gets it twice', async () => {
  const prompt = { name: 'book_appointment', args: { contact: 'Hana Sato', calendar: 'New Patient Exam' } };
  const values = {
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
});
