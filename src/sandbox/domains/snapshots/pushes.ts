/** Snapshots on their way into sub-accounts. */
import { badRequest } from '../../errors.ts';
import type { World } from '../../world.ts';
import { type Snapshot, type SnapshotPush, snapshotPushes, snapshots } from './records.ts';

/** How long each kind of asset takes to copy. */
const assetMs = 4000;

/** Throws 400 for a snapshot that the agency does not have. */
export function resolveSnapshot(world: World, id: string): Snapshot {
  const snapshot = snapshots(world).get(id);
  if (snapshot === undefined) throw badRequest('Snapshot not found');
  return snapshot;
}

/** Starts to copy a snapshot into a location. Throws 400 for an unknown snapshot. */
export function startPush(world: World, snapshotId: string, locationId: string): SnapshotPush {
  const { id } = resolveSnapshot(world, snapshotId);
  return snapshotPushes(world).insert({ id: world.newId(), locationId, snapshotId: id, startedAt: world.now() });
}

export interface Progress {
  readonly status: 'processing' | 'completed';
  readonly completed: readonly string[];
  readonly pending: readonly string[];
}

/** What has been copied by now. */
export function getProgress(world: World, push: SnapshotPush): Progress {
  const assets = snapshots(world).get(push.snapshotId)?.assets ?? [];
  const done = Math.floor((world.now() - push.startedAt) / assetMs);
  const pending = assets.slice(done);
  return {
    status: pending.length === 0 ? 'completed' : 'processing',
    completed: assets.slice(0, done),
    pending,
  };
}
