/** Each location has an agent at the desk and one for after hours, and some weeks of calls. */
import type { Person, SeedContext, SeedLocation } from '../../domain.ts';
import { calendars } from '../calendars/records.ts';
import { workflows } from '../workflows/records.ts';
import { buildVoiceAgent } from './agents.ts';
import {
  actionsOfAgent,
  callLogs,
  type ExecutedAction,
  type VoiceAction,
  type VoiceAgent,
  voiceActions,
  voiceAgents,
} from './records.ts';

interface Topic {
  readonly ask: string;
  readonly reply: string;
  readonly summary: string;
}

const topics: readonly Topic[] = [
  {
    ask: 'I would like to come in next week, in the morning if possible.',
    reply: 'Of course. I am sending you a text with a link to pick a time.',
    summary: 'Wants a morning appointment next week; received a booking link by text.',
  },
  {
    ask: 'Are you open on Saturday?',
    reply: 'We are open on Saturdays from nine to one.',
    summary: 'Asked for the opening hours on Saturday.',
  },
  {
    ask: 'I have a question about my last bill.',
    reply: 'Let me put you through to a colleague who can look at it.',
    summary: 'Has a question about a bill; was passed on to the desk.',
  },
  {
    ask: 'Can you tell me what a first visit costs?',
    reply: 'A first visit is free of charge. Shall I send you the details?',
    summary: 'Asked for the price of a first visit.',
  },
];

export function seedVoiceAi(context: SeedContext): void {
  for (const location of context.locations) {
    const desk = seedDeskAgent(context, location);
    const evening = seedEveningAgent(context, location);
    const callers = context.peopleIn(location.id).filter((_person, index) => index % 9 === 4);
    for (const [index, person] of callers.entries()) {
      const agent = index % 2 === 0 ? desk : evening;
      const actions = actionsOfAgent(context.world, agent);
      // Every third call ends without the agent doing anything, so all kinds are there whatever the seed.
      seedCall(context, person, agent, index % 3 === 2 ? undefined : actions[index % Math.max(1, actions.length)]);
    }
  }
}

function seedDeskAgent({ world }: SeedContext, location: SeedLocation): VoiceAgent {
  const agent = voiceAgents(world).insert(
    buildVoiceAgent(world, location.id, {
      agentName: 'Front desk',
      agentPrompt: 'Answer questions about services, opening hours and prices. Offer an appointment at the end.',
      inboundNumber: location.phone,
      sendPostCallNotificationTo: {
        admins: true,
        allUsers: false,
        contactAssignedUser: true,
        specificUsers: [],
        customEmails: [],
      },
    }),
  );
  const add = (action: Pick<VoiceAction, 'actionType' | 'name' | 'actionParameters'>) =>
    voiceActions(world).insert({ id: world.newObjectId(), locationId: location.id, agentId: agent.id, ...action });
  add({
    actionType: 'CALL_TRANSFER',
    name: 'Pass on to the desk',
    actionParameters: {
      triggerPrompt: 'When the caller asks for a person or is upset',
      transferToType: 'number',
      transferToValue: location.phone,
      triggerMessage: 'One moment, I am putting you through.',
      hearWhisperMessage: true,
    },
  });
  add({
    actionType: 'SMS',
    name: 'Send the booking link',
    actionParameters: {
      triggerPrompt: 'When the caller wants an appointment',
      triggerMessage: 'I am sending you a link.',
      messageBody: `Book your visit: ${location.website}/book`,
    },
  });
  const [calendar] = calendars(world).inLocation(location.id);
  if (calendar !== undefined) {
    add({
      actionType: 'APPOINTMENT_BOOKING',
      name: 'Book an appointment',
      actionParameters: { calendarId: calendar.id, daysOfOfferingDates: 3, slotsPerDay: 3, hoursBetweenSlots: 2 },
    });
  }
  return agent;
}

function seedEveningAgent({ world }: SeedContext, location: SeedLocation): VoiceAgent {
  const [workflow] = workflows(world).inLocation(location.id);
  return voiceAgents(world).insert(
    buildVoiceAgent(world, location.id, {
      agentName: 'After hours',
      agentPrompt: 'Take a message with name, number and reason for the call. Promise a call back in the morning.',
      maxCallDuration: 180,
      callEndWorkflowIds: workflow === undefined ? [] : [workflow.id],
      agentWorkingHours: [1, 2, 3, 4, 5].map((dayOfTheWeek) => ({
        dayOfTheWeek,
        intervals: [{ startHour: 18, startMinute: 0, endHour: 23, endMinute: 59 }],
      })),
    }),
  );
}

function seedCall(context: SeedContext, person: Person, agent: VoiceAgent, action: VoiceAction | undefined): void {
  const { world, between, pick } = context;
  const topic = pick(topics);
  const startMs = world.now() - between(1, 20 * 24 * 60) * 60_000;
  callLogs(world).insert({
    id: world.newObjectId(),
    locationId: person.locationId,
    agentId: agent.id,
    contactId: person.contactId,
    fromNumber: person.phone,
    createdAt: new Date(startMs).toISOString(),
    duration: between(35, 280),
    trialCall: world.random() < 0.1,
    executedCallActions: action === undefined ? [] : [executeAction(action, startMs)],
    summary: topic.summary,
    transcript: `bot: ${agent.welcomeMessage}\nhuman: ${topic.ask}\nbot: ${topic.reply}`,
    translation: { enabled: false },
    extractedData: { callerName: `${person.firstName} ${person.lastName}` },
    messageId: world.newId(),
  });
}

function executeAction({ id, actionType, name, actionParameters }: VoiceAction, startMs: number): ExecutedAction {
  return {
    actionId: id,
    actionType,
    actionName: name,
    actionParameters,
    triggerReceivedAt: new Date(startMs + 20_000).toISOString(),
    executedAt: new Date(startMs + 22_000).toISOString(),
  };
}
