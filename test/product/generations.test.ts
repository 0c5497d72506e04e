/** Clients of every generation see the same server, and do the same work on it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Connection, connect, type Generation } from '../support/mcp-clients.ts';

describe.each<Generation>(['modern', 'legacy', 'v1'])('a %s client', (generation) => {
  let connection: Connection;
  beforeAll(async () => {
    connection = await connect({ generation, args: ['--sandbox'] });
  });
  afterAll(() => connection.close());

  it('is told how to work here', () => {
    expect(connection.instructions).toContain('HighLevel');
  });

  it('lists the everyday tools, each with title and all four annotations', async () => {
    const tools = await connection.listTools();
    expect(tools.length).toBeGreaterThan(15);
    expect(tools.length).toBeLessThanOrEqual(22);
    for (const tool of tools) {
      expect(tool.title, tool.name).toBeTruthy();
      expect(Object.keys(tool.annotations ?? {}).sort(), tool.name).toEqual([
        'destructiveHint',
        'idempotentHint',
        'openWorldHint',
        'readOnlyHint',
        'title',
      ]);
    }
  });

  it('reads what it wrote, as text and as structured content alike', async () => {
    const created = await connection.call('contacts_contact_upsert', { firstName: 'Ida', email: `ida@example.org` });
    expect(created.isError).toBe(false);
    const contactId: string = created.body.result.contact.id;
    const read = await connection.call('contacts_contact_get', { contactId });
    expect(read.body.result.contact.firstName).toBe('Ida');
    expect(read.structured).toEqual(read.body);
    expect(read.body.location).toBe(created.body.location);
  });

  it('reads resources, is given prompts, and is helped to fill them in', async () => {
    const { client } = connection;
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toContain('highlevel://pipelines');
    const { contents } = await client.readResource({ uri: 'highlevel://pipelines' });
    expect(JSON.stringify(contents)).toContain('New Patients');
    const { resourceTemplates } = await client.listResourceTemplates();
    expect(resourceTemplates.length).toBeGreaterThan(5);

    const { prompts } = await client.listPrompts();
    expect(prompts.map(({ name }) => name)).toContain('pipeline_review');
    const argument = { name: 'pipeline', value: 'new' };
    const { completion } = await client.complete({ ref: { type: 'ref/prompt', name: 'pipeline_review' }, argument });
    expect(completion.values).toEqual(['New Patients']);
    const { messages } = await client.getPrompt({ name: 'pipeline_review', arguments: { pipeline: 'New Patients' } });
    expect(JSON.stringify(messages)).toContain('New Patients');
  });

  it('is told what is wrong with an address', async () => {
    const { client } = connection;
    const foreign = client.readResource({ uri: 'highlevel://locations/elsewhere/users' });
    await expect(foreign).rejects.toMatchObject({ code: -32602, data: { error: { kind: 'wrong_location' } } });
    const missing = client.readResource({ uri: 'highlevel://nothing' });
    await expect(missing).rejects.toMatchObject({ code: -32602, data: { uri: 'highlevel://nothing' } });
  });

  it('gets HighLevel’s refusals as flagged errors that say what to do', async () => {
    const { isError, body } = await connection.call('contacts_contact_get', { contactId: 'doesNotExist00000000' });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({ sent: 'yes' });
    expect(body.error.message).toContain('not found');
    expect(body.error.advice).toBeTruthy();
  });
});

it('lists say how long they hold, and that nobody else may be shown them', async () => {
  const { client, close } = await connect({ args: ['--sandbox'] });
  const lists = [
    await client.listTools(),
    await client.listResources(),
    await client.listResourceTemplates(),
    await client.listPrompts(),
  ];
  for (const list of lists) expect(list).toMatchObject({ ttlMs: 3_600_000, cacheScope: 'private' });
  await close();
});

it('a client known to feed both forms to its model gets one', async () => {
  const connection = await connect({ generation: 'legacy', args: ['--sandbox'], clientName: 'github-copilot-cli' });
  const result = await connection.call('call_read', { operation: 'locations_tag_list' });
  expect(result.structured).toBeUndefined();
  expect(result.body.result.tags.length).toBeGreaterThan(0);
  await connection.close();
});

it('the second location of the sandbox can be chosen', async () => {
  const connection = await connect({ args: ['--sandbox', '--location', 'sandboxLocation00002'] });
  const result = await connection.call('call_read', { operation: 'locations_tag_list' });
  expect(result.isError).toBe(false);
  expect(result.body.location).toBe('sandboxLocation00002');
  await connection.close();
});
