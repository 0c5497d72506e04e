/** Workflows: what they do happens inside HighLevel, the API only lists them and puts contacts in. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Workflow extends SandboxRecord {
  readonly name: string;
  readonly status: 'draft' | 'published';
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const workflows = (world: World): Collection<Workflow> => world.collection<Workflow>('workflows');
