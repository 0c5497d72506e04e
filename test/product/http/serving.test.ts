/** `highlevel-mcp serve` on loopback: every generation of clients, and whoever is none. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildCall, connectHttp, type HttpProcess, sendRaw, startHttpProcess } from '../../support/http-process.ts';
import type { Generation } from '../../support/mcp-clients.ts';

let server: HttpProcess;
beforeAll(async () => {
  server = await startHttpProcess(['--sandbox', '--max-body-mb', '1']);
});
afterAll(async () => {
  await server.stop();
});

describe.each<Generation>(['modern', 'legacy', 'v1'])('a %s client', (generation) => {
  it('lists, writes, reads, and is helped, as over stdio', async () => {
    const { client, call } = await connectHttp(server.url, { generation });
    expect(client.getInstructions()).toContain('HighLevel');
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('find_operations');
    const created = await call('contacts_contact_upsert', { firstName: 'Ida', email: `ida.${generation}@example.org` });
    expect(created.isError).toBe(false);
    const { id } = created.body.result.contact;
    const read = await call('contacts_contact_get', { contactId: id });
    expect(read.body.result.contact.firstName).toBe('Ida');
    const { contents } = await client.readResource({ uri: 'highlevel://pipelines' });
    expect(JSON.stringify(contents)).toContain('New Patients');
    const { messages } = await client.getPrompt({ name: 'pipeline_review', arguments: { pipeline: 'New Patients' } });
    expect(JSON.stringify(messages)).toContain('New Patients');
    const argument = { name: 'pipeline', value: 'new' };
    const { completion } = await client.complete({ ref: { type: 'ref/prompt', name: 'pipeline_review' }, argument });
    expect(completion.values).toEqual(['New Patients']);
    await client.close();
  });

  it('does what cannot be undone after a plan', async () => {
    const { client, call } = await connectHttp(server.url, { generation });
    const { body: made } = await call('contacts_contact_upsert', { email: `gone.${generation}@example.org` });
    const args = { operation: 'contacts_contact_delete', arguments: { contactId: made.result.contact.id } };
    const planned = await call('call_high_impact', args);
    expect(planned.isError).toBe(false);
    expect(planned.body.plan.id).toMatch(/^[\w-]{60}$/);
    const done = await call('call_high_impact', { ...args, plan: planned.body.plan.id });
    expect(done.isError).toBe(false);
    expect((await call('call_high_impact', { ...args, plan: planned.body.plan.id })).body.error.kind).toBe(
      'plan_refused',
    );
    await client.close();
  });
});

describe('a person at the client', () => {
  it('is asked by a client of 2026, whose answer comes with the next request', async () => {
    const { client, call } = await connectHttp(server.url, {
      answer: { action: 'accept', content: { confirm: true } },
    });
    const { body: made } = await call('contacts_contact_upsert', { email: 'asked@example.org' });
    const contactId = made.result.contact.id;
    const done = await call('call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId } });
    expect(done.isError).toBe(false);
    expect(done.body.plan).toBeUndefined();
    expect((await call('contacts_contact_get', { contactId })).isError).toBe(true);
    await client.close();
  });

  it('who says no is heeded', async () => {
    const { client, call } = await connectHttp(server.url, { answer: { action: 'decline' } });
    const { body: made } = await call('contacts_contact_upsert', { email: 'kept@example.org' });
    const contactId = made.result.contact.id;
    const refused = await call('call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId } });
    expect(refused.body.error.kind).toBe('declined');
    expect((await call('contacts_contact_get', { contactId })).isError).toBe(false);
    await client.close();
  });

  it('is not asked by a client of 2025, to which there is no way back: it plans', async () => {
    const { client, call } = await connectHttp(server.url, {
      generation: 'legacy',
      answer: { action: 'accept', content: { confirm: true } },
    });
    const { body: made } = await call('contacts_contact_upsert', { email: 'planned@example.org' });
    const contactId = made.result.contact.id;
    const planned = await call('call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId } });
    expect(planned.body.plan.id).toBeDefined();
    await client.close();
  });
});

describe('what is no call', () => {
  const origin = () => new URL(server.url).origin;
  const call = buildCall('account');

  it.each([
    ['a foreign Host', { host: 'attacker.example' }, 403],
    ['a Host that only begins like ours', { host: 'localhost.attacker.example' }, 403],
    ['a foreign Origin', { origin: 'https://attacker.example' }, 403],
    ['an Origin that hides who it is', { origin: 'null' }, 403],
    ['our own Origin', { origin: 'http://localhost:6274' }, 200],
    ['another content type', { 'content-type': 'text/plain' }, 415],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['a token that nobody asked for', { 'x-highlevel-token': 'pit-1' }, 403],
    ['another location than the pinned one', { 'x-highlevel-location': 'another' }, 403],
    ['a location that is none', { 'x-highlevel-location': '../x' }, 400],
  ])('%s', async (_, headers, status) => {
    const answer = await sendRaw(server.url, { ...call, headers: { ...call.headers, ...headers } });
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('attacker');
    if (status !== 200) expect(JSON.parse(answer.body)).toMatchObject({ jsonrpc: '2.0', error: { code: -32000 } });
  });

  it.each([
    ['broken JSON', '{"jsonrpc":', 400, -32700],
    ['JSON that is no message', '{"a":1}', 400, -32600],
    ['nothing', '', 400, -32700],
  ])('%s', async (_, body, status, code) => {
    const answer = await sendRaw(server.url, { ...call, body });
    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body).error.code).toBe(code);
  });

  it('a body that says how large it is, and is too large', async () => {
    const answer = await sendRaw(server.url, { ...call, body: ' '.repeat(1_000_001) });
    expect(answer.status).toBe(413);
  });

  it('a body that does not say it', async () => {
    const headers = { ...call.headers, 'transfer-encoding': 'chunked' };
    const answer = await sendRaw(server.url, { ...call, headers, body: randomBytes(1_000_001) });
    expect(answer.status).toBe(413);
  });

  it('another method, another place', async () => {
    expect((await sendRaw(server.url, { method: 'DELETE' })).status).toBe(405);
    expect((await sendRaw(server.url, { method: 'GET' })).status).toBe(405);
    expect((await sendRaw(`${origin()}/`, {})).status).toBe(404);
    expect((await sendRaw(`${origin()}/mcp/x`, {})).status).toBe(404);
    expect((await sendRaw(`${origin()}/healthz`, { method: 'POST' })).status).toBe(405);
  });

  it('leaves the server as it was', async () => {
    const { status, body } = await sendRaw(server.url, call);
    expect(status).toBe(200);
    expect(body).toContain('configured');
  });
});

describe('what an operator looks at', () => {
  const origin = () => new URL(server.url).origin;

  it('health, by whatever name the probe asks', async () => {
    for (const path of ['/healthz', '/readyz']) {
      expect((await sendRaw(origin() + path, { headers: { host: '10.0.0.7:8787' } })).status).toBe(200);
    }
  });

  it('a request has the id that a proxy gave it, in its answer and in each line', async () => {
    const call = buildCall('lookup', { kind: 'pipeline' });
    const headers = { ...call.headers, 'x-request-id': 'proxy-4711' };
    const answer = await sendRaw(server.url, { ...call, headers });
    expect(answer.headers['x-request-id']).toBe('proxy-4711');
    await server.whenLogged({ requestId: 'proxy-4711', msg: 'request answered' });
    const lines = server.lines.filter(({ requestId }) => requestId === 'proxy-4711');
    expect(lines.map(({ msg }) => msg)).toEqual(['call done', 'request answered']);
  });

  it('an id that could forge a line is replaced', async () => {
    const answer = await sendRaw(`${origin()}/healthz`, { headers: { 'x-request-id': 'a b"}' } });
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('metrics: calls, time, limits, and nothing that a call said', async () => {
    await sendRaw(server.url, buildCall('lookup', { kind: 'pipeline', name: 'New Patients' }));
    await sendRaw(server.url, buildCall('no_such_tool_7f3a'));
    await sendRaw(server.url, buildCall('contacts_contact_get', { contactId: 'missing' }));
    const { body } = await sendRaw(`${origin()}/metrics`, {});
    expect(body).toMatch(/highlevel_mcp_calls_total\{account="default",tool="lookup",outcome="done"\} \d/);
    expect(body).toMatch(/highlevel_mcp_calls_total\{account="default",tool="read",outcome="\w+"\} \d/);
    expect(body).toMatch(/highlevel_mcp_call_duration_seconds_count\{tool="read"\} \d/);
    expect(body).toMatch(/highlevel_mcp_limit_left\{account="default",per="day"\} 19\d{4}/);
    expect(body).toMatch(/highlevel_mcp_calls_waiting\{account="default"\} 0/);
    for (const said of ['New Patients', 'no_such_tool', 'missing', 'sandboxLocation']) expect(body).not.toContain(said);
  });
});
