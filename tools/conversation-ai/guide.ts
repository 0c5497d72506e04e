import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const agentHints = {
  mode: 'suggestive drafts, auto-pilot answers people',
  isPrimary: 'only one agent can be; needs mode',
  waitTime: 'at most 5 minutes or 300 seconds',
  sleepTime: 'at most 48 hours',
  autoPilotMaxMessages: '1 to 100, then a person takes over',
  knowledgeBaseIds: 'from knowledge_base_base_list',
  sleepOnManualMessage: 'true: silent once staff write',
  sleepEnabled: 'deprecated',
} as const;

const actionHints = {
  details: 'the form that belongs to type',
  'details.workflowIds': 'from workflows_workflow_list',
  'details.contactFieldId': 'from locations_custom_field_list',
  'details.calendarId': 'from calendars_calendar_list',
  'details.onlySendLink': 'true: all other switches false',
  'details.stopBotExamples': 'at least 2',
  'details.assignToUserId': 'from users_user_search',
  'details.followupSequence[].followupTime': 'at most 60 minutes, 24 hours, 180 days',
  'details.followupSettings.workingHours[].dayOfTheWeek': '0 Sunday, 1 Monday, …',
  'details.transferToBot': 'agent id, from conversation_ai_agent_search',
} as const;

const actionNotes = [
  'Switches ask for their values: triggerWorkflow for workflowIds, sleepAfterBooking and reactivateEnabled for sleepTime and sleepTimeUnit, transferBot for transferAgent.',
  'stopBot and transferBot of kind Custom, and humanHandOver of kind custom or contactRequest, need example phrases.',
  'advancedFollowup makes the agent write to people again on its own; its messages are AI-written unless aiEnabledMessage is false with a customMessage.',
] as const;

export const guides = {
  'GET /conversation-ai/agents/search': {
    name: 'conversation_ai_agent_search',
    title: 'Find chat agents',
    summary:
      'AI agents that answer SMS, chat, WhatsApp, Facebook and Instagram; leave query out for all. Phone agents: voice_ai_agent_list.',
    notes: ['totalCount counts all agents of the location, also those the query leaves out.'],
    risk: 'read',
    paging: {
      style: 'last-id',
      items: 'agents',
      total: 'totalCount',
      size: 'limit',
      next: { startAfter: '$last.id' },
    },
    hints: { query: 'part of the name, in lower case', startAfter: 'id of the last agent before' },
    words: ['chatbot', 'bot', 'conversation AI', 'AI employee', 'list agents', 'auto reply'],
  },
  'GET /conversation-ai/agents/{agentId}': {
    name: 'conversation_ai_agent_get',
    title: 'Get a chat agent',
    summary:
      'One AI chat agent: mode, channels, personality, goal, instructions, knowledge bases. Its actions: conversation_ai_action_list.',
    risk: 'read',
    words: ['chatbot', 'prompt', 'bot settings'],
  },
  'POST /conversation-ai/agents': {
    name: 'conversation_ai_agent_create',
    title: 'Create a chat agent',
    summary:
      'Creates an AI agent for messages: mode off (default), suggestive (drafts for staff), or auto-pilot, which answers people at once.',
    notes: [
      'Abilities are added by conversation_ai_action_create.',
      'personality, goal and instructions are all required and together are its prompt.',
      'A primary agent answers on its channels by default; being primary needs a mode.',
      "It belongs to the token's location: there is no location argument.",
      'Calling twice creates two agents.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /conversation-ai/agents/search', with: { query: '$name:lower', limit: 20 } }],
          records: 'agents',
          match: { name: 'name', businessName: 'businessName', mode: 'mode' },
          created: 'createdAt',
          complete: true,
        },
      ],
      check: 'conversation_ai_agent_search shows the agents with their times of creation.',
    },
    hints: agentHints,
    words: ['chatbot', 'AI assistant', 'auto reply', 'SMS bot', 'website chat bot'],
    examples: [
      {
        ask: 'Draft a booking bot for SMS and web chat that only suggests answers for now',
        args: {
          name: 'Booking helper',
          businessName: 'Example Dental',
          mode: 'suggestive',
          channels: ['SMS', 'WebChat'],
          personality: 'Friendly and brief',
          goal: 'Book a consultation',
          instructions: 'Ask for the reason of the visit, then offer a time. Never give medical advice.',
          sleepOnManualMessage: true,
        },
      },
    ],
  },
  'PUT /conversation-ai/agents/{agentId}': {
    name: 'conversation_ai_agent_update',
    title: 'Change a chat agent',
    summary:
      'Changes a chat agent, live at once: mode off silences it, auto-pilot answers people. autoPilotMaxMessages is always required.',
    notes: [
      'Keep the present autoPilotMaxMessages when it should not change.',
      'instructions, personality and goal are replaced whole: read conversation_ai_agent_get first.',
      'Send channels and knowledgeBaseIds as full lists.',
      'HighLevel does not say whether fields left out keep their value: compare the answer.',
      'Making an agent primary needs mode in the same call.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: agentHints,
    words: ['chatbot', 'turn off bot', 'pause AI', 'prompt change', 'auto-pilot', 'train'],
    examples: [
      {
        ask: 'Stop the chat bot from answering',
        args: { agentId: 'GmZbdMoSSz0IFIX8y4b1', autoPilotMaxMessages: 75, mode: 'off' },
      },
    ],
  },
  'DELETE /conversation-ai/agents/{agentId}': {
    name: 'conversation_ai_agent_delete',
    title: 'Delete a chat agent',
    summary:
      'Deletes a chat agent for good, with its settings, actions and history. To only silence it: conversation_ai_agent_update with mode off.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove chatbot', 'remove bot', 'AI employee'],
  },
  'GET /conversation-ai/agents/{agentId}/actions/list': {
    name: 'conversation_ai_action_list',
    title: "List a chat agent's actions",
    summary:
      'All actions of one chat agent with their full details: bookings, field updates, workflows, handover, follow-ups, stop rules.',
    risk: 'read',
    paging: { style: 'none', items: 'data' },
    words: ['chatbot', 'abilities', 'tools', 'handover'],
  },
  'GET /conversation-ai/agents/{agentId}/actions/{actionId}': {
    name: 'conversation_ai_action_get',
    title: 'Get an action of a chat agent',
    summary: 'One action by id; conversation_ai_action_list already gives the same details for all of them.',
    risk: 'read',
    words: ['chatbot', 'ability'],
  },
  'POST /conversation-ai/agents/{agentId}/actions': {
    name: 'conversation_ai_action_create',
    title: 'Give a chat agent an action',
    summary:
      'Lets a chat agent book, fill fields, start workflows, hand over, stop or message people unasked (advancedFollowup). Live on auto-pilot.',
    notes: [...actionNotes, 'Calling twice adds the action twice.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Actions do not say when they were made.
          steps: [{ ask: 'GET /conversation-ai/agents/{agentId}/actions/list', with: { agentId: '$agentId' } }],
          records: 'data',
          match: { name: 'name', type: 'type' },
          complete: true,
        },
      ],
      check: 'conversation_ai_action_list shows the actions of the agent.',
    },
    hints: actionHints,
    words: ['chatbot', 'book appointment', 'human handover', 'follow-up', 'escalate', 'tool'],
    examples: [
      {
        ask: 'Hand over to Sam with a task when somebody asks for a person',
        args: {
          agentId: 'GmZbdMoSSz0IFIX8y4b1',
          type: 'humanHandOver',
          name: 'Ask for a person',
          details: {
            enabled: true,
            handoverType: 'contactRequest',
            triggerCondition: 'The contact asks for a human',
            examples: ['can I talk to a person', 'human please'],
            assignToUserId: 'hxHGVRb1YJUscrCB8eXK',
            createTask: true,
            reactivateEnabled: true,
            sleepTime: 24,
            sleepTimeUnit: 'hours',
            finalMessage: 'A colleague will write to you shortly.',
          },
        },
      },
      {
        ask: 'Let the bot book into this calendar',
        args: {
          agentId: 'GmZbdMoSSz0IFIX8y4b1',
          type: 'appointmentBooking',
          name: 'Book a consultation',
          details: {
            calendarId: 'BqTwX8QFwXzpegMve9EQ',
            onlySendLink: false,
            triggerWorkflow: false,
            sleepAfterBooking: false,
            transferBot: false,
            rescheduleEnabled: true,
            cancelEnabled: true,
          },
        },
      },
    ],
  },
  'PUT /conversation-ai/agents/{agentId}/actions/{actionId}': {
    name: 'conversation_ai_action_update',
    title: 'Change an action of a chat agent',
    summary:
      'Replaces an action of a chat agent whole: send type, name and all details, from conversation_ai_action_get. Live on auto-pilot.',
    notes: ['Quiet hours of several follow-ups: conversation_ai_followup_settings_update.', ...actionNotes],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: actionHints,
    words: ['chatbot', 'edit ability', 'disable action'],
    examples: [
      {
        ask: 'Start this other workflow when somebody asks for prices',
        args: {
          agentId: 'GmZbdMoSSz0IFIX8y4b1',
          actionId: 'edxcfghbnjkimd',
          type: 'triggerWorkflow',
          name: 'Price list',
          details: {
            workflowIds: ['78559bb3-b920-461e-b010-7b2a2816d2a9'],
            triggerCondition: 'The contact asks for prices',
          },
        },
      },
    ],
  },
  'DELETE /conversation-ai/agents/{agentId}/actions/{actionId}': {
    name: 'conversation_ai_action_delete',
    title: 'Take an action from a chat agent',
    summary:
      'Deletes one action for good; the agent stays. Actions with an enabled field can be switched off by conversation_ai_action_update instead.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove ability', 'chatbot'],
  },
  'PATCH /conversation-ai/agents/{agentId}/followup-settings': {
    name: 'conversation_ai_followup_settings_update',
    title: 'Set hours and channels of follow-ups',
    summary:
      "Sets hours, timezone and channels of a chat agent's follow-ups; what they say is changed by conversation_ai_action_update.",
    risk: 'write',
    idempotent: true,
    hints: {
      actionIds: 'advancedFollowup ids, from conversation_ai_action_list',
      'followupSettings.followUpHours': 'true: only within workingHours',
      'followupSettings.workingHours[].dayOfTheWeek': '0 Sunday, 1 Monday, …',
    },
    words: ['chatbot', 'quiet hours', 'follow-up times', 'business hours'],
    examples: [
      {
        ask: 'Only follow up on weekdays from 9 to 17:30 in the time of the contact',
        args: {
          agentId: 'GmZbdMoSSz0IFIX8y4b1',
          actionIds: ['edxcfghbnjkimd'],
          followupSettings: {
            dynamicChannelSwitching: true,
            followUpHours: true,
            workingHours: [1, 2, 3, 4, 5].map((dayOfTheWeek) => ({
              dayOfTheWeek,
              intervals: [{ startHour: 9, startMinute: 0, endHour: 17, endMinute: 30 }],
            })),
            timezoneToUse: 'contact',
          },
        },
      },
    ],
  },
  'GET /conversation-ai/generations': {
    name: 'conversation_ai_generation_get',
    title: 'Explain an AI message',
    summary:
      'Why the bot wrote one message: its prompt, the passages used, the actions taken and the history it saw. Long.',
    notes: ['It holds what the person wrote.'],
    risk: 'read',
    hints: {
      messageId: 'the bot message, from conversations_message_list',
      source: 'workflow if a workflow step wrote it',
    },
    words: ['debug bot', 'wrong answer', 'hallucination', 'why did the AI say', 'chatbot'],
    examples: [
      {
        ask: 'Why did the bot answer this in the chat?',
        args: { messageId: 'Il3z6F8T0nVKnvQ2bXyA', source: 'conversation' },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
