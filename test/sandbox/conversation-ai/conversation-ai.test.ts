import { describe, expect, it } from 'vitest';
import { generations } from '../../../src/sandbox/domains/conversation-ai/records.ts';
import { operations } from '../../../tools/conversation-ai/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { startSandbox } from '../locations/start.ts';
import { refusalOf } from '../sdk.ts';

async function openAgents() {
  const checked = await openChecked(operations);
  const ai = checked.service('conversationAi');
  const create = (fields: object = {}) => ai('createAgent', { ...draft, ...fields });
  return { ...checked, ai, create };
}

const draft = { name: 'Concierge', personality: 'Kind', goal: 'Help', instructions: 'Be brief' };

describe('agents', () => {
  it('live from creation to deletion', async () => {
    const { ai, create } = await openAgents();
    const agent = await create({ mode: 'auto-pilot', channels: ['SMS'] });
    expect(agent).toMatchObject({ ...draft, mode: 'auto-pilot', waitTime: 2, autoPilotMaxMessages: 75, actions: [] });
    const path = { agentId: agent.id };
    await ai('updateAgent', path, { autoPilotMaxMessages: 20, goal: 'Help more' });
    expect(await ai('getAgent', path)).toMatchObject({
      name: 'Concierge',
      goal: 'Help more',
      autoPilotMaxMessages: 20,
    });
    expect(await ai('deleteAgent', path)).toMatchObject({ success: true, id: agent.id });
    const refusal = await refusalOf(ai('getAgent', path));
    expect([refusal.statusCode, refusal.response.message]).toEqual([400, `No Agent found for the id: ${agent.id}`]);
  });

  it('are found by name and turned page by page', async () => {
    const { ai, create } = await openAgents();
    const { id } = await create();
    const names = ({ agents }: Answer) => agents.map(({ name }: Answer) => name);
    const first = await ai('searchAgent', { limit: 2 });
    expect(first).toMatchObject({ totalCount: 3, count: 2 });
    const rest = await ai('searchAgent', { limit: 2, startAfter: first.agents[1].id });
    expect(names(rest)).toEqual(['Concierge']);
    expect(names(await ai('searchAgent', { startAfter: id }))).toEqual([]);
    const found = await ai('searchAgent', { query: 'conc' });
    expect(found).toMatchObject({ totalCount: 3, count: 1, agents: [{ id, goal: { prompt: 'Help' } }] });
  });

  it('have one primary among them', async () => {
    const { ai, create } = await openAgents();
    const primaries = async () =>
      (await ai('searchAgent', {})).agents.filter(({ isPrimary }: Answer) => isPrimary).map(({ name }: Answer) => name);
    expect(await primaries()).toEqual(['Reception assistant']);
    await create({ isPrimary: true });
    expect(await primaries()).toEqual(['Concierge']);
    for (const { id } of (await ai('searchAgent', {})).agents) await ai('deleteAgent', { agentId: id });
    expect((await create({ name: 'First' })).isPrimary).toBe(true);
  });

  it.each([
    ['too many messages', { autoPilotMaxMessages: 101 }],
    ['too long a wait', { waitTime: 6, waitTimeUnit: 'minutes' }],
    ['a sleep without length', { sleepEnabled: true }],
    ['too long a sleep', { sleepEnabled: true, sleepTime: 49, sleepTimeUnit: 'hours' }],
  ])('refuse %s', async (_what, fields) => {
    const { create } = await openAgents();
    expect((await refusalOf(create(fields))).statusCode).toBe(400);
  });

  it('sleep until somebody wakes them when the length is null', async () => {
    const { send } = await openAgents();
    const { status, body } = await send('POST', '/conversation-ai/agents', {
      json: { ...draft, businessName: null, sleepEnabled: true, sleepTime: null },
    });
    expect([status, body.sleepTime]).toEqual([201, null]);
    expect(body).not.toHaveProperty('businessName');
  });

  it('are out of reach of other locations', async () => {
    const { create, service, sandbox } = await openAgents();
    const { id: agentId } = await create();
    const neighbour = service('conversationAi', sandbox.tokens.secondLocation);
    expect((await refusalOf(neighbour('getAgent', { agentId }))).statusCode).toBe(400);
    expect((await neighbour('searchAgent', { query: 'concierge' })).count).toBe(0);
  });
});

const followup = {
  type: 'advancedFollowup',
  name: 'Remind',
  details: {
    enabled: true,
    scenarioId: 'contactIsBusy',
    followupSequence: [{ id: 1, followupTimeUnit: 'hours', followupTime: 2 }],
  },
};
const trigger = { type: 'triggerWorkflow', name: 'Start', details: { workflowIds: ['w'], triggerCondition: 'New' } };
const booking = {
  ...{ calendarId: 'c', onlySendLink: false, triggerWorkflow: false, sleepAfterBooking: false, transferBot: false },
  ...{ rescheduleEnabled: false, cancelEnabled: false },
};

describe('actions', () => {
  it('live from creation to deletion, and show on their agent', async () => {
    const { ai, create } = await openAgents();
    const { id: agentId } = await create();
    const { data } = await ai('createAction', { agentId }, trigger);
    expect(data).toMatchObject({ agentId, ...trigger });
    const path = { agentId, actionId: data.id };
    expect((await ai('getAgent', { agentId })).actions).toEqual([{ id: data.id, type: 'triggerWorkflow' }]);
    await ai('updateAction', path, { ...followup, name: 'Later' });
    expect((await ai('getActionById', path)).data).toMatchObject({ type: 'advancedFollowup', name: 'Later' });
    expect((await ai('listActions', { agentId })).data).toHaveLength(1);
    expect(await ai('deleteAction', path)).toMatchObject({ success: true, data: { id: data.id } });
    expect((await ai('listActions', { agentId })).data).toEqual([]);
    expect((await refusalOf(ai('getActionById', path))).statusCode).toBe(400);
  });

  it('take follow-up settings, if they are follow-ups', async () => {
    const { ai, create } = await openAgents();
    const { id: agentId } = await create();
    const { data: reminder } = await ai('createAction', { agentId }, followup);
    const { data: other } = await ai('createAction', { agentId }, trigger);
    const followupSettings = { dynamicChannelSwitching: false, timezoneToUse: 'contact' };
    const update = (actionIds: string[]) => ai('updateFollowupSettings', { agentId }, { actionIds, followupSettings });
    expect((await refusalOf(update([reminder.id, other.id]))).statusCode).toBe(400);
    expect((await update([reminder.id])).data.details).toMatchObject({ followupSettings });
    const { data } = await ai('getActionById', { agentId, actionId: reminder.id });
    expect(data.details).toEqual({ ...followup.details, followupSettings });
  });

  it.each([
    ['details of another type', { ...trigger, type: 'stopBot' }, 422],
    ['a follow-up after more than a day of hours', followupAfter(25), 400],
    ['a link that books', bookingWith({ onlySendLink: true, cancelEnabled: true }), 400],
    ['a workflow without its id', bookingWith({ triggerWorkflow: true }), 400],
    ['a sleep without length', bookingWith({ sleepAfterBooking: true, sleepTimeUnit: 'hours' }), 400],
  ])('refuse %s', async (_what, action, status) => {
    const { ai, create } = await openAgents();
    const { id: agentId } = await create();
    expect((await refusalOf(ai('createAction', { agentId }, action))).statusCode).toBe(status);
    expect((await ai('listActions', { agentId })).data).toEqual([]);
  });
});

function followupAfter(followupTime: number) {
  const followupSequence = [{ id: 1, followupTimeUnit: 'hours', followupTime }];
  return { ...followup, details: { ...followup.details, followupSequence } };
}

function bookingWith(change: object) {
  return { type: 'appointmentBooking', name: 'Book', details: { ...booking, ...change } };
}

it('tells how a seeded answer came about, by its message and source', async () => {
  const { sandbox, locationId, send } = await startSandbox();
  const [story] = generations(sandbox.world).inLocation(locationId);
  const read = (query: string) => send('GET', `/conversation-ai/generations?${query}`);
  const { status, body } = await read(`messageId=${story?.id}&source=conversation`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ agentId: story?.agentId, input: story?.input, responseMessage: story?.responseMessage });
  const schema = operations['GET /conversation-ai/generations'].output();
  expect(schema.safeParse(body).error?.issues ?? []).toEqual([]);
  expect(sandbox.world.collection('messages').get(story?.id ?? '')).toMatchObject({ body: story?.responseMessage });
  expect((await read(`messageId=${story?.id}&source=workflow`)).status).toBe(400);
  expect((await read('messageId=none&source=conversation')).status).toBe(400);
});
