import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { readCalls } from '../../../src/audit/read.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createFolder } from '../../support/run.ts';
import { catalogue, dental, fitness, startAgency } from './agency.ts';

const findContact = (world: Awaited<ReturnType<typeof startAgency>>['sandbox']['world'], locationId: string) =>
  world.collection<{ id: string; locationId: string }>('contacts').inLocation(locationId)[0]?.id;

describe('an operation that has no argument for its location', () => {
  it('takes one from an agency, shows it, and needs it where there are several', async () => {
    const { connect, sandbox, takePaths } = await startAgency();
    const contactId = findContact(sandbox.world, fitness.id);
    const { client, tool } = await connect('company', { tools: ['everyday'] });
    const { tools } = await client.listTools();
    const listed = tools.find(({ name }) => name === 'contacts_contact_get');
    expect(listed?.inputSchema.properties).toHaveProperty('locationId');
    const described = (await tool('describe_operation', { operation: 'contacts_contact_get' })).body.result;
    expect(described.inputSchema.properties).toHaveProperty('locationId');

    const silent = await tool('contacts_contact_get', { contactId });
    expect(silent.body.error).toMatchObject({ kind: 'location_needed', sent: 'no', candidates: [dental, fitness] });
    takePaths();
    const { body } = await tool('contacts_contact_get', { contactId, locationId: fitness.id });
    expect(body.location).toBe(fitness.id);
    expect(body.result.contact.id).toBe(contactId);
    expect(takePaths()).toEqual(['/oauth/locationToken', `/contacts/${contactId}`]);
    for (const locationId of [7, null, ' ', []]) {
      const odd = await tool('contacts_contact_get', { contactId, locationId });
      expect(odd.body.error.problems).toEqual([expect.stringContaining('locationId: must be string')]);
    }
  });

  it('neither shows nor takes another one under a pin', async () => {
    const { connect, sandbox } = await startAgency();
    const contactId = findContact(sandbox.world, fitness.id);
    const { client, tool, call } = await connect('company', { tools: ['contacts'], pins: { locationId: fitness.id } });
    const { tools } = await client.listTools();
    expect(JSON.stringify(tools.filter(({ name }) => name.startsWith('contacts_contact_get')))).not.toContain(
      'locationId',
    );
    expect((await tool('contacts_contact_get', { contactId })).body.location).toBe(fitness.id);
    for (const wrong of [dental.id, dental.name]) {
      const { error } = (await call('contacts_contact_search', { locationId: wrong, pageLimit: 1 })).body;
      expect(error).toMatchObject({ kind: 'wrong_location', sent: 'no' });
    }
    expect((await tool('lookup', { kind: 'location' })).body.result.all).toEqual([fitness]);
  });

  it('has none to say for a private token, which is of one location or of no use there', async () => {
    const { connect, sandbox } = await startAgency();
    const contactId = findContact(sandbox.world, dental.id);
    const { client, tool } = await connect('location', { tools: ['everyday'] });
    const { tools } = await client.listTools();
    const listed = tools.find(({ name }) => name === 'contacts_contact_get');
    expect(listed?.inputSchema.properties).not.toHaveProperty('locationId');
    expect((await tool('contacts_contact_get', { contactId })).isError).toBe(false);
    const { error } = (await tool('contacts_contact_get', { contactId, locationId: fitness.id })).body;
    expect(error.problems).toEqual([expect.stringContaining('locationId: unknown field')]);
  });

  it('costs an agency little: the default list stays within 4,500 tokens', async () => {
    const { connect } = await startAgency();
    const { client } = await connect('company', { tools: ['everyday'], mode: 'ask' });
    const { tools } = await client.listTools();
    const costs = tools.map(({ name, description, inputSchema }) =>
      countTokens(JSON.stringify({ name, description, inputSchema })),
    );
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(4_500);
  });

  it('is of the agency alone in some cases, and takes none there', async () => {
    const surface = createSurface(catalogue, {
      tools: ['companies', 'snapshots'],
      readOnly: false,
      pins: {},
      choosesLocation: true,
    });
    const company = (await surface.listTools()).find(({ name }) => name === 'companies_company_get');
    expect(company?.inputSchema.properties).not.toHaveProperty('locationId');
  });
});

describe('by name', () => {
  it('lookup looks there', async () => {
    const { connect } = await startAgency();
    const { tool } = await connect('company');
    const { body } = await tool('lookup', { kind: 'pipeline', locationId: 'lakeview' });
    expect(body.error.candidates).toEqual([dental]);
    const found = await tool('lookup', { kind: 'pipeline', locationId: dental.name, name: 'New Patients' });
    expect(found.body).toMatchObject({ location: dental.id, result: { match: { name: 'New Patients' } } });
    expect(found.body.repaired).toEqual([`locationId: "${dental.name}" taken for ${dental.id}`]);
    expect((await tool('lookup', { kind: 'pipeline' })).body.error.kind).toBe('location_needed');
  });

  it('query reads there, with names of that location, and goes on by id', async () => {
    const { connect } = await startAgency();
    const { tool } = await connect('company');
    const search = { operation: 'opportunities_opportunity_search', arguments: { locationId: dental.name } };
    const { body } = await tool('query', { ...search, groupBy: ['pipelineId:name'] });
    expect(body.location).toBe(dental.id);
    expect(body.repaired).toEqual([`locationId: "${dental.name}" taken for ${dental.id}`]);
    expect(JSON.stringify(body.result)).toContain('New Patients');
    const first = await tool('query', { ...search, maxRecords: 5 });
    const { cursor } = first.body.result;
    const byId = { ...search, arguments: { locationId: dental.id }, maxRecords: 5, cursor };
    expect((await tool('query', byId)).isError).toBe(false);
    const elsewhere = { ...search, arguments: { locationId: fitness.name }, maxRecords: 5, cursor };
    expect((await tool('query', elsewhere)).isError).toBe(true);
  });

  it('query reads there what has no argument for it', async () => {
    const { connect, sandbox } = await startAgency();
    const { tool } = await connect('company');
    const args = { contactId: findContact(sandbox.world, fitness.id), locationId: fitness.name };
    const { isError, body } = await tool('query', { operation: 'contacts_task_list', arguments: args });
    expect(isError, JSON.stringify(body)).toBe(false);
    expect(body.location).toBe(fitness.id);
  });

  it('batch works there, and in no two of them', async () => {
    const { connect, sandbox } = await startAgency();
    const { tool } = await connect('company');
    const contacts = sandbox.world.collection<{ id: string; locationId: string }>('contacts').inLocation(fitness.id);
    const rows = contacts.slice(0, 3).map(({ id }) => ({ contactId: id, body: 'hello' }));
    const notes = { operation: 'contacts_note_create', rows, arguments: { locationId: fitness.name } };
    const { isError, body } = await tool('batch', notes);
    expect(isError, JSON.stringify(body)).toBe(false);
    expect(body).toMatchObject({ location: fitness.id, result: { done: 3 } });
    expect(body.repaired).toEqual([`locationId: "${fitness.name}" taken for ${fitness.id}`]);
    const unclear = (await tool('batch', { ...notes, arguments: { locationId: 'Summit' } })).body.error;
    expect(unclear).toMatchObject({ kind: 'location_unclear', sent: 'no', candidates: [fitness] });
    const mixed = rows.map((row, index) => ({ ...row, locationId: index === 0 ? dental.name : fitness.name }));
    const split = await tool('batch', { operation: notes.operation, rows: mixed });
    expect(split.body.error).toMatchObject({ kind: 'wrong_location', sent: 'no' });
  });

  it('a plan names the location that was taken, and is for that one alone', async () => {
    const { connect, sandbox } = await startAgency();
    const { call } = await connect('company', { mode: 'plan' });
    const contactId = findContact(sandbox.world, fitness.id);
    const message = { contactId, type: 'SMS', message: 'Hello' };
    const shown = (await call('conversations_message_send', { ...message, locationId: 'SUMMIT RIDGE FITNESS' })).body;
    expect(shown.location).toBe(fitness.id);
    expect(shown.result.does).toContain(`in location "${fitness.name}" (${fitness.id})`);
    expect(shown.repaired).toEqual([`locationId: "SUMMIT RIDGE FITNESS" taken for ${fitness.id}`]);
    const { id: plan } = shown.plan;
    const other = await call('conversations_message_send', { ...message, locationId: dental.id }, { plan });
    expect(other.body.error.kind).toBe('plan_refused');
    const done = await call('conversations_message_send', { ...message, locationId: fitness.id }, { plan });
    expect(done.isError, JSON.stringify(done.body)).toBe(false);
  });

  it('a write that is repeated by id is the one that was made by name', async () => {
    const { connect } = await startAgency();
    const { call } = await connect('company');
    const key = { idempotencyKey: 'one' };
    const contact = { firstName: 'Ada', email: 'ada@example.com' };
    const first = await call('contacts_contact_create', { ...contact, locationId: fitness.name }, key);
    const again = await call('contacts_contact_create', { ...contact, locationId: fitness.id }, key);
    expect(first.isError).toBe(false);
    expect(again.body).toMatchObject({ replayed: true, location: fitness.id });
  });

  it('the audit log has the id, whether a plan was shown or the call was done or refused', async () => {
    const { connect, sandbox } = await startAgency();
    const folder = createFolder('locations');
    const { call } = await connect('company', { mode: 'plan', auditFolder: folder });
    const contactId = findContact(sandbox.world, fitness.id);
    const args = { contactId, locationId: fitness.name };
    const { plan } = (await call('contacts_contact_delete', args)).body;
    await call('contacts_contact_delete', args, { plan: 'another' });
    await call('contacts_contact_delete', args, { plan: plan.id });
    const { calls } = await readCalls(folder);
    expect(calls.map(({ call: { outcome, location } }) => [outcome, location])).toEqual([
      ['plan_shown', fitness.id],
      ['refused', fitness.id],
      ['done', fitness.id],
    ]);
    expect(JSON.stringify(calls)).not.toContain(fitness.name);
  });

  it('completion offers what is there', async () => {
    const { connect } = await startAgency();
    const { client } = await connect('company');
    const ref = { type: 'ref/prompt', name: 'pipeline_review' } as const;
    const { completion } = await client.complete({ ref, argument: { name: 'locationId', value: 'summit' } });
    expect(completion.values).toEqual([fitness.id]);
    const context = { arguments: { locationId: dental.name } };
    const pipelines = await client.complete({ ref, argument: { name: 'pipeline', value: 'new' }, context });
    expect(pipelines.completion.values).toContain('New Patients');
  });

  it('a resource is of an id, or of a name of one word', async () => {
    const { connect, add } = await startAgency();
    const { client } = await connect('company');
    const read = async (location: string) => {
      const { contents } = await client.readResource({ uri: `highlevel://locations/${location}/pipelines` });
      return JSON.parse((contents[0] as { text: string }).text);
    };
    add('sandboxLocation00003', 'Harbour');
    expect((await read(fitness.id)).location).toBe(fitness.id);
    expect((await read('harbour')).location).toBe('sandboxLocation00003');
    await expect(read('Somewhere')).rejects.toThrow('exactly one location');
  });

  it('a prompt tells where in each of its calls', async () => {
    const { connect } = await startAgency();
    const { client } = await connect('company');
    const { messages } = await client.getPrompt({ name: 'lead_intake', arguments: { lead: 'Ada, ada@example.com' } });
    const text = JSON.stringify(messages);
    for (const operation of ['contacts_tag_add', 'contacts_task_create']) {
      const call = text.slice(text.indexOf(operation)).split('`')[0];
      expect(call, operation).toContain('locationId');
    }
  });
});
