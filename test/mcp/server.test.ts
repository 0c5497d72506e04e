/** The server in process: what a fault of our own looks like to an agent, and in the log. */
import { expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import type { HighLevelClient } from '../../src/highlevel/client.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory, createTestLog } from '../support/in-memory.ts';

it('a fault of ours is reported without its text, which could hold anything', async () => {
  const lines: string[] = [];
  const catalogue = createCatalogue();
  const surface = createSurface(catalogue, { tools: ['contacts'], readOnly: false, pins: {} });
  const broken = {
    execute: () => Promise.reject(new TypeError('cannot read +12025550147 of ana@example.com')),
  } as unknown as HighLevelClient;
  const client = await connectInMemory({
    catalogue,
    surface,
    connect: async () => broken,
    log: createTestLog((line) => void lines.push(line)),
  });

  const result = await client.callTool({ name: 'contacts_contact_get', arguments: { contactId: 'a' } });
  expect(result.isError).toBe(true);
  expect(JSON.stringify(result)).toContain('unknown');
  expect(JSON.stringify(result) + lines.join('')).not.toMatch(/2025550147|ana@example/);
  expect(lines.join('')).toContain('server.test.ts');
  await client.close();
});

const token = 'pit-00000000-0000-4000-8000-000000000009';

it.each(['ana@example.com', '+12025550147', token])(
  '%s for a name is in no log line, and in no error',
  async (name) => {
    const lines: string[] = [];
    const catalogue = createCatalogue();
    const surface = createSurface(catalogue, { tools: ['contacts'], readOnly: false, pins: {} });
    const log = createTestLog((line) => void lines.push(line));
    const client = await connectInMemory({ catalogue, surface, connect: undefined, log });
    const calls = [
      { name, arguments: {} },
      { name: 'call_read', arguments: { operation: name } },
      { name: 'find_operations', arguments: { query: 'notes', resource: name } },
    ];
    const answers = [];
    for (const call of calls) answers.push(await client.callTool(call).catch(({ message }: Error) => message));
    await expect(client.readResource({ uri: `highlevel://operations/${name}` })).rejects.toThrow();
    await client.close();
    expect(JSON.stringify(answers)).not.toContain(name);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join('')).not.toContain(name);
  },
);
