import { afterAll, expect, it } from 'vitest';
import { invoices } from '../../../src/sandbox/domains/invoices/records.ts';
import { follow, type Office, openOffice, type Results } from './follow.ts';

const pinned = await openOffice();
const unpinned = await openOffice({ isPinned: false });
afterAll(() => Promise.all([pinned.close(), unpinned.close()]));

const prompt = { name: 'invoice_customer', args: { contact: 'Hana Sato', items: 'two cleanings at 120 dollars' } };
const customer = ([{ contacts }]: Results) => contacts[0];

it.each([
  ['in the pinned location', pinned],
  ['in a location that is named', unpinned],
])('the invoice says what was asked for, and is sent to that customer, %s', async (_where, office: Office) => {
  const results = await follow(office, prompt, {
    '<locationId>': office.locationId,
    '<contact>': 'Hana Sato',
    '<what for>': 'Cleanings',
    '<ISO code>': 'USD',
    '<businessDetails>': (known: Results) => known[1].businessDetails,
    '<contactId>': (known: Results) => customer(known).id,
    '<name>': (known: Results) => customer(known).contactName,
    '<email>': (known: Results) => customer(known).email,
    '<phone>': (known: Results) => customer(known).phone,
    '<item>': 'Cleaning',
    '<price of one>': 120,
    '<count>': 2,
    '<YYYY-MM-DD>': '2026-11-30',
    '<due>': '2026-12-14',
    '<_id>': (known: Results) => known[2]._id,
    '<userId>': (known: Results) => known[4].all[0].id,
  });
  const [, , drafted, read] = results;
  expect(read).toMatchObject({ status: 'draft', total: 240, currency: 'USD' });
  const kept = invoices(office.sandbox.world).get(drafted._id);
  expect(kept).toMatchObject({ status: 'sent', contactDetails: { id: customer(results).id } });
});
