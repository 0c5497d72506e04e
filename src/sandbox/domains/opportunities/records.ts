/** Deals on their pipelines. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type OpportunityStatus = 'open' | 'won' | 'lost' | 'abandoned';

export interface OpportunityCustomField {
  readonly id: string;
  readonly fieldValue: unknown;
}

export interface Opportunity extends SandboxRecord {
  readonly name: string;
  readonly monetaryValue: number;
  readonly pipelineId: string;
  readonly pipelineStageId: string;
  readonly status: OpportunityStatus;
  readonly source: string;
  readonly contactId: string;
  readonly assignedTo?: string;
  readonly lostReasonId?: string;
  readonly followers: readonly string[];
  readonly customFields: readonly OpportunityCustomField[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly lastStatusChangeAt: string;
  readonly lastStageChangeAt: string;
  readonly indexVersion: number;
}

export interface PipelineStage {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly stageWinProbability?: number;
  readonly color?: string;
  readonly showInFunnel: boolean;
  readonly showInPieChart: boolean;
}

export interface Pipeline extends SandboxRecord {
  readonly name: string;
  readonly stages: readonly PipelineStage[];
  readonly useOpportunityProbability?: boolean;
  readonly colorRenderMode?: 'dot' | 'bg-tint' | 'none';
  readonly showInFunnel: boolean;
  readonly showInPieChart: boolean;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface LostReason extends SandboxRecord {
  readonly name: string;
  readonly deleted: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const opportunities = (world: World): Collection<Opportunity> => world.collection<Opportunity>('opportunities');
export const pipelines = (world: World): Collection<Pipeline> => world.collection<Pipeline>('pipelines');
export const lostReasons = (world: World): Collection<LostReason> => world.collection<LostReason>('lost-reasons');
