/** Campaigns, HighLevel's older kind of automation. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Campaign extends SandboxRecord {
  readonly name: string;
  readonly status: 'draft' | 'published';
}

export const campaigns = (world: World): Collection<Campaign> => world.collection<Campaign>('campaigns');
