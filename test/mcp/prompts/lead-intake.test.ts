import { afterAll, expect, it } from 'vitest';
import { contacts, tasks } from '../../../src/sandbox/domains/contacts/records.ts';
import { follow, openOffice, type Results } from './follow.ts';

const office = await openOffice();
afterAll(() => office.close());
const { world } = office.sandbox;

const prompt = {
  name: 'lead_intake',
  args: { lead: 'Nora Lindqvist, nora@example.com, +1 202 555 0147, wants whitening', owner: 'Morgan Ellery' },
};
const values = {
  '<email>': 'nora@example.com',
  '<phone, E.164>': '+12025550147',
  '<first name>': 'Nora',
  '<last name>': 'Lindqvist',
  '<where it came from>': 'Website form',
  '<contactId>': (results: Results) => results[1].contact.id,
  '<tag>': (results: Results) => results[2].all[0].name,
  '<owner>': 'Morgan Ellery',
  '<what to do>': 'Call Nora about whitening',
  '<when, ISO 8601 with offset>': '2027-01-04T10:00:00-06:00',
  '<userId>': (results: Results) => results[4].match.id,
};

it('a lead becomes one contact, tagged, with a task for its owner, however often it comes in', async () => {
  const before = contacts(world).inLocation(office.locationId).length;
  const [known, saved, tags, , owner, , read] = await follow(office, prompt, values);
  expect(known.contact).toBeUndefined();
  expect(saved.new).toBe(true);
  expect(read.contact).toMatchObject({ email: 'nora@example.com', phone: '+12025550147', tags: [tags.all[0].name] });

  const [knownNow, again] = await follow(office, prompt, values);
  expect(knownNow.contact.id).toBe(saved.contact.id);
  expect(again.contact.id).toBe(saved.contact.id);
  expect(contacts(world).inLocation(office.locationId)).toHaveLength(before + 1);
  const forLead = tasks(world)
    .inLocation(office.locationId)
    .filter((task) => task.contactId === saved.contact.id);
  expect(forLead).toHaveLength(1);
  expect(forLead[0]).toMatchObject({ assignedTo: owner.match.id, completed: false });
});
