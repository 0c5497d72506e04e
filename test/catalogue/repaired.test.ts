/** Calls that HighLevel's documents refuse and HighLevel takes, or the other way round: what the repairs are for. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../src/catalogue/operation.ts';
import { operations as associations } from '../../tools/associations/operations.gen.ts';
import { operations as calendars } from '../../tools/calendars/operations.gen.ts';
import { operations as chatWidget } from '../../tools/chat-widget/operations.gen.ts';
import { operations as contacts } from '../../tools/contacts/operations.gen.ts';
import { operations as conversations } from '../../tools/conversations/operations.gen.ts';
import { operations as customFields } from '../../tools/custom-fields/operations.gen.ts';
import { operations as customMenus } from '../../tools/custom-menus/operations.gen.ts';
import { operations as funnels } from '../../tools/funnels/operations.gen.ts';
import { operations as invoices } from '../../tools/invoices/operations.gen.ts';
import { operations as locations } from '../../tools/locations/operations.gen.ts';
import { operations as objects } from '../../tools/objects/operations.gen.ts';
import { operations as opportunities } from '../../tools/opportunities/operations.gen.ts';
import { operations as payments } from '../../tools/payments/operations.gen.ts';
import { operations as products } from '../../tools/products/operations.gen.ts';
import { operations as saas } from '../../tools/saas-api/operations.gen.ts';
import { operations as snapshots } from '../../tools/snapshots/operations.gen.ts';
import { operations as users } from '../../tools/users/operations.gen.ts';
import { operations as voiceAi } from '../../tools/voice-ai/operations.gen.ts';

function listFaults(operation: Operation, args: object): string[] {
  const { error } = operation.input().safeParse(args);
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
}

function answers(operation: Operation, value: unknown): boolean {
  return operation.output?.().safeParse(value).success ?? false;
}

describe('a custom field of a contact', () => {
  const bodies: readonly [Operation, object][] = [
    [contacts['POST /contacts/'], { locationId: 'l' }],
    [contacts['POST /contacts/upsert'], { locationId: 'l' }],
    [contacts['PUT /contacts/{contactId}'], { contactId: 'c' }],
  ];

  it.each(bodies)('is named by id or by key, and by one of them', (operation, base) => {
    const given = (field: object) => listFaults(operation, { ...base, customFields: [{ id: 'a' }, field] });
    expect(given({ id: 'f', field_value: 'x' })).toEqual([]);
    expect(given({ key: 'shoe_size', field_value: 44 })).toEqual([]);
    expect(given({ field_value: 44 })).toEqual(['customFields.1.id: give id or key']);
    expect(given({ id: 'f', value: 44 })).toEqual(['customFields.1: Unrecognized key: "value"']);
    expect(listFaults(operation, base)).toEqual([]);
  });
});

describe('a message from outside', () => {
  it.each([
    [conversations['POST /conversations/messages/inbound'], 'SMS'],
    [conversations['POST /conversations/messages/outbound'], 'Call'],
  ])('needs a conversation or a contact, and no provider', (operation: Operation, type) => {
    expect(listFaults(operation, { type, contactId: 'c' })).toEqual([]);
    expect(listFaults(operation, { type, conversationId: 'c' })).toEqual([]);
    expect(listFaults(operation, { type, conversationId: 'c', contactId: 'c', conversationProviderId: 'p' })).toEqual(
      [],
    );
    expect(listFaults(operation, { type })).toEqual(['conversationId: give conversationId or contactId']);
  });
});

describe('a blocked slot', () => {
  const base = { locationId: 'l', startTime: '2026-01-01T10:00:00Z', endTime: '2026-01-01T11:00:00Z' };
  const both = { calendarId: 'c', assignedUserId: 'u' };

  it('belongs to a calendar or to a user', () => {
    const create = calendars['POST /calendars/events/block-slots'];
    expect(listFaults(create, { ...base, calendarId: 'c' })).toEqual([]);
    expect(listFaults(create, { ...base, assignedUserId: 'u' })).toEqual([]);
    expect(listFaults(create, base)).toEqual(['calendarId: give calendarId or assignedUserId']);
    expect(listFaults(create, { ...base, ...both })).toEqual([
      'assignedUserId: give only one of calendarId and assignedUserId',
    ]);
  });

  it('keeps what a change does not name', () => {
    const update = calendars['PUT /calendars/events/block-slots/{eventId}'];
    expect(listFaults(update, { ...base, eventId: 'e' })).toEqual([]);
    expect(listFaults(update, { ...base, ...both, eventId: 'e' })).toHaveLength(1);
  });
});

describe('arguments', () => {
  it('take the options of a custom field without keys when it changes, with keys when it is new', () => {
    const options = [{ label: 'Red' }];
    const update = customFields['PUT /custom-fields/{id}'];
    expect(listFaults(update, { id: 'f', locationId: 'l', showInForms: true, options })).toEqual([]);
    const create = customFields['POST /custom-fields/'];
    expect(listFaults(create, { options }).join()).toContain('options.0.key');
  });

  it.each<[string, Operation, object]>([
    ['create', opportunities['POST /opportunities/'], { locationId: 'l', pipelineId: 'p', contactId: 'c', name: 'n' }],
    ['update', opportunities['PUT /opportunities/{id}'], { id: 'o' }],
    ['upsert', opportunities['POST /opportunities/upsert'], { locationId: 'l', pipelineId: 'p', contactId: 'c' }],
    ['set the status of', opportunities['PUT /opportunities/{id}/status'], { id: 'o' }],
  ])('%s an opportunity with a status, not with a word of the search', (_, operation, base) => {
    expect(listFaults(operation, { ...base, status: 'won' })).toEqual([]);
    expect(listFaults(operation, { ...base, status: 'all' }).join()).toContain('status');
  });

  it('search opportunities of all statuses', () => {
    const search = opportunities['GET /opportunities/search'];
    expect(listFaults(search, { location_id: 'l', status: 'all' })).toEqual([]);
  });

  it('record a payment in cash without card or cheque', () => {
    const record = invoices['POST /invoices/{invoiceId}/record-payment'];
    const base = { invoiceId: 'i', altId: 'l', altType: 'location', notes: '' };
    expect(listFaults(record, { ...base, mode: 'cash' })).toEqual([]);
    expect(listFaults(record, { ...base, mode: 'card', card: {} })).toHaveLength(2);
  });

  it('change one setting of a chat widget', () => {
    const change = chatWidget['PATCH /chat-widget/data/{locationId}/{id}'];
    expect(listFaults(change, { locationId: 'l', id: 'w', settings: { chatType: 'emailChat' } })).toEqual([]);
  });

  it('order the products of a store as a list of objects', () => {
    const order = products['POST /products/store/{storeId}/priority'];
    const base = { storeId: 's', altId: 'l', altType: 'location' };
    expect(listFaults(order, { ...base, products: [{ _id: 'p', displayPriority: 1 }] })).toEqual([]);
    expect(listFaults(order, { ...base, products: [['p']] })).toHaveLength(1);
  });
});

describe('answers', () => {
  it.each<[string, Operation, unknown, unknown]>([
    ['coupons as objects', payments['GET /payments/orders/{orderId}'], { coupon: { code: 'A' } }, { coupon: 'A' }],
    [
      'items as objects',
      invoices['GET /invoices/{invoiceId}'],
      { invoiceItems: [{ qty: 1 }] },
      { invoiceItems: ['a'] },
    ],
    [
      'estimates as objects',
      invoices['GET /invoices/estimate/list'],
      { estimates: [{ name: 'E' }] },
      { estimates: ['E'] },
    ],
    ['scopes as a list', users['GET /users/{userId}'], { scopes: ['contacts.write'] }, { scopes: 'contacts.write' }],
    [
      'cursors of numbers and texts',
      objects['POST /objects/{schemaKey}/records/search'],
      { records: [{ searchAfter: [1, 'a'] }] },
      { records: [{ searchAfter: [true] }] },
    ],
    [
      'associations in a list',
      associations['GET /associations/'],
      { associations: [{ id: 'a' }], total: 1 },
      { associations: {} },
    ],
    [
      'funnels in a list',
      funnels['GET /funnels/funnel/list'],
      { funnels: [{ _id: 'f' }], count: 1 },
      { funnels: { _id: 'f' }, count: 1 },
    ],
    [
      'the answer of the same operation under its other path',
      saas['GET /saas/agency-plans/{companyId}'],
      [{ planId: 'p' }],
      { planId: 'p' },
    ],
    [
      'messages one level down',
      conversations['GET /conversations/{conversationId}/messages'],
      { messages: { messages: [{ id: 'm' }], nextPage: false } },
      { messages: [] },
    ],
  ])('give %s', (_, operation, real, documented) => {
    expect(answers(operation, real)).toBe(true);
    expect(answers(operation, documented)).toBe(false);
  });
});

it('free slots stand beside a traceId', () => {
  const slots = calendars['GET /calendars/{calendarId}/free-slots'];
  expect(answers(slots, { '2026-01-01': { slots: ['2026-01-01T10:00:00Z'] }, traceId: 't' })).toBe(true);
  expect(answers(slots, { '2026-01-01': ['2026-01-01T10:00:00Z'] })).toBe(false);
});

describe('what an agent may give', () => {
  it('names a coupon by id or by code', () => {
    const get = payments['GET /payments/coupon'];
    const base = { altId: 'l', altType: 'location' };
    expect(listFaults(get, { ...base, code: 'DEAL50' })).toEqual([]);
    expect(listFaults(get, { ...base, id: 'c' })).toEqual([]);
    expect(listFaults(get, base)).toEqual(['id: give id or code']);
  });

  it('has no credential of another service among it', () => {
    const create = locations['POST /locations/'];
    const twilio = { sid: 'AC_XXXXXXXXXXX', authToken: '77_XXXXXXXXXXX' };
    expect(listFaults(create, { name: 'n', companyId: 'c', twilio })).toEqual([': Unrecognized key: "twilio"']);
    const names = JSON.stringify(z.toJSONSchema(voiceAi['POST /voice-ai/actions'].input(), { io: 'input' }));
    expect(names).toContain('authenticationRequired');
    expect(names).not.toContain('authenticationValue');
  });

  it('has every scope of the later document, and no other', () => {
    const update = users['PUT /users/{userId}'];
    expect(listFaults(update, { userId: 'u', scopes: ['pipelines.create'] })).toEqual([]);
    expect(listFaults(update, { userId: 'u', scopes: ['contact.write'] }).join()).toContain('contacts.write');
  });

  it('holds lists of locations against a pin', () => {
    const roles = [
      users['POST /users/'].context.locationIds,
      saas['POST /saas/bulk-enable-saas/{companyId}'].context.locationIds,
      customMenus['POST /custom-menus/'].context.locations,
      snapshots['POST /snapshots/share/link'].context.share_location_id,
    ];
    expect(new Set(roles)).toEqual(new Set(['location-list']));
  });
});

it('knows the scope of what only HighLevel’s table of scopes names', () => {
  expect(locations['PUT /locations/{locationId}/tags/{tagId}'].scopes).toEqual(['locations/tags.write']);
});
