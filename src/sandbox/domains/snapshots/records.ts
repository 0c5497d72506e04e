/** Snapshots: what an agency copies into sub-accounts, who may have one, and where one is on its way. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Snapshot extends SandboxRecord {
  /** Snapshots belong to the company. */
  readonly locationId: '';
  readonly name: string;
  readonly type: 'own' | 'imported';
  /** Kinds of things it holds, in the order in which they are copied. */
  readonly assets: readonly string[];
}

export interface SnapshotShare extends SandboxRecord {
  readonly locationId: '';
  readonly snapshotId: string;
  readonly shareType: 'link' | 'permanent_link' | 'agency_link' | 'location_link';
  readonly relationshipNumbers: readonly string[];
  readonly shareLocationIds: readonly string[];
  readonly createdAt: string;
}

/** One copy into one sub-account. How far it is follows from the clock. */
export interface SnapshotPush extends SandboxRecord {
  readonly snapshotId: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export const snapshots = (world: World): Collection<Snapshot> => world.collection<Snapshot>('snapshots');
export const snapshotShares = (world: World): Collection<SnapshotShare> =>
  world.collection<SnapshotShare>('snapshot-shares');
export const snapshotPushes = (world: World): Collection<SnapshotPush> =>
  world.collection<SnapshotPush>('snapshot-pushes');
