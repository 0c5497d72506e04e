import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createOAuthEndpoint } from '../../../src/highlevel/auth/oauth/endpoint.ts';
import { Secret } from '../../../src/highlevel/auth/secret.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { StateError } from '../../../src/state/error.ts';
import type { Records } from '../../../src/state/state.ts';
import { operations as contactOperations } from '../../../tools/contacts/operations.gen.ts';
import { operations as locationOperations } from '../../../tools/locations/operations.gen.ts';
import { startLife } from './oauth-life.ts';

const HOUR_MS = 3_600_000;
const getLocation = locationOperations['GET /locations/{locationId}'];
const createContact = contactOperations['POST /contacts/'];
const listTags = locationOperations['GET /locations/{locationId}/tags'];

describe('a location’s installation', () => {
  test('is used until half an hour before its token expires, then refreshed, and keeps its id', async () => {
    const life = await startLife('location');
    const source = life.open();
    const first = await source.resolveToken({ level: 'any' });
    life.passMs(23 * HOUR_MS);
    expect((await source.resolveToken({ level: 'any' })).secret.fingerprint()).toBe(first.secret.fingerprint());
    expect(life.countRefreshes()).toBe(0);
    life.passMs(0.6 * HOUR_MS);
    const second = await source.resolveToken({ level: 'any' });
    expect(second.secret.fingerprint()).not.toBe(first.secret.fingerprint());
    expect(second).toMatchObject({ id: first.id, level: 'location' });
    expect((await life.read()).accessToken).toBe(second.secret.reveal());
    for (let day = 0; day < 3; day += 1) {
      life.passMs(24 * HOUR_MS);
      await source.resolveToken({ level: 'any' });
    }
    expect(life.countRefreshes()).toBe(4);
  });

  test('is refreshed once for all who wait', async () => {
    const life = await startLife('location');
    life.passMs(25 * HOUR_MS);
    const sources = [life.open(), life.open(), life.open()];
    const all = [...sources, ...sources].map((source) => source.resolveToken({ level: 'any' }));
    const tokens = await Promise.all(all);
    expect(new Set(tokens.map(({ secret }) => secret.reveal())).size).toBe(1);
    expect(life.countRefreshes()).toBe(1);
  });

  test('speaks for no other location', async () => {
    const life = await startLife('location');
    const [, other] = life.sandbox.world.locationIds;
    const refused = life.open().resolveToken({ level: 'any', locationId: other });
    await expect(refused).rejects.toMatchObject({ reason: 'no-token-for-location', sent: 'no' });
  });

  test('gets a new token after an Invalid JWT, and the call goes through', async () => {
    const life = await startLife('location');
    const client = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const [locationId] = life.sandbox.world.locationIds;
    const { accessToken } = await life.read();
    life.passMs(HOUR_MS);
    life.sandbox.world.collection('tokens').delete(accessToken);
    expect((await client.execute(getLocation, { locationId })).status).toBe(200);
    expect(life.countRefreshes()).toBe(1);
    await client.close();
  });

  test('makes a write once whose first sending met an Invalid JWT', async () => {
    const life = await startLife('location');
    const client = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const { world } = life.sandbox;
    const [locationId] = world.locationIds;
    const countContacts = () => world.collection('contacts').inLocation(locationId).length;
    const before = countContacts();
    life.passMs(HOUR_MS);
    world.collection('tokens').delete((await life.read()).accessToken);
    const create = () =>
      client.execute(createContact, { locationId, email: 'new@example.com' }, { idempotencyKey: 'one' });
    const first = await create();
    life.passMs(25 * HOUR_MS);
    // After a refresh the journal still knows whose call it was.
    expect(await create()).toMatchObject({ data: first.data, replay: expect.anything() });
    expect(countContacts()).toBe(before + 1);
    await client.close();
  });

  test('is not refreshed for a scope that is missing', async () => {
    const life = await startLife('location');
    const client = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const [locationId] = life.sandbox.world.locationIds;
    const { accessToken } = await life.read();
    life.sandbox.world.collection<{ id: string; locationId: string; scopes: string[] }>('tokens').update(accessToken, {
      scopes: [],
    });
    life.passMs(HOUR_MS);
    await expect(client.execute(getLocation, { locationId })).rejects.toMatchObject({ reason: 'missing-scope' });
    expect(life.countRefreshes()).toBe(0);
    await client.close();
  });

  test('that HighLevel refuses at once is not refreshed over and over', async () => {
    const life = await startLife('location');
    const client = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const [locationId] = life.sandbox.world.locationIds;
    life.sandbox.world.collection('tokens').delete((await life.read()).accessToken);
    await expect(client.execute(getLocation, { locationId })).rejects.toMatchObject({ reason: 'bad-token' });
    expect(life.countRefreshes()).toBe(0);
    await client.close();
  });

  test('that was uninstalled says so, and works until its token expires', async () => {
    const life = await startLife('location');
    const [locationId] = life.sandbox.world.locationIds;
    const source = life.open();
    life.sandbox.world.collection('app-removals').insert({ id: locationId, locationId: '' });
    life.passMs(23.8 * HOUR_MS);
    await source.resolveToken({ level: 'any' });
    expect(life.warnings).toEqual([expect.stringContaining('highlevel-mcp login main')]);
    life.passMs(HOUR_MS);
    const refused = source.resolveToken({ level: 'any' });
    await expect(refused).rejects.toMatchObject({
      reason: 'login-needed',
      advice: expect.stringContaining('uninstalled'),
    });
  });

  test('that is suspended says so and is kept', async () => {
    const life = await startLife('location');
    const [locationId] = life.sandbox.world.locationIds;
    const location = life.sandbox.world.collection('locations').get(locationId);
    life.sandbox.world.collection('locations').delete(locationId);
    life.passMs(25 * HOUR_MS);
    const source = life.open();
    const refused = source.resolveToken({ level: 'any' });
    await expect(refused).rejects.toMatchObject({ reason: 'location-suspended', sent: 'no' });
    if (location !== undefined) life.sandbox.world.collection('locations').insert(location);
    expect((await source.resolveToken({ level: 'any' })).level).toBe('location');
  });

  test('whose refresh lost its answer asks again within the grace', async () => {
    const life = await startLife('location');
    life.passMs(25 * HOUR_MS);
    life.sandbox.faults.next('drop-after');
    const token = await life.open().resolveToken({ level: 'any' });
    expect((await life.read()).accessToken).toBe(token.secret.reveal());
    expect(life.countRefreshes()).toBe(2);
    life.passMs(25 * HOUR_MS);
    await life.open().resolveToken({ level: 'any' });
  });

  test('is used until it expires while the store is away, and forgotten at once after a logout', async () => {
    const life = await startLife('location');
    let isAway = false;
    const away = () => Promise.reject(new StateError('unreachable', 'Redis is away.', 'Start it.'));
    const { get, put, remove } = life.records;
    const source = life.open({
      get: (key) => (isAway ? away() : get(key)),
      put: (...args) => (isAway ? away() : put(...args)),
      remove: (...args) => (isAway ? away() : remove(...args)),
    });
    await source.resolveToken({ level: 'any' });
    isAway = true;
    life.passMs(23.9 * HOUR_MS);
    expect((await source.resolveToken({ level: 'any' })).level).toBe('location');
    life.passMs(HOUR_MS);
    await expect(source.resolveToken({ level: 'any' })).rejects.toThrow('Redis is away.');
    isAway = false;
    await source.resolveToken({ level: 'any' });
    await life.vault.remove('main');
    await expect(source.resolveToken({ level: 'any' })).rejects.toThrow('There is no account "main"');
  });

  test('keeps a new token that could not be stored, and stores it before it is used', async () => {
    const life = await startLife('location');
    life.passMs(25 * HOUR_MS);
    let isFull = true;
    const records: Records = {
      ...life.records,
      put: (key, value, options) =>
        isFull && key.startsWith('vault:account')
          ? Promise.reject(new StateError('full', 'The disk is full.', 'Make room.'))
          : life.records.put(key, value, options),
    };
    const source = life.open(records);
    await expect(source.resolveToken({ level: 'any' })).rejects.toThrow('The disk is full.');
    isFull = false;
    // Longer than the grace: the old refresh token is of no use any more.
    life.passMs(60_000);
    const token = await source.resolveToken({ level: 'any' });
    expect((await life.read()).accessToken).toBe(token.secret.reveal());
    expect(life.countRefreshes()).toBe(1);
  });
});

describe.each(['v2', 'v3'] as const)('a company’s installation, by the names of %s', (names) => {
  test('has a token of each location on demand, until it expires', async () => {
    const life = await startLife('company', names);
    const client = createHighLevelClient({ baseUrl: life.url, tokens: life.open() });
    const [first, second] = life.sandbox.world.locationIds;
    for (const locationId of [first, second, first]) {
      expect((await client.execute(listTags, { locationId })).status).toBe(200);
    }
    const countExchanges = () => life.sandbox.requests.filter(({ path }) => /location-?token/i.test(path)).length;
    expect(countExchanges()).toBe(2);
    life.passMs(25 * HOUR_MS);
    expect((await client.execute(listTags, { locationId: first })).status).toBe(200);
    expect([countExchanges(), life.countRefreshes()]).toEqual([3, 1]);
    await client.close();
  });

  test('lists the locations it is in', async () => {
    const life = await startLife('company', names);
    const { world } = life.sandbox;
    for (let index = 0; index < 250; index += 1) {
      const template = world.collection<{ id: string; locationId: string; name: string }>('locations').all()[0];
      if (template) world.collection('locations').insert({ ...template, id: `more-${index}` });
    }
    const ids = (await life.open().listLocations?.())?.map(({ id }) => id);
    expect(new Set(ids).size).toBe(world.collection('locations').all().length);
    expect(ids).toHaveLength(252);
  });
});

describe('a company’s installation', () => {
  test('has no token for a location that is not its own, or left', async () => {
    const life = await startLife('company');
    const [locationId] = life.sandbox.world.locationIds;
    life.sandbox.world.collection('app-removals').insert({ id: locationId, locationId: '' });
    for (const wanted of [locationId, 'someOtherLocation000']) {
      const refused = life.open().resolveToken({ level: 'location', locationId: wanted });
      await expect(refused).rejects.toMatchObject({ reason: 'no-token-for-location', sent: 'no' });
    }
  });

  test('whose token is not known any more gets another for the exchange', async () => {
    const life = await startLife('company');
    const [locationId] = life.sandbox.world.locationIds;
    life.passMs(HOUR_MS);
    life.sandbox.world.collection('tokens').delete((await life.read()).accessToken);
    const token = await life.open().resolveToken({ level: 'location', locationId });
    expect(token.level).toBe('location');
    expect(life.countRefreshes()).toBe(1);
  });

  test('asks which location is meant', async () => {
    const life = await startLife('company');
    await expect(life.open().resolveToken({ level: 'location' })).rejects.toMatchObject({ argument: 'locationId' });
    expect(await life.open().resolveToken({ level: 'agency' })).toMatchObject({ level: 'agency' });
  });
});

test('locations are read to their end, also where HighLevel gives smaller pages than were asked for', async () => {
  const ids = Array.from({ length: 45 }, (_, index) => `location${index}`);
  const server = createServer((request, response) => {
    const skip = Number(new URL(request.url ?? '', 'http://x').searchParams.get('skip'));
    const locations = ids.slice(skip, skip + 20).map((_id) => ({ _id, name: _id }));
    response.end(JSON.stringify({ locations, count: ids.length }));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const endpoint = createOAuthEndpoint({ baseUrl: `http://127.0.0.1:${port}` });
  const found = await endpoint.listInstalled(new Secret('token'), 'company', 'app-1');
  expect(found.map(({ id }) => id)).toEqual(ids);
});
