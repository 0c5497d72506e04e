import { expect, it } from 'vitest';
import { getFullCatalogue } from '../../../src/sandbox/catalogue.ts';
import { domains } from '../../../src/sandbox/domains/index.ts';
import { createRouter } from '../../../src/sandbox/gate/router.ts';
import { createStatelessReply } from '../../../src/sandbox/instance.ts';
import { createSeedContext } from '../../../src/sandbox/seed/seed.ts';
import { createWorldStore } from '../../../src/sandbox/store/world.ts';
import { openFullSandbox, startOfTest } from './harness.ts';
import { buildMinimalRequest } from './minimal.ts';

const catalogue = getFullCatalogue();

it('leads every documented path to its operation', async () => {
  const router = createRouter(catalogue);
  const lost: string[] = [];
  for (const { key, source } of catalogue.routes) {
    const [method = '', path = ''] = key.split(' ');
    const url = path.replaceAll(/\{[^}]*\}/g, 'some-value');
    const operation = await router.route({ method, url, version: source === 'v3' ? 'v3' : '2021-07-28' });
    if (operation.key !== key) lost.push(`${key} became ${operation.key}`);
  }
  expect(lost).toEqual([]);
});

it('answers every operation without a handler as its document says', async () => {
  const { world } = createWorldStore({ seed: 1, indexLagMs: 0, now: () => startOfTest });
  const [locationId] = world.locationIds;
  const grant = { kind: 'location', companyId: world.companyId, locationId, scopes: new Set<string>() } as const;
  const wrong: string[] = [];
  for (const { key, resource } of catalogue.routes) {
    const operation = (await catalogue.load(resource))[key];
    if (operation === undefined || operation.answer !== 'json') continue;
    const request = { key, path: {}, query: {}, body: {}, files: [], grant, locationId, traceId: '' };
    const reply = createStatelessReply(operation, request, world);
    const isValid = operation.output?.().safeParse(reply.body).success ?? true;
    if (!isValid) wrong.push(key);
  }
  expect(wrong).toEqual([]);
});

it('marks what it keeps no state for, and gives the same answer again', async () => {
  const { send, sandbox } = await openFullSandbox({ domains: domains.filter(({ name }) => name !== 'snapshots') });
  const ask = () => send('GET', `/snapshots/?companyId=${sandbox.world.companyId}`, { token: sandbox.tokens.agency });
  const [first, again] = [await ask(), await ask()];
  expect(first).toMatchObject({ status: 200, headers: { 'x-sandbox-stateless': '1' } });
  expect({ ...again.body, traceId: '' }).toEqual({ ...first.body, traceId: '' });
});

it('is a believable agency: 200 reachable by nobody, each once, at two places', () => {
  const { world } = createWorldStore({ seed: 1, indexLagMs: 0, now: () => startOfTest });
  const { people, users, locations, peopleIn } = createSeedContext(world);
  expect(people).toHaveLength(200);
  expect(locations.map(({ id }) => peopleIn(id).length)).toEqual([120, 80]);
  for (const pick of ['email', 'phone', 'contactId'] as const) {
    expect(new Set(people.map((person) => person[pick])).size).toBe(200);
  }
  expect(people.every(({ email }) => /@example\.(com|net|org)$/.test(email))).toBe(true);
  const numbers = [...people, ...users, ...locations].map(({ phone }) => phone);
  expect(numbers.every((phone) => /^\+1\d{3}55501\d\d$/.test(phone))).toBe(true);
  expect(new Set(numbers).size).toBe(numbers.length);
});

it('has every domain, and no two domains share an operation', async () => {
  const { sandbox } = await openFullSandbox();
  expect(sandbox.world.collection('contacts').all().length).toBeGreaterThanOrEqual(200);
  const keys = domains.flatMap((domain) => Object.keys(domain.handlers));
  const known = new Set<string>(catalogue.routes.map(({ key }) => key));
  expect(keys.filter((key) => !known.has(key))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

it('makes no mistake of its own over the smallest request of every operation', async () => {
  const { send, sandbox } = await openFullSandbox({ rateLimit: { max: 10_000 }, indexLagMs: 0 });
  const [locationId] = sandbox.world.locationIds;
  const known = { locationId, location_id: locationId, altId: locationId, companyId: sandbox.world.companyId };
  const { agency, location } = sandbox.tokens;
  const forApps = {
    agency: sandbox.tokens.create({ kind: 'agency', class: 'oauth' }),
    location: sandbox.tokens.create({ class: 'oauth' }),
  };
  const failed: string[] = [];
  for (const { key, resource } of catalogue.routes) {
    const operation = (await catalogue.load(resource))[key];
    if (operation === undefined) throw new Error(`no facts of ${key}`);
    const { security } = operation;
    const isForAgencies = security.length > 0 && security.every((scheme) => scheme.startsWith('Agency'));
    const isForApps = security.some((scheme) => scheme.endsWith('-Only'));
    const tokens = isForApps ? forApps : { agency, location };
    const { path, sent } = buildMinimalRequest(operation, known);
    const { status, body } = await send(operation.method, path, {
      ...sent,
      token: isForAgencies ? tokens.agency : tokens.location,
    });
    const isMistake = status >= 500 || status === 401 || body?.message?.toString().startsWith('Cannot ');
    if (isMistake) failed.push(`${key}: ${status} ${JSON.stringify(body)} ${sandbox.requests.at(-1)?.error ?? ''}`);
  }
  expect(failed).toEqual([]);
});
