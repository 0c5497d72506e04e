/** Names to ids on the sandbox. */
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { lookupKinds } from '../../../src/mcp/lookup/kinds.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../../support/mcp-clients.ts';

const catalogue = createCatalogue();
const sandbox = createSandbox({});
const { url: baseUrl } = await sandbox.listen();
const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
const [locationId = ''] = sandbox.world.locationIds;
const pins = { locationId };
const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins });
const connect = async () => highlevel;

async function start(policy = createPolicy()) {
  const client = await connectInMemory({ catalogue, surface, pins, policy, connect });
  afterAll(() => client.close());
  return async (args: Record<string, unknown>, tool = 'lookup'): Promise<ToolResult> =>
    parseToolResult(await client.callTool({ name: tool, arguments: args }));
}

const lookup = await start();
afterAll(async () => {
  await highlevel.close();
  await sandbox.close();
});

describe('lookup', () => {
  it.each(Object.keys(lookupKinds))('finds a %s by its name and by its id', async (kind) => {
    const { all } = (await lookup({ kind })).body.result;
    const names: string[] = all.map(({ name }: { name: string }) => name);
    const one = all.find(({ name }: { name: string }) => names.indexOf(name) === names.lastIndexOf(name));
    expect(one?.id, kind).toBeTruthy();
    expect((await lookup({ kind, name: one.name.toUpperCase() })).body.result.match).toEqual(one);
    expect((await lookup({ kind, name: one.id })).body.result.match).toEqual(one);
  });

  it('says in which pipeline a stage is', async () => {
    const { body } = await lookup({ kind: 'stage', name: 'Enquiry' });
    const found = body.result.match.pipelineId ? [body.result.match] : body.result.candidates;
    expect(found[0]).toMatchObject({ name: 'Enquiry', pipeline: expect.any(String) });
  });

  it('asks HighLevel once for several names', async () => {
    const ask = await start();
    const before = sandbox.requests.length;
    await Promise.all([ask({ kind: 'tag', name: 'vip' }), ask({ kind: 'tag', name: 'referral' })]);
    await ask({ kind: 'tag', name: 'no show' });
    expect(sandbox.requests.length).toBe(before + 1);
  });

  it('gives candidates where it is not sure', async () => {
    const { body } = await lookup({ kind: 'pipeline', name: 'New Pateints' });
    expect(body.result.candidates[0].name).toBe('New Patients');
  });

  it('is bound by the policy like the operation it asks', async () => {
    const ask = await start(createPolicy({ deny: ['users_*'] }));
    const { isError, body } = await ask({ kind: 'user', name: 'Morgan Ellery' });
    expect(isError).toBe(true);
    expect(body.error.message).toContain('rule deny: users_*');
  });

  it('does not look into another location than the pinned one', async () => {
    const other = sandbox.world.locationIds[1];
    const { isError, body } = await lookup({ kind: 'tag', locationId: other });
    expect(isError).toBe(true);
    expect(body.error).toMatchObject({ kind: 'wrong_location', sent: 'no' });
  });
});
