/** Records of another location: every way to them is tried, refused, and explained. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Agency, dental, fitness, startAgency } from './agency.ts';

let agency: Agency;
beforeEach(async () => {
  agency = await startAgency();
});

interface Record {
  readonly id: string;
  readonly locationId: string;
}

const kinds = ['contacts', 'opportunities', 'conversations', 'appointments', 'invoices'] as const;
type Kind = (typeof kinds)[number];

function findForeign(kind: Kind): Record {
  const found = agency.sandbox.world.collection<Record>(kind).inLocation(fitness.id)[0];
  if (found === undefined) throw new Error(`no ${kind} there`);
  return found;
}

const countAll = () => kinds.map((kind) => agency.sandbox.world.collection<Record>(kind).all().length);

/** Read, changed, deleted, and what else does harm. */
const ways: readonly (readonly [operation: string, kind: Kind, argument: string, args: object])[] = [
  ['contacts_contact_get', 'contacts', 'contactId', {}],
  ['contacts_contact_update', 'contacts', 'contactId', { firstName: 'X' }],
  ['contacts_contact_delete', 'contacts', 'contactId', {}],
  ['contacts_note_create', 'contacts', 'contactId', { body: 'X' }],
  ['contacts_tag_add', 'contacts', 'contactId', { tags: ['x'] }],
  ['opportunities_opportunity_get', 'opportunities', 'id', {}],
  ['opportunities_opportunity_update', 'opportunities', 'id', { name: 'X' }],
  ['opportunities_opportunity_delete', 'opportunities', 'id', {}],
  ['conversations_conversation_get', 'conversations', 'conversationId', {}],
  ['conversations_conversation_update', 'conversations', 'conversationId', { starred: true }],
  ['conversations_conversation_delete', 'conversations', 'conversationId', {}],
  ['conversations_message_send', 'contacts', 'contactId', { type: 'SMS', message: 'X' }],
  ['calendars_appointment_get', 'appointments', 'eventId', {}],
  ['calendars_appointment_update', 'appointments', 'eventId', { title: 'X' }],
  ['calendars_event_delete', 'appointments', 'eventId', {}],
  ['invoices_invoice_get', 'invoices', 'invoiceId', {}],
  ['invoices_invoice_send', 'invoices', 'invoiceId', { userId: 'u', action: 'email', liveMode: false }],
  ['invoices_invoice_delete', 'invoices', 'invoiceId', {}],
];

describe.each([
  ["an agency's app that names the location", 'company', {}],
  ["an agency's app under a pin", 'company', { locationId: dental.id }],
  ["a location's token under its pin", 'location', { locationId: dental.id }],
] as const)('%s', (_, by, pins) => {
  it.each(ways)('%s leaves alone what another location has', async (operation, kind, argument, args) => {
    const foreign = findForeign(kind);
    const before = JSON.stringify([foreign, countAll()]);
    const { call } = await agency.connect(by, { pins });
    const place = operation.startsWith('invoices_') || operation === 'conversations_conversation_update';
    const name = operation.startsWith('invoices_') ? 'altId' : 'locationId';
    const where = 'locationId' in pins ? {} : { [name]: dental.name };
    const { isError, body } = await call(operation, { ...args, [argument]: foreign.id, ...where });
    expect(isError, `${place}`).toBe(true);
    expect(body.error).toMatchObject({ location: dental.id, outcome: 'not-done' });
    expect(body.error.advice).toContain(`location ${dental.id}`);
    expect(body.error.advice).toMatch(/record (may )?belongs? to another location/);
    expect(JSON.stringify([findForeign(kind), countAll()])).toBe(before);
  });
});

describe('a location out of reach', () => {
  it('is explained, with those that would do as far as they are known', async () => {
    const { call, tool } = await agency.connect('company');
    const wrong = { locationId: 'AAAAAAAAAAAAAAAAAAAA', pageLimit: 1 };
    const unread = (await call('contacts_contact_search', wrong)).body.error;
    expect(unread).toMatchObject({ reason: 'no-token-for-location', location: wrong.locationId, sent: 'no' });
    expect(unread.candidates).toBeUndefined();
    await tool('lookup', { kind: 'location' });
    agency.takePaths();
    const known = (await call('contacts_contact_search', wrong)).body.error;
    expect(known.candidates).toEqual([dental, fitness]);
    expect(agency.takePaths()).toEqual(['/oauth/locationToken']);
  });

  it('where the app was taken out is none to choose any more', async () => {
    agency.sandbox.world.collection('app-removals').insert({ id: fitness.id, locationId: '' });
    const { call } = await agency.connect('company');
    const { body } = await call('contacts_contact_search', { locationId: fitness.name, pageLimit: 1 });
    expect(body.error).toMatchObject({ kind: 'location_unclear', candidates: [dental] });
    expect((await call('contacts_contact_search', { pageLimit: 1 })).body.location).toBe(dental.id);
    const byId = await call('contacts_contact_search', { locationId: fitness.id, pageLimit: 1 });
    expect(byId.body.error.advice).toContain('not installed in it');
  });

  it("of a location's token is named", async () => {
    const { call } = await agency.connect('location');
    const { error } = (await call('contacts_contact_search', { locationId: fitness.id, pageLimit: 1 })).body;
    expect(error).toMatchObject({ reason: 'wrong-location', location: fitness.id });
    expect(error.advice).toContain(`does not open location ${fitness.id}`);
  });
});
