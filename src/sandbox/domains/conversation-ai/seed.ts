/** Each location has an agent that answers and one that only suggests; some answers show how they came about. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import type { World } from '../../world.ts';
import { calendars } from '../calendars/records.ts';
import { type Message, messages } from '../conversations/records.ts';
import { knowledgeBases } from '../knowledge-base/records.ts';
import { workflows } from '../workflows/records.ts';
import { type AgentAction, agentActions, type ConversationAgent, conversationAgents, generations } from './records.ts';

/** How many messages of a location were written by its agent. */
const generatedPerLocation = 6;

export function seedConversationAi(context: SeedContext): void {
  for (const location of context.locations) {
    const primary = seedAgent(context, location, {
      name: 'Reception assistant',
      mode: 'auto-pilot',
      channels: ['SMS', 'Live_Chat', 'WebChat'],
      isPrimary: true,
      personality: 'Warm, brief and to the point',
      goal: 'Answer questions and book appointments',
      instructions: 'Never give advice that needs a professional; offer an appointment instead.',
    });
    seedAgent(context, location, {
      name: 'Follow-up helper',
      mode: 'suggestive',
      channels: ['SMS', 'FB', 'IG'],
      isPrimary: false,
      personality: 'Encouraging',
      goal: 'Bring people back who have not been here for half a year',
      instructions: 'Suggest one message at a time and wait for approval.',
    });
    seedActions(context, primary);
    seedGenerations(context.world, primary);
  }
}

type Draft = Pick<
  ConversationAgent,
  'name' | 'mode' | 'channels' | 'isPrimary' | 'personality' | 'goal' | 'instructions'
>;

function seedAgent({ world, daysAgo }: SeedContext, location: SeedLocation, draft: Draft): ConversationAgent {
  return conversationAgents(world).insert({
    ...draft,
    id: world.newId(),
    locationId: location.id,
    businessName: location.name,
    waitTime: 2,
    waitTimeUnit: 'seconds',
    sleepEnabled: true,
    sleepTime: 2,
    sleepTimeUnit: 'hours',
    autoPilotMaxMessages: 75,
    knowledgeBaseIds: defaultBases(world, location.id),
    respondToImages: false,
    respondToAudio: false,
    sleepOnManualMessage: true,
    sleepOnWorkflowMessage: false,
    createdAt: daysAgo(90),
    updatedAt: daysAgo(12),
  });
}

const defaultBases = (world: World, locationId: string): string[] =>
  knowledgeBases(world)
    .inLocation(locationId)
    .flatMap((base) => (base.isDefault ? base.id : []));

function seedActions({ world }: SeedContext, agent: ConversationAgent): void {
  const add = (action: Pick<AgentAction, 'type' | 'name' | 'details'>) =>
    agentActions(world).insert({ id: world.newId(), locationId: agent.locationId, agentId: agent.id, ...action });
  const [calendar] = calendars(world).inLocation(agent.locationId);
  const [workflow] = workflows(world).inLocation(agent.locationId);
  if (calendar !== undefined) {
    const flags = { onlySendLink: false, triggerWorkflow: false, sleepAfterBooking: false, transferBot: false };
    const details = { calendarId: calendar.id, ...flags, rescheduleEnabled: true, cancelEnabled: true };
    add({ type: 'appointmentBooking', name: 'Book an appointment', details });
  }
  if (workflow !== undefined) {
    const details = { workflowIds: [workflow.id], triggerCondition: 'When somebody is here for the first time' };
    add({ type: 'triggerWorkflow', name: 'Welcome newcomers', details });
  }
  const followupSequence = [
    { id: 1, followupTimeUnit: 'hours', followupTime: 3, aiEnabledMessage: true, triggerWorkflow: false },
    { id: 2, followupTimeUnit: 'days', followupTime: 2, aiEnabledMessage: true, triggerWorkflow: false },
  ];
  const details = { enabled: true, scenarioId: 'contactStoppedReplying', followupSequence };
  add({ type: 'advancedFollowup', name: 'Remind after silence', details });
}

/** Outbound messages that follow an inbound one of the same conversation. */
function findReplies(world: World, locationId: string): { readonly question: Message; readonly reply: Message }[] {
  const lastInbound = new Map<string, Message>();
  return messages(world)
    .inLocation(locationId)
    .flatMap((message) => {
      if (message.direction === 'inbound') lastInbound.set(message.conversationId, message);
      const question = message.direction === 'outbound' ? lastInbound.get(message.conversationId) : undefined;
      return question === undefined || question.body === '' || message.body === ''
        ? []
        : [{ question, reply: message }];
    });
}

function seedGenerations(world: World, agent: ConversationAgent): void {
  for (const { question, reply } of findReplies(world, agent.locationId).slice(0, generatedPerLocation)) {
    generations(world).insert({
      id: reply.id,
      locationId: agent.locationId,
      agentId: agent.id,
      source: 'conversation',
      prompt: `Personality: ${agent.personality}\nGoal: ${agent.goal}\n${agent.instructions}`,
      intent: agent.goal,
      input: question.body,
      responseMessage: reply.body,
      history: [
        { role: 'user', content: question.body },
        { role: 'assistant', content: reply.body },
      ],
      mode: agent.mode,
    });
  }
}
