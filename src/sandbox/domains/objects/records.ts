/** Custom objects: their schemas, and the records people keep in them. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface ObjectSchema extends SandboxRecord {
  /** `custom_objects.<name>`, or the bare name of a standard object. */
  readonly key: string;
  readonly standard: boolean;
  readonly type: 'USER_DEFINED' | 'SYSTEM_DEFINED';
  readonly labels: { readonly singular: string; readonly plural: string };
  readonly description?: string;
  /** Key of the field that names a record. */
  readonly primaryDisplayProperty: string;
  /** Keys of the fields that full-text search looks at. */
  readonly searchableProperties: readonly string[];
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface ObjectRecord extends SandboxRecord {
  readonly objectId: string;
  readonly objectKey: string;
  /** At most one user. */
  readonly owner: readonly string[];
  /** At most ten users. */
  readonly followers: readonly string[];
  /** By field key without the object's prefix. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What a location changed about a standard object. The id is `<locationId>.<key>`. */
export interface StandardSettings extends SandboxRecord {
  readonly searchableProperties: readonly string[];
  readonly dateUpdated: string;
}

/** Custom objects only; standard ones exist in every location, see `standard.ts`. */
export const objectSchemas = (world: World): Collection<ObjectSchema> =>
  world.collection<ObjectSchema>('object-schemas');
export const objectRecords = (world: World): Collection<ObjectRecord> =>
  world.collection<ObjectRecord>('object-records');
export const standardSettings = (world: World): Collection<StandardSettings> =>
  world.collection<StandardSettings>('standard-object-settings');
