import { expect, test } from 'vitest';
import { startSandbox } from './start.ts';

interface Meta {
  readonly total: number;
  readonly startAfter?: number;
  readonly startAfterId?: string;
  readonly nextPageUrl: string | null;
  readonly currentPage: number;
  readonly nextPage: number | null;
  readonly prevPage: number | null;
}

test('both cursors together walk the whole list, newest first, each contact once', async () => {
  const { sdk, sandbox, locationId } = await startSandbox();
  const seen: string[] = [];
  let cursor: Pick<Meta, 'startAfter' | 'startAfterId'> = {};
  for (let page = 1; ; page += 1) {
    const answer = await sdk.contacts.getContacts({ locationId, limit: 50, ...cursor } as never);
    const { meta } = answer as unknown as { meta: Meta };
    expect(meta).toMatchObject({ total: 120, currentPage: page, prevPage: page > 1 ? page - 1 : null });
    seen.push(...(answer.contacts ?? []).map((contact) => contact.id ?? ''));
    if (meta.nextPage === null) {
      expect(meta.nextPageUrl).toBeNull();
      break;
    }
    cursor = { startAfter: meta.startAfter as number, startAfterId: meta.startAfterId as string };
  }
  const added = seen.map(
    (id) => (sandbox.world.collection('contacts').get(id) as unknown as { dateAdded: string }).dateAdded,
  );
  expect(new Set(seen).size).toBe(120);
  expect(added).toEqual([...added].sort().reverse());
});

test('half a cursor starts from the beginning, and an empty page repeats its cursor', async () => {
  const { call, locationId } = await startSandbox();
  const list = `/contacts/?locationId=${locationId}`;
  const { body: first } = await call('GET', `${list}&limit=5`);
  const { body: half } = await call('GET', `${list}&limit=5&startAfterId=${first.meta.startAfterId}`);
  expect(half.contacts).toEqual(first.contacts);
  const { body: beyond } = await call('GET', `${list}&startAfter=1&startAfterId=zzz`);
  expect(beyond).toMatchObject({
    contacts: [],
    meta: { total: 120, startAfter: 1, startAfterId: 'zzz', nextPage: null },
  });
});

test('the list has twenty of a page, a hundred at most, and takes a query', async () => {
  const { call, sandbox, locationId } = await startSandbox();
  const list = `/contacts/?locationId=${locationId}`;
  expect((await call('GET', list)).body.contacts).toHaveLength(20);
  expect((await call('GET', `${list}&limit=101`)).status).toBe(422);
  const someone = sandbox.world.collection('contacts').inLocation(locationId)[3] as unknown as {
    id: string;
    email: string;
  };
  const { body } = await call('GET', `${list}&query=${encodeURIComponent(someone.email.toUpperCase())}`);
  expect(body.contacts.map((contact: { id: string }) => contact.id)).toEqual([someone.id]);
});

test('lists and searches lag behind writes, reading by id and the duplicate check do not', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { sdk, call, locationId } = await startSandbox({ indexLagMs: 3000, clock: () => now });
  const { contact } = await sdk.contacts.createContact({ locationId, email: 'fresh@example.com' } as never);
  const listed = async (): Promise<number> =>
    (await call('GET', `/contacts/?locationId=${locationId}&query=fresh@example.com`)).body.contacts.length;
  expect(await listed()).toBe(0);
  expect((await sdk.contacts.getContact({ contactId: contact?.id ?? '' })).contact).toMatchObject({ id: contact?.id });
  expect(await sdk.contacts.getDuplicateContact({ locationId, email: 'FRESH@example.com' })).toMatchObject({
    contact: { id: contact?.id },
    matchingField: 'email',
  });
  now += 3000;
  expect(await listed()).toBe(1);
});

test('the duplicate check looks by e-mail first, then by phone, and says when there is none', async () => {
  const { sdk, locationId, call } = await startSandbox();
  const byPhone = await sdk.contacts.createContact({ locationId, phone: '+15125550166' } as never);
  const byEmail = await sdk.contacts.createContact({ locationId, email: 'dup@example.com' } as never);
  const check = (query: object): Promise<unknown> => sdk.contacts.getDuplicateContact({ locationId, ...query });
  expect(await check({ number: '+15125550166', email: 'dup@example.com' })).toMatchObject({
    contact: { id: byEmail.contact?.id },
  });
  expect(await check({ number: '+15125550166' })).toMatchObject({ contact: { id: byPhone.contact?.id } });
  expect(await check({ email: 'none@example.com' })).toMatchObject({ contact: null });
  expect((await call('GET', `/contacts/search/duplicate?locationId=${locationId}`)).status).toBe(400);
});
