/** Any operation by its name, each class through its own tool, on the sandbox. */
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../src/highlevel/client.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../support/mcp-clients.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({
  token: sandbox.tokens.location,
  baseUrl,
  loadOperation: (key) => catalogue.loadOperationByKey(key),
});
const [locationId = ''] = sandbox.world.locationIds;

async function start(readOnly = false) {
  const pins = { locationId };
  const surface = createSurface(catalogue, { tools: ['minimal'], readOnly, pins });
  return await connectInMemory({ catalogue, surface, pins, readOnly, connect: async () => highlevel });
}

const client = await start();
const reader = await start(true);

afterAll(async () => {
  await client.close();
  await reader.close();
  await highlevel.close();
  await sandbox.close();
});

async function call(name: string, args: Record<string, unknown>, from = client): Promise<ToolResult> {
  return parseToolResult(await from.callTool({ name, arguments: args }));
}

const contact = { firstName: 'Lena', email: 'lena@example.com' };

describe('call_read, call_write and call_high_impact', () => {
  it('are listed with annotations that are true of all they do', async () => {
    const { tools } = await client.listTools();
    const shown = tools
      .filter(({ name }) => name.startsWith('call_'))
      .map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.destructiveHint]);
    expect(shown).toEqual([
      ['call_read', true, false],
      ['call_write', false, false],
      ['call_high_impact', false, true],
    ]);
    const names = (await reader.listTools()).tools.map(({ name }) => name);
    expect(names.filter((name) => name.startsWith('call_'))).toEqual(['call_read']);
  });

  it('read, write and undo a whole life of a contact', async () => {
    const made = await call('call_write', { operation: 'contacts_contact_create', arguments: contact });
    const contactId: string = made.body.result.contact.id;
    const read = await call('call_read', { operation: 'contacts_contact_get', arguments: { contactId } });
    expect(read.body).toMatchObject({ location: locationId, result: { contact: { email: 'lena@example.com' } } });
    const gone = await call('call_high_impact', { operation: 'contacts_contact_delete', arguments: { contactId } });
    expect(gone.isError).toBe(false);
  });

  it('take an operation by its method and path as well', async () => {
    const { body } = await call('call_read', { operation: 'GET /opportunities/pipelines' });
    expect(body.result.pipelines.length).toBeGreaterThan(0);
  });

  it.each([
    ['call_read', 'contacts_contact_create', 'call_write'],
    ['call_read', 'contacts_contact_delete', 'call_high_impact'],
    ['call_write', 'contacts_contact_delete', 'call_high_impact'],
    ['call_high_impact', 'contacts_contact_get', 'call_read'],
  ])('%s refuses %s and names %s', async (tool, operation, right) => {
    const before = sandbox.requests.length;
    const { isError, body } = await call(tool, { operation, arguments: {} });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({ kind: 'not_permitted', sent: 'no' });
    expect(body.error.advice).toContain(right);
    expect(sandbox.requests.length).toBe(before);
  });

  it.each([
    'Contacts_Contact_Delete',
    ' contacts_contact_delete',
    'contacts_contact_delete/',
    'DELETE /contacts/{contactId}/',
    'delete /contacts/{contactId}',
    'oauth_token_create',
    '__proto__',
    '',
  ])('no spelling leads around the class: %j', async (operation) => {
    const { isError, body } = await call('call_read', { operation, arguments: { contactId: 'x' } });
    expect(isError).toBe(true);
    expect(body.error.sent).toBe('no');
  });

  it('unknown operations are answered with the nearest', async () => {
    const { body } = await call('call_read', { operation: 'contact_get' });
    expect(body.error).toMatchObject({ kind: 'unknown_operation' });
    expect(body.error.advice).toContain('contacts_contact_get');
  });

  it('dryRun shows the request without token and sends nothing', async () => {
    const before = sandbox.requests.length;
    const { body } = await call('call_write', {
      operation: 'contacts_contact_create',
      arguments: contact,
      dryRun: true,
    });
    expect(body.result.wouldSend).toMatchObject({ method: 'POST', body: { ...contact, locationId } });
    expect(JSON.stringify(body)).not.toContain(sandbox.tokens.location);
    expect(sandbox.requests.length).toBe(before);
  });

  it('the idempotency key counts wherever it stands', async () => {
    const args = { firstName: 'Key', email: 'key@example.com' };
    const operation = 'contacts_contact_upsert';
    const first = await call('call_write', { operation, arguments: args, idempotencyKey: 'k1' });
    const again = await call('call_write', { operation, arguments: { ...args, idempotencyKey: 'k1' } });
    expect(again.body).toMatchObject({ replayed: true, result: first.body.result });
  });

  it('a read-only server cannot be talked into a write', async () => {
    const viaRead = await call('call_read', { operation: 'contacts_contact_create', arguments: contact }, reader);
    expect(viaRead.body.error).toMatchObject({ kind: 'not_permitted', sent: 'no' });
    await expect(call('call_write', { operation: 'contacts_contact_create' }, reader)).rejects.toThrow();
  });
});

it('a name that is not listed is not a way in: a client could not have judged it', async () => {
  const { body } = await call('contacts_contact_delete', { contactId: 'x' });
  expect(body.error).toMatchObject({ kind: 'not_permitted', sent: 'no' });
  expect(body.error.advice).toContain('call_high_impact');
});
