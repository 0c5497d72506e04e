import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/voice-ai/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openVoice() {
  const checked = await openChecked(operations);
  return { ...checked, voice: checked.service('voiceAi') };
}

const sms = { triggerPrompt: 'When asked', triggerMessage: 'Sending', messageBody: 'Here it is' };

describe('agents', () => {
  it('are created with the documented defaults', async () => {
    const { voice, locationId } = await openVoice();
    const agent = await voice('createAgent', { locationId });
    expect(agent).toMatchObject({
      locationId,
      agentName: expect.stringMatching(/^My Agent \d{3}$/),
      businessName: 'Lakeview Dental Studio',
      language: 'en-US',
      maxCallDuration: 300,
      sendUserIdleReminders: true,
      reminderAfterIdleTimeSeconds: 8,
      inboundNumber: null,
      callEndWorkflowIds: [],
      agentWorkingHours: [],
      timezone: 'America/Chicago',
      isAgentAsBackupDisabled: false,
    });
    expect(agent.id).toMatch(/^[0-9a-f]{24}$/);
  });

  it('are listed in pages, found by name, changed and deleted with their actions', async () => {
    const { voice, locationId, sandbox } = await openVoice();
    const { id: agentId } = await voice('createAgent', { locationId, agentName: 'Night shift' });
    const { id: actionId } = await voice('createAction', {
      ...{ agentId, locationId, actionType: 'SMS', name: 'Text', actionParameters: sms },
    });
    const list = (query: object) => voice('getAgents', { locationId, ...query });
    expect(await list({ pageSize: 2, page: 2 })).toMatchObject({
      total: 3,
      page: 2,
      pageSize: 2,
      agents: [{ id: agentId }],
    });
    const found = await list({ query: 'NIGHT' });
    expect(found.agents).toMatchObject([{ id: agentId, actions: [{ id: actionId, actionType: 'SMS' }] }]);

    const path = { agentId, locationId };
    await voice('patchAgent', path, { maxCallDuration: 600 });
    expect(await voice('getAgent', path)).toMatchObject({ agentName: 'Night shift', maxCallDuration: 600 });

    await voice('deleteAgent', path);
    expect((await refusalOf(voice('getAgent', path))).statusCode).toBe(400);
    expect((await refusalOf(voice('getAction', { actionId, locationId }))).statusCode).toBe(400);
    expect(sandbox.world.collection('voice-actions').get(actionId)).toBeUndefined();
  });

  it.each([
    ['for English', { translation: { enabled: true, language: 'es' } }],
    ['without a language', { language: 'es', translation: { enabled: true } }],
    ['into a third language', { language: 'es', translation: { enabled: true, language: 'fr' } }],
  ])('refuse translation %s', async (_what, fields) => {
    const { voice, locationId } = await openVoice();
    expect((await refusalOf(voice('createAgent', { locationId, ...fields }))).statusCode).toBe(400);
    const { id: agentId } = await voice('createAgent', { locationId });
    expect((await refusalOf(voice('patchAgent', { agentId, locationId }, fields))).statusCode).toBe(400);
  });

  it('are out of reach of other locations', async () => {
    const { voice, service, sandbox, locationId, otherLocationId } = await openVoice();
    const { id: agentId } = await voice('createAgent', { locationId });
    const neighbour = service('voiceAi', sandbox.tokens.secondLocation);
    const theirs = neighbour('deleteAgent', { agentId, locationId: otherLocationId });
    expect((await refusalOf(theirs)).statusCode).toBe(400);
    expect((await voice('getAgent', { agentId, locationId })).id).toBe(agentId);
  });
});

describe('actions', () => {
  it('live from creation to deletion', async () => {
    const { voice, locationId } = await openVoice();
    const { id: agentId } = await voice('createAgent', { locationId });
    const draft = { agentId, locationId, actionType: 'SMS', name: 'Text', actionParameters: sms };
    const { id: actionId } = await voice('createAction', draft);
    const path = { actionId, locationId };
    expect(await voice('getAction', path)).toMatchObject({ name: 'Text', actionType: 'SMS', actionParameters: sms });
    const base = { triggerPrompt: 'When asked', knowledgeBaseId: 'kb' };
    await voice('updateAction', { actionId }, { ...draft, actionType: 'KNOWLEDGE_BASE', actionParameters: base });
    expect(await voice('getAction', path)).toMatchObject({ actionType: 'KNOWLEDGE_BASE', actionParameters: base });
    await voice('deleteAction', { ...path, agentId });
    expect((await refusalOf(voice('getAction', path))).statusCode).toBe(400);
  });

  it('refuse parameters of another type, an unknown agent and the wrong one', async () => {
    const { voice, locationId } = await openVoice();
    const { id: agentId } = await voice('createAgent', { locationId });
    const draft = { agentId, locationId, actionType: 'CALL_TRANSFER', name: 'Text', actionParameters: sms };
    const mistyped = await refusalOf(voice('createAction', draft));
    expect(mistyped.statusCode).toBe(422);
    expect(mistyped.response.message).toContain('actionParameters.transferToValue should not be empty');
    const stray = { ...draft, actionType: 'SMS', agentId: 'f'.repeat(24) };
    expect((await refusalOf(voice('createAction', stray))).statusCode).toBe(400);
    const { id: actionId } = await voice('createAction', { ...stray, agentId });
    const { id: otherId } = await voice('createAgent', { locationId });
    const wrong = voice('deleteAction', { actionId, locationId, agentId: otherId });
    expect((await refusalOf(wrong)).statusCode).toBe(400);
  });
});

describe('call logs', () => {
  it('are listed newest first, filtered, sorted and paged', async () => {
    const { voice, locationId } = await openVoice();
    const list = (query: object = {}) => voice('getCallLogs', { locationId, pageSize: 50, ...query });
    const { callLogs, total } = await list();
    expect(callLogs).toHaveLength(total);
    const times = callLogs.map(({ createdAt }: Answer) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());

    const [first] = callLogs;
    expect((await list({ contactId: `${first.contactId},nobody` })).callLogs).toEqual([first]);
    const ofAgent = (await list({ agentId: first.agentId })).callLogs;
    expect(ofAgent).toEqual(callLogs.filter(({ agentId }: Answer) => agentId === first.agentId));
    const trials = (await list({ callType: 'TRIAL' })).callLogs;
    expect(trials).toEqual(callLogs.filter(({ trialCall }: Answer) => trialCall));
    const at = Date.parse(times[2]);
    expect((await list({ startDate: at, endDate: at + 1 })).callLogs).toEqual([callLogs[2]]);

    const durations = (await list({ sortBy: 'duration', sort: 'ascend' })).callLogs.map(
      ({ duration }: Answer) => duration,
    );
    expect(durations).toEqual(durations.toSorted((a: number, b: number) => a - b));
    expect((await list({ page: 2, pageSize: 4 })).callLogs).toEqual(callLogs.slice(4, 8));
    const texted = (await list({ actionType: 'SMS,CALL_TRANSFER' })).callLogs;
    expect(texted.length).toBeGreaterThan(0);
    const executed = callLogs.filter((call: Answer) =>
      call.executedCallActions.some(({ actionType }: Answer) => ['SMS', 'CALL_TRANSFER'].includes(actionType)),
    );
    expect(texted).toEqual(executed);
  });

  it('remember an agent that is gone', async () => {
    const { voice, locationId } = await openVoice();
    const { callLogs } = await voice('getCallLogs', { locationId });
    const { id: callId, agentId } = callLogs[0];
    expect(await voice('getCallLog', { callId, locationId })).toMatchObject({ isAgentDeleted: false });
    await voice('deleteAgent', { agentId, locationId });
    expect(await voice('getCallLog', { callId, locationId })).toMatchObject({ agentId, isAgentDeleted: true });
  });

  it.each([[{ startDate: 1 }], [{ endDate: 1 }], [{ startDate: 2, endDate: 1 }]])(
    'refuse the range %o',
    async (range) => {
      const { voice, locationId } = await openVoice();
      expect((await refusalOf(voice('getCallLogs', { locationId, ...range }))).statusCode).toBe(400);
    },
  );
});
