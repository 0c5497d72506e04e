/** Voice AI: agents that answer the telephone, what each can do during a call, and the log of their calls. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type VoiceActionType =
  | 'CALL_TRANSFER'
  | 'DATA_EXTRACTION'
  | 'IN_CALL_DATA_EXTRACTION'
  | 'WORKFLOW_TRIGGER'
  | 'SMS'
  | 'APPOINTMENT_BOOKING'
  | 'CUSTOM_ACTION'
  | 'KNOWLEDGE_BASE';

export interface Translation {
  readonly enabled: boolean;
  readonly language?: string;
}

export interface VoiceAgent extends SandboxRecord {
  readonly agentName: string;
  readonly businessName: string;
  readonly welcomeMessage: string;
  readonly agentPrompt: string;
  readonly voiceId: string;
  readonly language: string;
  readonly patienceLevel: 'low' | 'medium' | 'high';
  readonly maxCallDuration: number;
  readonly sendUserIdleReminders: boolean;
  readonly reminderAfterIdleTimeSeconds: number;
  readonly inboundNumber?: string | null;
  readonly numberPoolId?: string | null;
  readonly callEndWorkflowIds: readonly string[];
  readonly sendPostCallNotificationTo?: Readonly<Record<string, unknown>>;
  readonly agentWorkingHours: readonly Readonly<Record<string, unknown>>[];
  /** IANA name. */
  readonly timezone: string;
  readonly isAgentAsBackupDisabled: boolean;
  readonly translation?: Translation;
}

export interface VoiceAction extends SandboxRecord {
  readonly agentId: string;
  readonly actionType: VoiceActionType;
  readonly name: string;
  readonly actionParameters: Readonly<Record<string, unknown>>;
}

export interface ExecutedAction {
  readonly actionId: string;
  readonly actionType: VoiceActionType;
  readonly actionName: string;
  readonly actionParameters: Readonly<Record<string, unknown>>;
  readonly executedAt: string;
  readonly triggerReceivedAt: string;
}

export interface CallLog extends SandboxRecord {
  readonly agentId: string;
  readonly contactId?: string;
  readonly fromNumber?: string;
  readonly createdAt: string;
  /** Seconds. */
  readonly duration: number;
  readonly trialCall: boolean;
  readonly executedCallActions: readonly ExecutedAction[];
  readonly summary: string;
  readonly transcript: string;
  readonly translation: Translation;
  readonly extractedData: Readonly<Record<string, unknown>>;
  readonly messageId?: string;
}

export const voiceAgents = (world: World): Collection<VoiceAgent> => world.collection<VoiceAgent>('voice-agents');
export const voiceActions = (world: World): Collection<VoiceAction> => world.collection<VoiceAction>('voice-actions');
export const callLogs = (world: World): Collection<CallLog> => world.collection<CallLog>('voice-call-logs');

/** The actions of one agent, oldest first. */
export const actionsOfAgent = (world: World, agent: VoiceAgent): VoiceAction[] =>
  voiceActions(world)
    .inLocation(agent.locationId)
    .filter((action) => action.agentId === agent.id);
