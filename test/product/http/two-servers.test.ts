/** Two servers behind one Redis, as behind a load balancer: what one has done, the other one knows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { countBusiest } from '../../reliability/scenarios/limits.ts';
import { connectHttp, type HttpClient, type HttpProcess, startHttpProcess } from '../../support/http-process.ts';
import { hasRedis, type RedisServer, startRedis } from '../../support/redis.ts';

/** HighLevel's interval: travel that is long beside a shorter one would not be covered. Fewer calls make it tighter. */
const rateLimit = { max: 60, intervalMs: 10_000, window: 'sliding' } as const;

describe.skipIf(!hasRedis)('two servers on one Redis', () => {
  const sandbox = createSandbox({ indexLagMs: 0, rateLimit });
  const [locationId = ''] = sandbox.world.locationIds;
  let redis: RedisServer;
  let servers: HttpProcess[] = [];
  let clients: HttpClient[] = [];
  const countWrites = (path: RegExp): number =>
    sandbox.requests.filter((request) => request.method !== 'GET' && path.test(request.path)).length;

  beforeAll(async () => {
    const { url } = await sandbox.listen();
    redis = await startRedis();
    const environment = {
      HIGHLEVEL_BASE_URL: url,
      HIGHLEVEL_TOKEN: sandbox.tokens.location,
      HIGHLEVEL_LOCATION_ID: locationId,
      HIGHLEVEL_STATE: redis.url,
      HIGHLEVEL_AUDIT: 'off',
      HIGHLEVEL_CONFIRM: 'plan',
    };
    servers = await Promise.all([startHttpProcess([], environment), startHttpProcess([], environment)]);
    clients = await Promise.all(servers.map((server) => connectHttp(server.url)));
  });

  afterAll(async () => {
    for (const { client } of clients) await client.close().catch(() => {});
    for (const server of servers) server.child.kill('SIGKILL');
    await redis?.stop();
    await sandbox.close();
  });

  const [one, two] = [0, 1].map((index) => (name: string, args: Record<string, unknown>) => {
    const client = clients[index];
    if (client === undefined) throw new Error('not started');
    return client.call(name, args);
  }) as [HttpClient['call'], HttpClient['call']];

  it('a plan of one is done by the other, once', async () => {
    const made = await one('call_write', {
      operation: 'contacts_contact_create',
      arguments: { firstName: 'Lena', email: 'lena@example.com' },
    });
    const call = {
      operation: 'contacts_contact_delete',
      arguments: { contactId: made.body.result.contact.id },
    };
    const { plan } = (await one('call_high_impact', call)).body;
    expect((await two('call_high_impact', { ...call, plan: plan.id })).isError).toBe(false);
    expect((await one('call_high_impact', { ...call, plan: plan.id })).body.error.kind).toBe('plan_refused');
    expect(sandbox.requests.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
  });

  it('equal writes that reach both at once are sent once', async () => {
    const write = { operation: 'contacts_contact_create', arguments: { firstName: 'Ana' }, idempotencyKey: 'both' };
    const before = countWrites(/^\/contacts\/$/);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? one : two)('call_write', write)),
    );
    expect(new Set(answers.map(({ body }) => body.result.contact.id)).size).toBe(1);
    expect(countWrites(/^\/contacts\/$/)).toBe(before + 1);
  });

  it('calls of both together stay within the limit', async () => {
    const read = { operation: 'locations_tag_list' };
    const before = sandbox.requests.length;
    const answers = await Promise.all(
      Array.from({ length: rateLimit.max + 20 }, (_, index) => (index % 2 ? one : two)('call_read', read)),
    );
    expect(answers.filter(({ isError }) => isError)).toEqual([]);
    expect(sandbox.requests.length - before).toBeGreaterThanOrEqual(answers.length);
    expect(sandbox.counts.answers[429] ?? 0).toBe(0);
    const times = sandbox.requests.map(({ at }) => at).sort((a, b) => a - b);
    expect(countBusiest(times, rateLimit.intervalMs)).toBeLessThanOrEqual(rateLimit.max);
  });

  it('what one has answered outlives it', async () => {
    const write = { operation: 'contacts_contact_create', arguments: { firstName: 'Rio' }, idempotencyKey: 'last' };
    const { body } = await one('call_write', write);
    servers[0]?.child.kill('SIGKILL');
    await servers[0]?.ended;
    const again = await two('call_write', write);
    expect(again.body).toMatchObject({ replayed: true, result: { contact: { id: body.result.contact.id } } });
  });
});
