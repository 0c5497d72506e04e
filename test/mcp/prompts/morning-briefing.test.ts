import { afterAll, beforeAll, expect, it } from 'vitest';
import { calendars } from '../../../src/sandbox/domains/calendars/records.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';
import { follow, openOffice, type Results } from './follow.ts';

const office = await openOffice();
afterAll(() => office.close());
const { client, sandbox, locationId } = office;

const DAY_MS = 86_400_000;
const now = sandbox.world.now();
const inDays = (days: number) => new Date(now + days * DAY_MS).toISOString();
const [calendar] = calendars(sandbox.world).inLocation(locationId);

async function call(tool: string, operation: string, args: object) {
  const { isError, body } = parseToolResult(
    await client.callTool({ name: tool, arguments: { operation, arguments: args } }),
  );
  expect(isError, JSON.stringify(body)).toBe(false);
  return body.result;
}

/** One of each thing that a morning can bring. */
beforeAll(async () => {
  const lead = { firstName: 'Nora', lastName: 'Lindqvist', email: 'nora@example.com', phone: '+12025550147' };
  const contactId = (await call('call_write', 'contacts_contact_create', lead)).contact.id;
  await call('call_high_impact', 'calendars_appointment_create', {
    calendarId: calendar?.id,
    contactId,
    startTime: inDays(0),
    endTime: inDays(0.02),
    assignedUserId: calendar?.teamMembers?.[0]?.userId,
    title: 'First visit of Nora',
    ignoreFreeSlotValidation: true,
    ignoreDateRange: true,
  });
  await call('call_write', 'contacts_task_create', {
    contactId,
    title: 'Was due yesterday',
    dueDate: inDays(-1),
    completed: false,
  });
  const { _id: invoiceId } = await call('call_write', 'invoices_invoice_create', {
    name: 'Late one',
    currency: 'USD',
    businessDetails: { name: 'Lakeview Dental Studio' },
    contactDetails: { id: contactId, name: 'Nora Lindqvist', email: lead.email, phoneNo: lead.phone },
    items: [{ name: 'Exam', currency: 'USD', amount: 90, qty: 1 }],
    discount: { type: 'percentage', value: 0 },
    issueDate: inDays(-30).slice(0, 10),
    dueDate: inDays(-9).slice(0, 10),
    sentTo: { email: [lead.email] },
    liveMode: true,
  });
  const [user] = (await call('call_read', 'users_user_list', {})).users;
  await call('call_high_impact', 'invoices_invoice_send', {
    invoiceId,
    userId: user.id,
    action: 'email',
    liveMode: true,
  });
});

it('all that a morning brings is found, and nothing is changed', async () => {
  const sent = sandbox.requests.length;
  const [place, { all }, { events }, unread, due, leads, overdue] = await follow(
    office,
    { name: 'morning_briefing' },
    {
      '<calendarId>': calendar?.id,
      '<start of today, epoch ms>': String(now - DAY_MS / 2),
      '<end, epoch ms>': String(now + DAY_MS / 2),
      '<end of today, ISO>': inDays(0.5),
      '<yesterday, ISO>': inDays(-1),
      '<today, ISO>': inDays(0),
    },
  );
  expect(place.location.timezone).toBe('America/Chicago');
  expect(all.map(({ id }: { id: string }) => id)).toContain(calendar?.id);
  expect(events.map(({ title }: { title: string }) => title)).toContain('First visit of Nora');
  expect(unread.conversations[0].fullName).toBeTruthy();
  expect(due.rows).toContainEqual(expect.objectContaining({ title: 'Was due yesterday' }));
  for (const { dueDate } of due.rows) expect(Date.parse(dueDate)).toBeLessThanOrEqual(now + DAY_MS / 2);
  expect(leads.contacts.map((one: { contactName: string }) => one.contactName)).toContain('Nora Lindqvist');
  const names = (overdue.rows as Results).map((row) => row['contactDetails.name']);
  expect(names).toContain('Nora Lindqvist');
  expect(overdue.rows.every(({ dueDate }: { dueDate: string }) => Date.parse(dueDate) < now)).toBe(true);

  const changing = sandbox.requests.slice(sent).filter(({ method, path }) => method !== 'GET' && !/search/.test(path));
  expect(changing).toEqual([]);
});
