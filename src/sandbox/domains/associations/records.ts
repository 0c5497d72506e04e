/** Associations say which objects can be linked and how; relations are the links between records. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface Association extends SandboxRecord {
  /** Unique within the location. */
  readonly key: string;
  readonly firstObjectLabel: string;
  readonly firstObjectKey: string;
  readonly secondObjectLabel: string;
  readonly secondObjectKey: string;
  readonly associationType: 'USER_DEFINED' | 'SYSTEM_DEFINED';
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface Relation extends SandboxRecord {
  readonly associationId: string;
  readonly firstRecordId: string;
  readonly secondRecordId: string;
  readonly dateAdded: string;
}

export const associations = (world: World): Collection<Association> => world.collection<Association>('associations');
export const relations = (world: World): Collection<Relation> => world.collection<Relation>('relations');

export const relationsOf = (world: World, locationId: string, recordId: string): Relation[] =>
  relations(world)
    .inLocation(locationId)
    .filter(({ firstRecordId, secondRecordId }) => firstRecordId === recordId || secondRecordId === recordId);

/** For those who delete a record: its links go with it. */
export function deleteRelationsOf(world: World, locationId: string, recordId: string): void {
  for (const { id } of relationsOf(world, locationId, recordId)) relations(world).delete(id);
}
