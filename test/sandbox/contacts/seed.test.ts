import { expect, test } from 'vitest';
import { businesses } from '../../../src/sandbox/domains/businesses/records.ts';
import { campaigns } from '../../../src/sandbox/domains/campaigns/records.ts';
import { contacts, notes, tasks, workflowEnrolments } from '../../../src/sandbox/domains/contacts/records.ts';
import { locationCustomFields, tags } from '../../../src/sandbox/domains/locations/records.ts';
import { users } from '../../../src/sandbox/domains/users/records.ts';
import { workflows } from '../../../src/sandbox/domains/workflows/records.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import type { World } from '../../../src/sandbox/world.ts';

function createWorld(seed: number): World {
  return createSandbox({ seed, clock: () => Date.UTC(2026, 5, 1) }).world;
}

test('the same seed and clock give the same contacts, another seed others', () => {
  const dump = (world: World): string =>
    JSON.stringify([contacts, notes, tasks, businesses, workflows].map((read) => read(world).all()));
  expect(dump(createWorld(7))).toBe(dump(createWorld(7)));
  expect(dump(createWorld(7))).not.toBe(dump(createWorld(8)));
});

test('both locations have people, and everything the demonstration needs of them', () => {
  const world = createWorld(1);
  const [first, second] = world.locationIds;
  expect([first, second].map((id) => contacts(world).inLocation(id).length)).toEqual([120, 80]);
  const all = contacts(world).all();
  for (const has of [
    all.filter((contact) => contact.dnd),
    all.filter((contact) => contact.businessId),
    all.filter((contact) => contact.customFields.length > 0),
    all.filter((contact) => contact.assignedTo),
    all.filter((contact) => contact.dateOfBirth),
    campaigns(world).all(),
    workflowEnrolments(world).all(),
  ]) {
    expect(has.length).toBeGreaterThan(0);
  }
});

test('whatever a seeded contact, note or task refers to exists', () => {
  const world = createWorld(1);
  for (const contact of contacts(world).all()) {
    if (contact.assignedTo) expect(users(world).get(contact.assignedTo)).toBeDefined();
    if (contact.businessId) expect(businesses(world).get(contact.businessId)?.name).toBe(contact.companyName);
    const fieldIds = locationCustomFields(world)
      .inLocation(contact.locationId)
      .map(({ id }) => id);
    expect(fieldIds).toEqual(expect.arrayContaining(contact.customFields.map(({ id }) => id)));
    const tagNames = tags(world)
      .inLocation(contact.locationId)
      .map(({ name }) => name);
    expect(tagNames).toEqual(expect.arrayContaining([...contact.tags]));
  }
  for (const { contactId, locationId } of [
    ...notes(world).all(),
    ...tasks(world).all(),
    ...workflowEnrolments(world).all(),
  ]) {
    expect(contacts(world).get(contactId)?.locationId).toBe(locationId);
  }
});
