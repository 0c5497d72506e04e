import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const agentHints = {
  agentPrompt: 'replaces the whole prompt',
  welcomeMessage: 'first words to the caller',
  voiceId: 'copy from an existing agent',
  inboundNumber: 'from phone_system_number_list; answers live calls',
  numberPoolId: 'from phone_system_number_pool_list',
  maxCallDuration: 'seconds',
  callEndWorkflowIds: 'run after every call',
  agentWorkingHours: 'empty: day and night',
  'agentWorkingHours[].dayOfTheWeek': '1 Monday to 7 Sunday',
  timezone: 'IANA name, e.g. America/New_York',
  translation: 'not for an en-US agent',
} as const;

const actionHints = {
  actionParameters: 'the form that belongs to actionType',
  'actionParameters.transferToValue': 'E.164, e.g. +14155550123',
  'actionParameters.contactFieldId': 'from locations_custom_field_list',
  'actionParameters.examples': '1 to 5',
  'actionParameters.workflowId': 'from workflows_workflow_list',
  'actionParameters.calendarId': 'from calendars_calendar_list',
  'actionParameters.knowledgeBaseId': 'from knowledge_base_base_list',
  'actionParameters.selectedPaths': 'GET: at least one; POST: empty',
} as const;

const actionNotes = [
  'CALL_TRANSFER takes triggerPrompt, triggerMessage, transferToType number and transferToValue.',
  'DATA_EXTRACTION reads a contact field from the finished call, IN_CALL_DATA_EXTRACTION during it; both take contactFieldId, description and examples.',
  'WORKFLOW_TRIGGER, SMS and KNOWLEDGE_BASE take triggerPrompt plus workflowId, messageBody or knowledgeBaseId; the first two also triggerMessage.',
  'APPOINTMENT_BOOKING takes calendarId, daysOfOfferingDates, slotsPerDay and hoursBetweenSlots.',
  'CUSTOM_ACTION calls an outside URL with what the caller said.',
] as const;

export const guides = {
  'GET /voice-ai/agents': {
    name: 'voice_ai_agent_list',
    title: 'List voice agents',
    summary:
      'AI phone agents of a location with prompt, number, hours and actions with their ids. Chat bots are in conversation_ai_agent_search.',
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'agents',
      total: 'total',
      size: 'pageSize',
      defaultSize: 10,
      maxSize: 50,
      offset: 'page',
      firstPage: 1,
    },
    words: ['voice AI', 'phone bot', 'AI receptionist', 'answering service', 'AI employee'],
  },
  'GET /voice-ai/agents/{agentId}': {
    name: 'voice_ai_agent_get',
    title: 'Get a voice agent',
    summary:
      'One AI phone agent in full: prompt, greeting, voice, number, hours, actions. Read it before voice_ai_agent_update, which replaces the whole prompt.',
    notes: ['A CUSTOM_ACTION may show the credentials of the outside service it calls: do not repeat them.'],
    risk: 'read',
    words: ['voice AI', 'phone bot', 'prompt', 'script'],
  },
  'POST /voice-ai/agents': {
    name: 'voice_ai_agent_create',
    title: 'Create a voice agent',
    summary:
      'Creates an AI phone agent. With inboundNumber it answers real callers at once: leave it out until tested. Skills: voice_ai_action_create.',
    notes: [
      'Everything left out gets a default.',
      'Defaults: high patience, en-US, 5 minutes per call, open day and night, and usable as a backup agent.',
      'isAgentAsBackupDisabled false lets it take calls that another agent cannot.',
      'translation.enabled needs an agent language other than en-US, and a language that is that one or en-US.',
      'Calling twice creates two agents.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Agents do not say when they were made.
          steps: [{ ask: 'GET /voice-ai/agents', with: { page: 1, pageSize: 50 } }],
          records: 'agents',
          match: {
            agentName: 'agentName',
            businessName: 'businessName',
            language: 'language',
            inboundNumber: 'inboundNumber',
          },
          needs: ['agentName'],
          complete: true,
        },
      ],
      check: 'voice_ai_agent_list shows whether an agent of this name is there.',
    },
    hints: agentHints,
    words: ['voice AI', 'phone bot', 'AI receptionist', 'after hours', 'answer calls'],
    examples: [
      {
        ask: 'Set up an after-hours phone agent for the clinic, weekdays 18:00 to 22:00, no number yet',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          agentName: 'After hours desk',
          businessName: 'Example Dental',
          welcomeMessage: 'Hello, this is Example Dental. The practice is closed, how can I help?',
          agentPrompt: 'Answer questions about opening hours and prices. Take name and reason for the call.',
          language: 'en-US',
          agentWorkingHours: [1, 2, 3, 4, 5].map((dayOfTheWeek) => ({
            dayOfTheWeek,
            intervals: [{ startHour: 18, startMinute: 0, endHour: 22, endMinute: 0 }],
          })),
          timezone: 'America/New_York',
        },
      },
    ],
  },
  'PATCH /voice-ai/agents/{agentId}': {
    name: 'voice_ai_agent_update',
    title: 'Change a voice agent',
    summary:
      'Changes an AI phone agent; the next caller hears it. agentPrompt and lists are replaced whole: read voice_ai_agent_get first.',
    notes: [
      'Actions are changed by voice_ai_action_update.',
      'Setting inboundNumber puts the agent on that line at once.',
    ],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: agentHints,
    words: ['prompt change', 'edit script', 'greeting', 'phone bot', 'assign number'],
    examples: [
      {
        ask: 'Make the phone agent say the new opening line',
        args: {
          agentId: '507f1f77bcf86cd799439011',
          locationId: 've9EPM428h8vShlRW1KT',
          welcomeMessage: 'Hello, thanks for calling Example Dental. How can I help?',
        },
      },
    ],
  },
  'DELETE /voice-ai/agents/{agentId}': {
    name: 'voice_ai_agent_delete',
    title: 'Delete a voice agent',
    summary:
      'Deletes an AI phone agent with its prompt and actions for good; calls to its number are no longer answered by it. Its call logs stay.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove phone bot', 'AI receptionist', 'voice bot'],
  },
  'GET /voice-ai/dashboard/call-logs': {
    name: 'voice_ai_call_log_list',
    title: 'List calls of voice agents',
    summary:
      'Calls that AI phone agents took, with summary and transcript; keep pageSize small. Calls of people: conversations_message_list.',
    notes: [
      'startDate and endDate only together. Actions run and data extracted are in it.',
      'Test calls from the dashboard are callType TRIAL; filter LIVE for real callers.',
    ],
    risk: 'read',
    paging: {
      style: 'page-limit',
      items: 'callLogs',
      total: 'total',
      size: 'pageSize',
      defaultSize: 10,
      maxSize: 50,
      offset: 'page',
      firstPage: 1,
    },
    hints: {
      contactId: 'one or several',
      startDate: 'epoch milliseconds; needs endDate',
      endDate: 'epoch milliseconds; needs startDate',
      sort: 'only with sortBy; newest first otherwise',
      pageSize: 'at most 50',
    },
    words: ['transcript', 'recording', 'phone calls', 'call history', 'AI calls', 'review'],
    examples: [
      {
        ask: 'Show the longest real calls of this agent on 1 June 2026',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          agentId: '507f1f77bcf86cd799439011',
          callType: 'LIVE',
          startDate: 1780272000000,
          endDate: 1780358399000,
          sortBy: 'duration',
          sort: 'descend',
        },
      },
      {
        ask: 'Which calls ended in a transfer or a text message?',
        args: { locationId: 've9EPM428h8vShlRW1KT', actionType: ['CALL_TRANSFER', 'SMS'] },
      },
    ],
  },
  'GET /voice-ai/dashboard/call-logs/{callId}': {
    name: 'voice_ai_call_log_get',
    title: 'Get a call of a voice agent',
    summary:
      'One AI-answered call: transcript, summary, actions run, extracted data. For the recording pass messageId to conversations_recording_download.',
    risk: 'read',
    hints: { callId: 'id from voice_ai_call_log_list' },
    words: ['transcript', 'phone call', 'what was said'],
  },
  'POST /voice-ai/actions': {
    name: 'voice_ai_action_create',
    title: 'Give a voice agent an action',
    summary:
      'Lets a phone agent transfer, book, text, fill a field, start a workflow or call an outside API. Live at once if it has a number.',
    notes: ['It can also ask a knowledge base.', ...actionNotes, 'Calling twice adds the action twice.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: {
      looks: [
        {
          // Actions do not say when they were made.
          steps: [{ ask: 'GET /voice-ai/agents/{agentId}', with: { agentId: '$agentId' } }],
          records: 'actions',
          match: { name: 'name', actionType: 'actionType' },
          complete: true,
        },
      ],
      check: 'voice_ai_agent_get shows the actions of the agent.',
    },
    hints: actionHints,
    words: ['goal', 'transfer call', 'book appointment', 'tool', 'voice AI'],
    examples: [
      {
        ask: 'Let the phone agent put callers through to the manager',
        args: {
          agentId: '507f1f77bcf86cd799439011',
          locationId: 've9EPM428h8vShlRW1KT',
          actionType: 'CALL_TRANSFER',
          name: 'Transfer to the manager',
          actionParameters: {
            triggerPrompt: 'When the caller asks for a manager',
            triggerMessage: 'One moment, I will put you through.',
            transferToType: 'number',
            transferToValue: '+14155550123',
          },
        },
      },
      {
        ask: 'Let it offer appointments over the next three days',
        args: {
          agentId: '507f1f77bcf86cd799439011',
          locationId: 've9EPM428h8vShlRW1KT',
          actionType: 'APPOINTMENT_BOOKING',
          name: 'Book a consultation',
          actionParameters: {
            calendarId: 'BqTwX8QFwXzpegMve9EQ',
            daysOfOfferingDates: 3,
            slotsPerDay: 3,
            hoursBetweenSlots: 1,
          },
        },
      },
    ],
  },
  'GET /voice-ai/actions/{actionId}': {
    name: 'voice_ai_action_get',
    title: 'Get an action of a voice agent',
    summary: 'One action with its parameters. There is no list of actions: their ids are in voice_ai_agent_get.',
    notes: ['A CUSTOM_ACTION may show the credentials of the outside service it calls: do not repeat them.'],
    risk: 'read',
    hints: { actionId: 'actions[].id in voice_ai_agent_get' },
    words: ['goal', 'tool', 'voice AI'],
  },
  'PUT /voice-ai/actions/{actionId}': {
    name: 'voice_ai_action_update',
    title: 'Change an action of a voice agent',
    summary:
      'Replaces an action of a phone agent whole: send all of voice_ai_action_get, changed. Live at once if the agent has a number.',
    notes: actionNotes,
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    hints: { ...actionHints, actionId: 'actions[].id in voice_ai_agent_get' },
    words: ['goal', 'transfer number', 'edit tool', 'voice AI'],
    examples: [
      {
        ask: 'Send those calls to the new number of the manager',
        args: {
          actionId: '507f1f77bcf86cd799439012',
          agentId: '507f1f77bcf86cd799439011',
          locationId: 've9EPM428h8vShlRW1KT',
          actionType: 'CALL_TRANSFER',
          name: 'Transfer to the manager',
          actionParameters: {
            triggerPrompt: 'When the caller asks for a manager',
            triggerMessage: 'One moment, I will put you through.',
            transferToType: 'number',
            transferToValue: '+14155550188',
          },
        },
      },
    ],
  },
  'DELETE /voice-ai/actions/{actionId}': {
    name: 'voice_ai_action_delete',
    title: 'Take an action from a voice agent',
    summary: 'Deletes one action for good: from the next call on the agent can no longer do it. The agent stays.',
    risk: 'high-impact',
    idempotent: true,
    hints: { actionId: 'actions[].id in voice_ai_agent_get' },
    words: ['remove goal', 'remove tool'],
  },
} as const satisfies Guides<typeof operations>;
