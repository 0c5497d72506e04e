/** Each judged operation, called by a real MCP client: what reaches a plain HTTP listener is what the facts say. */
import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient, type HighLevelClient } from '../../src/highlevel/client.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory } from '../support/in-memory.ts';
import { buildSampleArguments, type Extent } from '../support/sample-arguments.ts';
import { createSampleTokens } from '../support/sample-location.ts';
import { buildExpectedRequest } from './expected-request.ts';
import { type Listener, listen } from './listener.ts';

const token = 'pit-11111111-2222-4333-8444-555555555555';
const catalogue = createCatalogue();
const surface = createSurface(catalogue, { tools: ['all'], readOnly: false, pins: {} });

let listener: Listener;
let highlevel: HighLevelClient;
let client: Client;

beforeAll(async () => {
  listener = await listen();
  highlevel = createHighLevelClient({
    tokens: createSampleTokens(token),
    baseUrl: listener.url,
    userAgent: 'highlevel-mcp/wire-test',
    limits: { rule: { limit: 10_000, intervalMs: 1, dailyLimit: 1e9 } },
    // Minimal and maximal arguments of some are the same.
    idempotency: { guardMs: 0 },
  });
  client = await connectInMemory({ catalogue, surface, connect: async () => highlevel });
});

afterAll(async () => {
  await client.close();
  await highlevel.close();
  await listener.close();
});

/** What is withheld from agents is sent by the server's own authentication, straight through the client. */
const judged = catalogue.rows.filter((row) => row.guided);

describe.each<Extent>(['minimal', 'maximal'])('%s arguments', (extent) => {
  it.each(judged.map((row) => [row.name, row] as const))('%s', async (name, row) => {
    const loaded = await catalogue.loadOperation(row);
    const { operation } = loaded;
    const args = buildSampleArguments(loaded, extent);
    listener.received.length = 0;
    if (row.withheld === undefined) await client.callTool({ name, arguments: args });
    else await highlevel.execute(operation, args);

    expect(listener.received).toHaveLength(1);
    const [request] = listener.received;
    if (request === undefined) throw new Error('nothing arrived');
    const expected = buildExpectedRequest(operation, args);
    const [path = '', query = ''] = request.url.split('?');
    expect(request.method).toBe(operation.method);
    expect(path.split('/').map(decodeURIComponent)).toEqual(expected.segments);
    expect([...new URLSearchParams(query)].toSorted()).toEqual(expected.query);
    expect(request.headers).toMatchObject({
      authorization: `Bearer ${token}`,
      version: operation.version,
      'user-agent': 'highlevel-mcp/wire-test',
    });
    if (operation.body === 'json') {
      expect(request.headers['content-type']).toMatch(/^application\/json/);
      expect(JSON.parse(request.body.toString())).toEqual(JSON.parse(JSON.stringify(expected.json)));
    } else if (operation.body === 'none') {
      expect(request.body).toHaveLength(0);
    } else if (operation.body === 'form') {
      expect(request.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
      const sent = Object.fromEntries(new URLSearchParams(request.body.toString()));
      expect(sent).toEqual(Object.fromEntries(expected.fields));
    } else {
      expect(request.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
      const form = await new Response(new Uint8Array(request.body), {
        headers: { 'content-type': String(request.headers['content-type']) },
      }).formData();
      const texts = [...form].filter(([, value]) => typeof value === 'string');
      expect(texts.toSorted()).toEqual(expected.fields);
      const files = [...form].filter(([, value]) => typeof value !== 'string');
      expect(files.map(([part]) => part)).toEqual(expected.files);
      for (const [, part] of files) expect(await (part as File).text()).toBe('content');
    }
  });
});
