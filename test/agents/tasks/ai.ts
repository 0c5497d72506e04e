/** Agents that HighLevel runs: what they did, and what they are told. */
import assert from 'node:assert/strict';
import { type Answer, defineTask } from '../task.ts';

const review = defineTask({
  title: 'Review AI calls and bots: Voice AI logs, prompt change',
  resources: ['voice-ai', 'conversation-ai'],
  async run(agent) {
    await agent.find(
      'calls that the AI answered',
      'voice_ai_call_log_list',
      'voice_ai_agent_list',
      'voice_ai_call_log_get',
    );
    const { agents } = await agent.read('voice_ai_agent_list', {}, ['agents.agentName', 'agents.agentPrompt']);
    const desk = agents.find(({ agentName }: Answer) => agentName === 'Front desk');
    const { callLogs, total } = await agent.read('voice_ai_call_log_list', { agentId: desk.id, pageSize: 20 }, [
      'total',
      'callLogs.summary',
      'callLogs.duration',
    ]);
    const longest = callLogs.toSorted((a: Answer, b: Answer) => b.duration - a.duration)[0];
    const call = await agent.read('voice_ai_call_log_get', { callId: longest.id });
    await agent.find('chat bots', 'conversation_ai_agent_search');
    const { agents: bots } = await agent.read('conversation_ai_agent_search', {}, ['agents.name', 'agents.mode']);
    await agent.find('change the prompt of a voice AI agent', 'voice_ai_agent_update');
    await agent.confirm('voice_ai_agent_update', {
      agentId: desk.id,
      agentPrompt: `${desk.agentPrompt} Say that first visits cost 90 dollars.`,
    });
    return { total, transcript: call.transcript, callId: longest.id, agentId: desk.id, bots: bots.length };
  },
  async check(inspect, { total, transcript, callId, agentId, bots }, locationId) {
    const place = `locationId=${locationId}`;
    const agent = await inspect(`/voice-ai/agents/${agentId}?${place}`);
    assert.match(agent.agentPrompt, /^Answer questions about services.* 90 dollars\.$/);
    const logs = await inspect(`/voice-ai/dashboard/call-logs?${place}&agentId=${agentId}&pageSize=50`);
    assert.equal(total, logs.callLogs.length);
    assert.equal(transcript, logs.callLogs.find(({ id }: Answer) => id === callId).transcript);
    assert.equal(bots, (await inspect('/conversation-ai/agents/search')).agents.length);
  },
});

export const tasks = [review];
