/** Fields of custom objects and of companies (`business`), and the folders they are shown in. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface FieldOption {
  readonly key: string;
  readonly label: string;
  readonly url?: string;
}

export interface ObjectField extends SandboxRecord {
  readonly objectKey: string;
  /** `<objectKey>.<key>`; records use the part after the object's key. */
  readonly fieldKey: string;
  readonly name: string;
  readonly dataType: string;
  /** The folder. */
  readonly parentId: string;
  readonly showInForms: boolean;
  readonly description?: string;
  readonly placeholder?: string;
  readonly options?: readonly FieldOption[];
  readonly acceptedFormats?: string;
  readonly allowCustomOption?: boolean;
  readonly maxFileLimit?: number;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface FieldFolder extends SandboxRecord {
  readonly objectKey: string;
  readonly name: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export const objectFields = (world: World): Collection<ObjectField> => world.collection<ObjectField>('object-fields');
export const fieldFolders = (world: World): Collection<FieldFolder> => world.collection<FieldFolder>('field-folders');

export const fieldsOfObject = (world: World, locationId: string, objectKey: string): ObjectField[] =>
  objectFields(world)
    .inLocation(locationId)
    .filter((field) => field.objectKey === objectKey);

/** The name that records use: `custom_objects.pet.name` is `name`. */
export const getPropertyKey = (field: ObjectField): string => field.fieldKey.slice(field.objectKey.length + 1);
