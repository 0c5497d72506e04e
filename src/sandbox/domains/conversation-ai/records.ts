/** Conversation AI: agents that answer messages, what each can do, and how an answer came about. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type AgentMode = 'off' | 'suggestive' | 'auto-pilot';

export interface ConversationAgent extends SandboxRecord {
  readonly name: string;
  readonly businessName?: string;
  readonly mode: AgentMode;
  readonly channels: readonly string[];
  readonly waitTime: number;
  readonly waitTimeUnit: 'minutes' | 'seconds';
  readonly sleepEnabled: boolean;
  /** Null: until somebody wakes it. */
  readonly sleepTime?: number | null;
  readonly sleepTimeUnit?: 'hours' | 'minutes' | 'seconds';
  /** The agent that answers where nothing else is said; a location has at most one. */
  readonly isPrimary: boolean;
  readonly autoPilotMaxMessages: number;
  readonly personality: string;
  readonly goal: string;
  readonly instructions: string;
  readonly knowledgeBaseIds: readonly string[];
  readonly respondToImages: boolean;
  readonly respondToAudio: boolean;
  readonly sleepOnManualMessage: boolean;
  readonly sleepOnWorkflowMessage: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type AgentActionType =
  | 'triggerWorkflow'
  | 'updateContactField'
  | 'appointmentBooking'
  | 'stopBot'
  | 'humanHandOver'
  | 'advancedFollowup'
  | 'transferBot';

export interface AgentAction extends SandboxRecord {
  readonly agentId: string;
  readonly type: AgentActionType;
  readonly name: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/** How one message of an agent came about. The id is the message's. */
export interface Generation extends SandboxRecord {
  readonly agentId: string;
  readonly source: 'conversation' | 'workflow';
  readonly prompt: string;
  readonly intent: string;
  readonly input: string;
  readonly responseMessage: string;
  readonly history: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  readonly mode: AgentMode;
}

export const conversationAgents = (world: World): Collection<ConversationAgent> =>
  world.collection<ConversationAgent>('conversation-agents');
export const agentActions = (world: World): Collection<AgentAction> =>
  world.collection<AgentAction>('conversation-agent-actions');
export const generations = (world: World): Collection<Generation> =>
  world.collection<Generation>('conversation-generations');

/** The actions of one agent, oldest first. */
export const actionsOfAgent = (world: World, agent: ConversationAgent): AgentAction[] =>
  agentActions(world)
    .inLocation(agent.locationId)
    .filter((action) => action.agentId === agent.id);
