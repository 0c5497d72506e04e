import { afterAll, expect, it } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { locations } from '../../../src/sandbox/domains/locations/records.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';
import { readRows } from '../../support/tables.ts';
import { follow, openOffice, type Results } from './follow.ts';

const office = await openOffice();
afterAll(() => office.close());
const { client, locationId, sandbox } = office;

/** Somebody who is there twice: once with a conversation, once with a city and a tag. */
async function duplicate() {
  const [original] = contacts(sandbox.world)
    .inLocation(locationId)
    .filter(({ email }) => email !== undefined);
  const settings = locations(sandbox.world).get(locationId)?.settings;
  if (original === undefined || settings === undefined) throw new Error('the sandbox is not seeded');
  locations(sandbox.world).update(locationId, { settings: { ...settings, allowDuplicateContact: true } });
  const { body } = parseToolResult(
    await client.callTool({
      name: 'call_write',
      arguments: {
        operation: 'contacts_contact_create',
        arguments: { firstName: original.firstName, email: original.email, city: 'Waco', tags: ['from the fair'] },
      },
    }),
  );
  return { original, copy: body.result.contact as { id: string } };
}

it('the pair is found, one is completed and kept, the other is gone', async () => {
  const { original, copy } = await duplicate();
  const before = contacts(sandbox.world).inLocation(locationId).length;
  const [byEmail, found, conversations, deals, , , deleted] = await follow(
    office,
    { name: 'clean_up_duplicates' },
    {
      '<email>': ([emails]: Results) => readRows(emails)[0]?.email,
      '<contactId>': copy.id,
      '<kept>': original.id,
      '<other>': copy.id,
      '<city>': 'Waco',
      '<tag>': 'from the fair',
    },
  );
  expect(readRows(byEmail)[0]).toEqual({ email: original.email, count: 2 });
  expect(byEmail.complete).toBe(true);
  expect(found.contacts.map(({ id }: { id: string }) => id).sort()).toEqual([original.id, copy.id].sort());
  expect(conversations.conversations).toEqual([]);
  expect(deals.records).toBe(0);
  expect(deleted).toBeTruthy();
  expect(contacts(sandbox.world).get(copy.id)).toBeUndefined();
  expect(contacts(sandbox.world).inLocation(locationId)).toHaveLength(before - 1);
  const kept = contacts(sandbox.world).get(original.id);
  expect(kept?.city).toBe('Waco');
  expect(kept?.tags).toEqual(expect.arrayContaining([...original.tags, 'from the fair']));
});
