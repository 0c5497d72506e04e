import type { Client } from '@modelcontextprotocol/client';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterEach, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory } from '../support/in-memory.ts';

const catalogue = createCatalogue();
const pins = { locationId: 'L1' };

let client: Client;
afterEach(() => client.close());

async function connect({ tools = ['all'], readOnly = false } = {}): Promise<void> {
  const surface = createSurface(catalogue, { tools, readOnly, pins });
  client = await connectInMemory({ catalogue, surface, pins, readOnly, connect: undefined });
}

// biome-ignore lint/suspicious/noExplicitAny: looked into field by field
async function find(args: Record<string, unknown>): Promise<any> {
  const { isError, structuredContent, content } = await client.callTool({ name: 'find_operations', arguments: args });
  // biome-ignore lint/suspicious/noExplicitAny: looked into field by field
  return isError ? { isError, text: JSON.stringify(content) } : (structuredContent as any).result;
}

const listNames = (hits: readonly { operation: string }[] = []): string[] => hits.map(({ operation }) => operation);

describe('find_operations', () => {
  it('costs little in the list of tools', async () => {
    await connect();
    const listed = (await client.listTools()).tools.find((tool) => tool.name === 'find_operations');
    const { name, description = '', inputSchema } = listed ?? {};
    expect(countTokens(description)).toBeLessThan(35);
    expect(countTokens(JSON.stringify({ name, description, inputSchema }))).toBeLessThan(150);
  });

  it('answers with what is needed to call the first hit', async () => {
    await connect();
    const { operations } = await find({ query: 'put a tag on a contact' });
    expect(operations).toHaveLength(5);
    expect(operations[0]).toMatchObject({ operation: 'contacts_tag_add', risk: 'write' });
    expect(operations[0].inputSchema.required).toEqual(['contactId', 'tags']);
  });

  it('names the arguments where the schema is long, and says who has it', async () => {
    await connect();
    const { operations, more } = await find({ query: 'create an invoice', limit: 1 });
    expect(operations[0].operation).toBe('invoices_invoice_create');
    expect(operations[0].required).toContain('items');
    expect(operations[0].optional).toContain('termsNotes');
    expect(more).toContain('describe_operation');
  });

  it('names what is required of every hit, and what is optional of the first three', async () => {
    await connect();
    const { operations } = await find({ query: 'invoice', limit: 8 });
    for (const [place, hit] of operations.entries()) {
      if (!('inputSchema' in hit)) expect([Array.isArray(hit.required), 'optional' in hit]).toEqual([true, place < 3]);
    }
    expect(operations.slice(3).some((hit: object) => !('inputSchema' in hit))).toBe(true);
  });

  it('leaves out what the server fills in', async () => {
    await connect();
    const { operations } = await find({ query: 'list calendars', limit: 20 });
    const named = operations.flatMap((hit: Record<string, string[]>) => [
      ...(hit.required ?? []),
      ...(hit.optional ?? []),
      ...Object.keys((hit.inputSchema as { properties?: object } | undefined)?.properties ?? {}),
    ]);
    expect(named.length).toBeGreaterThan(20);
    expect(named).not.toContain('locationId');
  });

  it('keeps to a resource and a risk', async () => {
    await connect();
    const { operations } = await find({ query: 'delete', resource: 'social_media_posting', risk: 'high-impact' });
    expect(operations.length).toBeGreaterThan(1);
    for (const { operation, risk } of operations) {
      expect(operation).toMatch(/^social_media_posting_/);
      expect(risk).toBe('high-impact');
    }
  });

  it('shows apart what a read-only server does not call', async () => {
    await connect({ readOnly: true });
    const { operations, notAllowed } = await find({ query: 'delete a contact' });
    expect(new Set(operations.map(({ risk }: { risk: string }) => risk))).toEqual(new Set(['read']));
    expect(notAllowed).toContainEqual({
      operation: 'contacts_contact_delete',
      reason: expect.stringContaining('read-only'),
    });
  });

  it('says why one is withheld', async () => {
    await connect();
    const { operations, notAllowed } = await find({ query: 'exchange an authorization code for an oauth token' });
    expect(listNames(operations)).not.toContain('oauth_token_create');
    expect(notAllowed).toContainEqual({
      operation: 'oauth_token_create',
      reason: expect.stringContaining(catalogue.findByName('oauth_token_create')?.withheld ?? 'nothing'),
    });
  });

  it('says how one is called that is not listed by its name', async () => {
    await connect({ tools: ['contacts'] });
    const { operations } = await find({ query: 'list calendars' });
    expect(operations[0]).toMatchObject({
      operation: 'calendars_calendar_list',
      callWith: 'call_read',
    });
  });

  it('tells of what HighLevel cannot do', async () => {
    await connect();
    expect((await find({ query: 'refund a payment' })).notInApi).toContain('refund');
    expect((await find({ query: 'merge two contacts' })).notInApi).toContain('merge');
    expect((await find({ query: 'list invoices' })).notInApi).toBeUndefined();
  });

  it('finding nothing, says where to look', async () => {
    await connect();
    expect(await find({ query: 'create a contact', resource: 'surveys', risk: 'high-impact' })).toMatchObject({
      operations: [],
      tryResources: expect.arrayContaining(['contacts']),
    });
    expect((await find({ query: '漢字' })).tryResources).toEqual(catalogue.resources);
  });

  it.each([
    [{ query: 'x', resource: 'contact' }, 'contacts'],
    [{ query: 'x', resource: '__proto__' }, 'Nearest'],
    [{ query: '' }, 'query'],
    [{ query: 'x', limit: 21 }, 'limit'],
    [{ query: 'x', page: 2 }, 'page'],
    [{}, 'query'],
  ])('%j is refused', async (args, text) => {
    await connect();
    const refused = await find(args);
    expect(refused.isError).toBe(true);
    expect(refused.text).toContain(text);
  });

  it.each(['x'.repeat(5000), '__proto__ constructor', '😀', 'a'.repeat(40), '* OR 1=1'])(
    'takes any text: %j',
    async (query) => {
      await connect();
      expect(Array.isArray((await find({ query })).operations)).toBe(true);
    },
  );
});
