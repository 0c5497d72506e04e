import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/agent-studio/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openStudio() {
  const checked = await openChecked(operations);
  const { locationId } = checked;
  const studio = checked.service('agentStudio');
  async function create(fields: object = {}): Promise<{ agentId: string; versionId: string }> {
    const version = { versionName: 'First', nodes: [{ nodeId: 'n1' }], edges: [] };
    const { agent, versions } = await studio(
      'createAgent',
      {},
      { locationId, status: 'active', version, name: 'Helper', ...fields },
    );
    return { agentId: agent.agentId, versionId: versions[0].versionId };
  }
  const read = (agentId: string) => studio('getAgentById', { agentId, locationId });
  const publish = (versionId: string) => studio('promoteAndPublish', { versionId }, { locationId, userName: 'Ada' });
  return { ...checked, studio, create, read, publish };
}

describe('agents', () => {
  it('begin with a staging version', async () => {
    const { create, read } = await openStudio();
    const { agentId, versionId } = await create({ description: 'Helps' });
    const { agent } = await read(agentId);
    expect(agent).toMatchObject({ agentId, name: 'Helper', description: 'Helps', status: 'active' });
    expect(agent.versions).toMatchObject([
      { versionId, versionName: 'First', state: 'staging', isPublished: false, version: 1, nodes: [{ nodeId: 'n1' }] },
    ]);
    expect(agent).not.toHaveProperty('productionVersion');
  });

  it('are listed in pages, and only published ones where that is asked', async () => {
    const { studio, create, publish, locationId } = await openStudio();
    const names = ({ agents }: Answer) => agents.map(({ name }: Answer) => name);
    const { versionId } = await create();
    const list = (query: object) => studio('getAgents', { locationId, limit: 10, offset: 0, ...query });
    expect(names(await list({}))).toEqual(['Newsletter writer', 'Review scout', 'Helper']);
    const { pagination } = await list({ limit: 2 });
    expect(pagination).toEqual({ total: 3, limit: 2, offset: 0, hasMore: true });
    expect(names(await list({ limit: 2, offset: 2 }))).toEqual(['Helper']);
    expect(names(await list({ isPublished: 'true' }))).toEqual(['Newsletter writer']);
    await publish(versionId);
    expect(names(await studio('getAgentsDeprecated', { locationId, limit: 10, offset: 0 }))).toContain('Helper');
  });

  it('disappear from reads while inactive, and come back', async () => {
    const { studio, create, read, locationId } = await openStudio();
    const { agentId } = await create();
    const update = (change: object) => studio('updateAgentMetadata', { agentId }, { locationId, ...change });
    expect((await update({ status: 'inactive' })).data).toMatchObject({ agentId, status: 'inactive' });
    const refusal = await refusalOf(read(agentId));
    expect([refusal.statusCode, refusal.response.message]).toEqual([404, 'Agent not found or not available']);
    await update({ status: 'active', name: 'Helper 2' });
    expect((await read(agentId)).agent.name).toBe('Helper 2');
  });

  it('are deleted with their versions', async () => {
    const { studio, create, publish, locationId } = await openStudio();
    const { agentId, versionId } = await create();
    await publish(versionId);
    expect(await studio('deleteAgent', { agentId, locationId })).toMatchObject({ success: true, agentId });
    expect((await refusalOf(studio('deleteAgent', { agentId, locationId }))).statusCode).toBe(404);
    expect((await refusalOf(publish(versionId))).statusCode).toBe(404);
  });

  it('are out of reach of other locations', async () => {
    const { create, service, sandbox, otherLocationId } = await openStudio();
    const { agentId } = await create();
    const neighbour = service('agentStudio', sandbox.tokens.secondLocation);
    const theirs = neighbour('getAgentById', { agentId, locationId: otherLocationId });
    expect((await refusalOf(theirs)).statusCode).toBe(404);
  });
});

describe('versions', () => {
  it('are changed, published once, and followed by a draft of the same content', async () => {
    const { studio, create, read, publish, locationId } = await openStudio();
    const { agentId, versionId } = await create();
    const nodes = [{ nodeId: 'n2' }];
    const { data } = await studio('updateAgentVersion', { versionId }, { locationId, nodes, versionName: 'Better' });
    expect(data).toMatchObject({ agentId, versionId });
    const { data: published } = await publish(versionId);
    expect(published.productionVersion).toMatchObject({ versionId, state: 'prod', version: 1, publishedByName: 'Ada' });
    expect(published.newDraftVersion).toMatchObject({ agentId, state: 'draft', version: 2, isPublished: false });
    const { agent } = await read(agentId);
    expect(agent.productionVersion).toMatchObject({ versionId, versionName: 'Better' });
    expect(agent.versions.map(({ nodes: graph }: Answer) => graph)).toEqual([nodes, nodes]);

    const again = await refusalOf(publish(versionId));
    expect([again.statusCode, again.response.message]).toEqual([400, 'Only draft versions can be promoted']);
    expect((await refusalOf(studio('updateAgentVersion', { versionId }, { locationId, nodes }))).statusCode).toBe(400);
    await publish(published.newDraftVersion.versionId);
    expect((await read(agentId)).agent.versions.map(({ state }: Answer) => state)).toEqual([
      'archived',
      'prod',
      'draft',
    ]);
  });
});

describe('execution', () => {
  it('goes on in the session that it is given', async () => {
    const { studio, create, publish, locationId } = await openStudio();
    const { agentId, versionId } = await create();
    await publish(versionId);
    const run = (fields: object) => studio('executeAgent', { agentId }, { locationId, ...fields });
    const first = await run({ message: 'Hello' });
    expect(first).toMatchObject({ success: true, executionStatus: 'completed', type: 'text' });
    const second = await run({ message: 'And now?', executionId: first.executionId });
    expect(second.executionId).toBe(first.executionId);
    expect(second.interactionId).not.toBe(first.interactionId);
    expect(second.response).toContain('message 2 of this session');
    expect((await run({ message: 'New' })).executionId).not.toBe(first.executionId);
    expect((await refusalOf(run({ message: 'Lost', executionId: 'none' }))).statusCode).toBe(404);
    expect((await refusalOf(run({ message: 'Who?', contactId: 'nobody' }))).statusCode).toBe(400);
  });

  it('needs an active agent with a version to run', async () => {
    const { studio, create, locationId } = await openStudio();
    const { agentId, versionId } = await create();
    const run = (fields: object = {}) =>
      studio('executeAgentDeprecated', { agentId }, { locationId, message: 'Hi', ...fields });
    expect((await refusalOf(run())).response.message).toBe('Agent has no published version');
    expect((await refusalOf(run({ versionId: 'none' }))).statusCode).toBe(404);
    expect((await run({ versionId })).success).toBe(true);
    await studio('updateAgentMetadata', { agentId }, { locationId, status: 'archived' });
    expect((await refusalOf(run({ versionId }))).response.message).toBe('Agent is not active');
  });
});
