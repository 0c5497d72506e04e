import { describe, expect, test } from 'vitest';
import { appointments } from '../../../src/sandbox/domains/calendars/records.ts';
import { type Contact, contacts, workflowEnrolments } from '../../../src/sandbox/domains/contacts/records.ts';
import { locationCustomFields } from '../../../src/sandbox/domains/locations/records.ts';
import { type Opportunity, opportunities } from '../../../src/sandbox/domains/opportunities/records.ts';
import { refusalOf } from '../sdk.ts';
import { type Started, startSandbox } from './start.ts';

interface Found {
  readonly contacts: readonly (Record<string, unknown> & { readonly id: string; readonly searchAfter: unknown[] })[];
  readonly total: number;
}

/** Advanced search through the SDK. */
function search({ sdk, locationId }: Started, body: object): Promise<Found> {
  return sdk.contacts.searchContactsAdvanced({ locationId, pageLimit: 500, ...body } as never);
}

async function findIds(started: Started, filter: object): Promise<string[]> {
  return (await search(started, { filters: [filter] })).contacts.map(({ id }) => id).sort();
}

/** What the search should find: the contacts of the location that pass, said in plain TypeScript. */
function idsWhere({ sandbox, locationId }: Started, passes: (contact: Contact) => boolean): string[] {
  const found = contacts(sandbox.world).inLocation(locationId).filter(passes);
  return found.map(({ id }) => id).sort();
}

test('a found contact has the shape of search answers, not that of reads', async () => {
  const started = await startSandbox();
  const { contact } = await started.sdk.contacts.createContact({
    locationId: started.locationId,
    name: 'Ada Lund',
    email: 'ada@example.com',
    address1: '1 Test Street',
    dateOfBirth: '1990-09-25',
  } as never);
  const { contacts: found, total } = await search(started, { query: 'ada@example.com' });
  expect(total).toBe(1);
  expect(found[0]).toMatchObject({
    id: contact?.id,
    firstNameLowerCase: 'ada',
    address: '1 Test Street',
    dateOfBirth: Date.UTC(1990, 8, 25),
    companyName: null,
    searchAfter: [expect.any(Number), contact?.id],
  });
  expect(found[0]).not.toHaveProperty('address1');
});

describe('over the seeded contacts, filters find what they say', () => {
  const cases: [name: string, filter: object, passes: (contact: Contact) => boolean][] = [
    ['tag', { field: 'tags', operator: 'eq', value: 'VIP' }, (contact) => contact.tags.includes('vip')],
    [
      'any of several tags',
      { field: 'tags', operator: 'eq', value: ['vip', 'no show'] },
      (contact) => contact.tags.includes('vip') || contact.tags.includes('no show'),
    ],
    [
      'part of a tag',
      { field: 'tags', operator: 'contains', value: 'lead' },
      (contact) => contact.tags.includes('new lead'),
    ],
    ['no owner', { field: 'assignedTo', operator: 'not_exists' }, (contact) => contact.assignedTo === undefined],
    ['type', { field: 'type', operator: 'not_eq', value: 'lead' }, (contact) => contact.type !== 'lead'],
    ['do not disturb', { field: 'dnd', operator: 'eq', value: true }, (contact) => contact.dnd],
    [
      'do not disturb by SMS',
      { field: 'dndSettings.SMS.status', operator: 'eq', value: ['active', 'permanent'] },
      (contact) => contact.dndSettings.SMS !== undefined,
    ],
    [
      'name in lower case',
      { field: 'firstNameLowerCase', operator: 'contains', value: 'an' },
      (contact) => contact.firstName?.toLowerCase().includes('an') === true,
    ],
    ['company', { field: 'businessName', operator: 'exists' }, (contact) => contact.businessId !== undefined],
    [
      'either of two groups',
      {
        group: 'OR',
        filters: [
          { field: 'city', operator: 'eq', value: 'austin' },
          {
            group: 'AND',
            filters: [
              { field: 'source', operator: 'eq', value: 'referral' },
              { field: 'dnd', operator: 'eq', value: false },
            ],
          },
        ],
      },
      (contact) => contact.city === 'Austin' || (contact.source === 'referral' && !contact.dnd),
    ],
  ];
  test.each(cases)('%s', async (_name, filter, passes) => {
    const started = await startSandbox();
    const wanted = idsWhere(started, passes);
    expect(wanted.length).toBeGreaterThan(0);
    expect(await findIds(started, filter)).toEqual(wanted);
  });
});

test('dates are searched by range', async () => {
  const started = await startSandbox();
  const since = new Date(started.sandbox.world.now() - 60 * 86_400_000).toISOString();
  const wanted = idsWhere(started, (contact) => contact.dateAdded >= since);
  expect(wanted.length).toBeGreaterThan(0);
  expect(await findIds(started, { field: 'dateAdded', operator: 'range', value: { gte: since } })).toEqual(wanted);
});

test('custom fields are searched by id, each as its type allows', async () => {
  const started = await startSandbox();
  const { sandbox, locationId, sdk } = started;
  const fieldOf = (dataType: string): string => {
    const field = locationCustomFields(sandbox.world)
      .inLocation(locationId)
      .find((one) => one.model === 'contact' && one.dataType === dataType);
    return field?.id ?? '';
  };
  const [text, day, choice] = [fieldOf('TEXT'), fieldOf('DATE'), fieldOf('SINGLE_OPTIONS')];
  const { contact } = await sdk.contacts.createContact({
    locationId,
    customFields: [
      { id: text, field_value: 'Northwind Dental Plan' },
      { id: day, field_value: '2031-05-01' },
    ],
  } as never);
  const only = [contact?.id];
  expect(await findIds(started, { field: `customFields.${text}`, operator: 'contains', value: 'northwind' })).toEqual(
    only,
  );
  const after = { field: `customFields.${day}`, operator: 'range', value: { gt: '2031-01-01' } };
  expect(await findIds(started, after)).toEqual(only);
  for (const filter of [
    { field: `customFields.${choice}`, operator: 'contains', value: 'x' },
    { field: `customFields.${text}.option`, operator: 'exists' },
    { field: 'customFields.nosuchfield000000000', operator: 'exists' },
  ]) {
    expect((await refusalOf(search(started, { filters: [filter] }))).statusCode).toBe(400);
  }
});

test('deals are searched as whole objects', async () => {
  const started = await startSandbox();
  const { sandbox, locationId, sdk } = started;
  const sample = opportunities(sandbox.world).inLocation(locationId)[0] as Opportunity;
  const { contact } = await sdk.contacts.createContact({ locationId, name: 'Dealer' } as never);
  const deal = (pipelineStageId: string, status: Opportunity['status']): Opportunity => ({
    ...sample,
    id: sandbox.world.newId(),
    contactId: contact?.id ?? '',
    pipelineStageId,
    status,
  });
  opportunities(sandbox.world).insert(deal('stageOne', 'won'));
  opportunities(sandbox.world).insert(deal('stageTwo', 'open'));
  const ask = (pipelineStageId: string, status: string): Promise<string[]> =>
    findIds(started, {
      field: 'opportunities',
      operator: 'nested',
      value: [
        { field: 'pipelineStageId', operator: 'eq', value: pipelineStageId },
        { field: 'status', operator: 'eq', value: status },
      ],
    });
  expect(await ask('stageOne', 'won')).toEqual([contact?.id]);
  expect(await ask('stageOne', 'open')).toEqual([]);
});

test('workflows and the last appointment are searched through the records that hold them', async () => {
  const started = await startSandbox();
  const { sandbox, locationId } = started;
  const active = workflowEnrolments(sandbox.world)
    .inLocation(locationId)
    .find((enrolment) => enrolment.status === 'active');
  const found = await findIds(started, { field: 'activeWorkflows', operator: 'eq', value: active?.automationId });
  expect(found).toContain(active?.contactId);
  const visited = new Set(
    appointments(sandbox.world)
      .inLocation(locationId)
      .map((one) => one.contactId),
  );
  expect(await findIds(started, { field: 'lastAppointment', operator: 'exists' })).toEqual(
    idsWhere(started, (contact) => visited.has(contact.id)),
  );
});

test('a sorted search is walked by searchAfter through the SDK', async () => {
  const started = await startSandbox();
  const sort = [
    { field: 'lastNameLowerCase', direction: 'asc' },
    { field: 'dateAdded', direction: 'desc' },
  ];
  const seen: Contact[] = [];
  for (let body: object = {}; ; ) {
    const { contacts: found, total } = await search(started, { pageLimit: 17, sort, ...body });
    expect(total).toBe(120);
    const last = found.at(-1);
    if (!last) break;
    seen.push(...found.map(({ id }) => contacts(started.sandbox.world).get(id) as Contact));
    body = { searchAfter: last.searchAfter };
  }
  const keys = seen.map((contact) => contact.lastName?.toLowerCase() ?? '');
  expect(new Set(seen.map(({ id }) => id)).size).toBe(120);
  expect(keys).toEqual([...keys].sort());
});

describe('what the search refuses', () => {
  test.each([
    [{ filters: [{ field: 'contact_name', operator: 'eq', value: 'x' }] }, 400],
    [{ filters: [{ field: 'email', operator: 'contains', value: 'x' }] }, 400],
    [{ filters: [{ field: 'dateAdded', operator: 'eq', value: 'x' }] }, 400],
    [{ sort: [{ field: 'tags', direction: 'asc' }] }, 400],
    [{ filters: [{ field: 'email', operator: 'like', value: 'x' }] }, 422],
    [{ pageLimit: 501 }, 422],
    [{ pageLimit: 500, page: 21 }, 422],
    [{ page: 1, searchAfter: [1, 'a'] }, 422],
    [{ query: 'x'.repeat(76) }, 422],
    [{ limit: 5 }, 422],
  ])('%j', async (body, status) => {
    const started = await startSandbox();
    expect((await refusalOf(search(started, body))).statusCode).toBe(status);
  });

  test('a field that does not exist, in the words of HighLevel (#170)', async () => {
    const started = await startSandbox();
    const refusal = await refusalOf(search(started, { filters: [{ field: 'contact_name', operator: 'exists' }] }));
    expect(refusal.response).toMatchObject({
      message: 'Invalid field contact_name',
      error: 'Bad Request',
      statusCode: 400,
    });
  });

  test('another location', async () => {
    const started = await startSandbox();
    const call = search(started, { locationId: started.otherLocationId });
    expect((await refusalOf(call)).statusCode).toBe(403);
  });
});

test('an agency token has no contacts in scope', async () => {
  const { call, sandbox, locationId } = await startSandbox();
  const answer = await call('POST', '/contacts/search', { locationId, pageLimit: 1 }, { token: sandbox.tokens.agency });
  expect(answer).toMatchObject({ status: 401, body: { message: 'The token is not authorized for this scope.' } });
});
