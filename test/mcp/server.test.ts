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
