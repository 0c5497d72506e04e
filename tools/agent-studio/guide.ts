import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

const paging = {
  style: 'offset-limit',
  items: 'agents',
  total: 'pagination.total',
  size: 'limit',
  offset: 'offset',
} as const;

const runHints = {
  message: 'what to say to the agent',
  executionId: 'from the answer before; leave out to start',
  inputVariables: '{name: value} as the agent defines them',
  versionId: 'leave out for the published one',
  contactId: 'lets the agent see this contact',
} as const;

const runNotes = [
  'The agent must be active and published.',
  'Every call is billed as AI usage, and calling twice runs it twice.',
] as const;

const runFindOut = {
  looks: [],
  check: 'Runs cannot be read back; look for what its tools would have done, e.g. in conversations_message_list.',
} as const;

export const guides = {
  'GET /agent-studio/agent': {
    name: 'agent_studio_agent_list',
    title: 'List Agent Studio agents',
    summary:
      'Agents built in Agent Studio, active ones only. Bots for messages are in conversation_ai_agent_search, phone agents in voice_ai_agent_list.',
    risk: 'read',
    paging,
    hints: { isPublished: 'true: only those that can run', limit: 'send it, e.g. 20', offset: 'send it; 0 first' },
    words: ['AI agents', 'flows', 'assistants', 'published'],
  },
  'GET /agent-studio/agent/{agentId}': {
    name: 'agent_studio_agent_get',
    title: 'Get an Agent Studio agent',
    summary:
      'One active agent with its versions (draft, staging, production): their ids, nodes, edges and variables. Long.',
    notes: [
      'Version ids for editing and publishing come from here.',
      'Variables can hold keys of outside services: do not repeat them.',
    ],
    risk: 'read',
    words: ['flow', 'graph', 'nodes', 'versions', 'prompt'],
  },
  'POST /agent-studio/agent': {
    name: 'agent_studio_agent_create',
    title: 'Create an Agent Studio agent',
    summary:
      'Creates an agent with a first draft from version (an object with nodes, edges, variables). It cannot run until agent_studio_version_publish.',
    notes: [
      'version holds versionName, description, nodes, edges, uiNodes, uiEdges, globalVariables, inputVariables, runtimeVariables and scopes; empty lists make an empty agent.',
      'The top-level nodes and edges are deprecated: put them into version.',
      'Copy the shape of nodes from an existing agent (agent_studio_agent_get); HighLevel does not document it.',
      'Calling twice creates two agents.',
    ],
    risk: 'write',
    findOut: {
      looks: [
        {
          // Active agents only, and in an order that is not documented.
          steps: [{ ask: 'GET /agent-studio/agent', with: { limit: 100, offset: 0 } }],
          records: 'agents',
          match: { name: 'name', description: 'description' },
          needs: ['name'],
          created: 'createdAt',
          id: 'agentId',
        },
      ],
      check: 'agent_studio_agent_list shows the active agents with their times of creation.',
    },
    hints: {
      status: 'active, or it cannot be listed',
      version: 'nodes, edges, variables; shape as in agent_studio_agent_get',
      nodes: 'deprecated: inside version',
      edges: 'deprecated: inside version',
    },
    words: ['AI agent', 'flow', 'assistant', 'build bot'],
    examples: [
      {
        ask: 'Start an empty agent called Support helper',
        args: {
          locationId: 've9EPM428h8vShlRW1KT',
          name: 'Support helper',
          status: 'active',
          version: {
            versionName: 'Version 1',
            description: 'First draft',
            nodes: [],
            edges: [],
            uiNodes: [],
            uiEdges: [],
            globalVariables: [],
            inputVariables: [],
            runtimeVariables: [],
            scopes: [],
          },
        },
      },
    ],
  },
  'PATCH /agent-studio/agent/{agentId}': {
    name: 'agent_studio_agent_update',
    title: 'Rename or switch an Agent Studio agent',
    summary:
      'Renames an Agent Studio agent or switches it on or off; when off it leaves list and get, so note its id. Flow: agent_studio_version_update.',
    notes: ['status inactive or archived stops it, active brings it back.'],
    risk: 'high-impact',
    idempotent: true,
    openWorld: true,
    messages: 'none',
    words: ['archive', 'deactivate', 'turn off', 'rename'],
  },
  'PATCH /agent-studio/agent/versions/{versionId}': {
    name: 'agent_studio_version_update',
    title: 'Edit a version of an Agent Studio agent',
    summary:
      'Changes the flow of one agent version: send all nodes and edges, or they are lost. Goes live with agent_studio_version_publish.',
    notes: [
      'versionId is not the id of the agent.',
      'Start from agent_studio_agent_get and edit the draft version.',
      'Never put keys or passwords into variables here: set them in HighLevel.',
    ],
    risk: 'write',
    idempotent: true,
    hints: {
      versionId: 'draft version, from agent_studio_agent_get',
      nodes: 'complete list',
      edges: 'complete list of {startNode, endNode}',
      globalVariables: 'complete list of {key, type, value}',
      inputVariables: 'complete list of {key, type, description}',
      runtimeVariables: 'complete list',
    },
    words: ['flow', 'graph', 'prompt change', 'edit agent'],
    examples: [
      {
        ask: 'Give the draft a new global prompt',
        args: {
          versionId: 'v1a2b3c4d5e6f7g8h9i0',
          locationId: 've9EPM428h8vShlRW1KT',
          globalConfig: {
            globalPrompt: { currentPrompt: 'You help customers of Example Dental. Be brief.', history: [] },
          },
        },
      },
    ],
  },
  'POST /agent-studio/agent/versions/{versionId}/publish': {
    name: 'agent_studio_version_publish',
    title: 'Publish a version of an Agent Studio agent',
    summary:
      'Puts a draft version into production at once, replacing the one people talk to now. HighLevel opens a new draft; its id is in the answer.',
    notes: ['There is no way back but to publish an older flow again as a new draft.'],
    risk: 'high-impact',
    openWorld: true,
    messages: 'none',
    findOut: { looks: [], check: 'agent_studio_agent_get shows whether the version is the one in production.' },
    hints: {
      versionId: 'draft version, from agent_studio_agent_get',
      userId: 'who publishes; optional',
    },
    words: ['go live', 'deploy', 'promote', 'production', 'release'],
  },
  'POST /agent-studio/agent/{agentId}/execute': {
    name: 'agent_studio_agent_run',
    title: 'Talk to an Agent Studio agent',
    summary:
      'Sends a message to a published agent and returns its reply. Billed, and its tools really act: they may message people or change records.',
    notes: ['Continue a talk with executionId.', ...runNotes],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    findOut: runFindOut,
    hints: runHints,
    words: ['execute', 'ask agent', 'chat with', 'test agent', 'invoke'],
    examples: [
      {
        ask: 'Ask our marketing agent for three post ideas',
        args: {
          agentId: 'p1q2r3s4t5u6v7w8x9y0z1a2',
          locationId: 've9EPM428h8vShlRW1KT',
          message: 'Give me three ideas for posts about spring cleaning.',
        },
      },
      {
        ask: 'Go on in that talk: make the second one shorter',
        args: {
          agentId: 'p1q2r3s4t5u6v7w8x9y0z1a2',
          locationId: 've9EPM428h8vShlRW1KT',
          executionId: 'a1b2c3d4e5f6g7h8i9j0k1l2',
          message: 'Make the second one shorter.',
        },
      },
    ],
  },
  'DELETE /agent-studio/agent/{agentId}': {
    name: 'agent_studio_agent_delete',
    title: 'Delete an Agent Studio agent',
    summary:
      'Deletes an agent and every version of it for good; what calls it stops working. To only switch it off: agent_studio_agent_update with status inactive.',
    risk: 'high-impact',
    idempotent: true,
    words: ['remove AI agent', 'delete bot', 'flow'],
  },
  'GET /agent-studio/public-api/agents': {
    name: 'agent_studio_agent_old_list',
    title: 'List published agents (deprecated)',
    summary: 'Deprecated by HighLevel: use agent_studio_agent_list with isPublished true, which answers the same.',
    risk: 'read',
    paging,
    words: ['AI agents', 'flows', 'published'],
  },
  'GET /agent-studio/public-api/agents/{agentId}': {
    name: 'agent_studio_agent_old_get',
    title: 'Get an agent (deprecated)',
    summary: 'Deprecated by HighLevel: use agent_studio_agent_get, which takes and answers the same.',
    risk: 'read',
    words: ['AI agent', 'flow', 'published'],
  },
  'POST /agent-studio/public-api/agents/{agentId}/execute': {
    name: 'agent_studio_agent_old_run',
    title: 'Talk to an agent (deprecated)',
    summary:
      'Deprecated by HighLevel: use agent_studio_agent_run, which takes the same arguments. Acts and bills alike.',
    notes: runNotes,
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    findOut: runFindOut,
    hints: runHints,
    words: ['AI agent', 'execute', 'chat with', 'invoke'],
    examples: [
      {
        ask: 'Ask our marketing agent, over the older path',
        args: {
          agentId: 'p1q2r3s4t5u6v7w8x9y0z1a2',
          locationId: 've9EPM428h8vShlRW1KT',
          message: 'Give me three ideas for posts about spring cleaning.',
        },
      },
    ],
  },
} as const satisfies Guides<typeof operations>;
