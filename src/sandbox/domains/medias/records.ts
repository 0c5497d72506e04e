/** The media library of a location: files, and the folders they lie in. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface MediaObject extends SandboxRecord {
  readonly type: 'file' | 'folder';
  readonly name: string;
  /** The folder it lies in; absent at the top. */
  readonly parentId?: string;
  /** Of files only. */
  readonly url?: string;
  readonly path?: string;
  readonly contentType?: string;
  readonly size?: number;
  readonly status: 'active' | 'trashed';
  readonly lastUpdatedBy?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const mediaObjects = (world: World): Collection<MediaObject> => world.collection<MediaObject>('media-objects');

/** Where the sandbox pretends to keep files; nothing answers there. */
const storage = 'https://storage.sandbox.example.com';

export type NewFile = Pick<
  MediaObject,
  'locationId' | 'name' | 'parentId' | 'contentType' | 'size' | 'lastUpdatedBy'
> & {
  /** Where a file is that was not sent along; without, it gets an address of its own. */
  readonly url?: string;
  readonly createdAt?: string;
};

export function insertFile(world: World, { url, createdAt = world.timestamp(), ...file }: NewFile): MediaObject {
  const id = world.newObjectId();
  const extension = /\.[A-Za-z0-9]+$/.exec(file.name)?.[0].toLowerCase() ?? '';
  const path = `location/${file.locationId}/media/${id}${extension}`;
  const state = { type: 'file', status: 'active', createdAt, updatedAt: createdAt } as const;
  return mediaObjects(world).insert({ id, ...file, path, url: url ?? `${storage}/${path}`, ...state });
}

export type NewFolder = Pick<MediaObject, 'locationId' | 'name' | 'parentId' | 'lastUpdatedBy'> & {
  readonly createdAt?: string;
};

export function insertFolder(world: World, { createdAt = world.timestamp(), ...folder }: NewFolder): MediaObject {
  const state = { type: 'folder', status: 'active', createdAt, updatedAt: createdAt } as const;
  return mediaObjects(world).insert({ id: world.newObjectId(), ...folder, ...state });
}

/** The object and, when it is a folder, all that lies in it at any depth. */
export function collectTree(world: World, root: MediaObject): MediaObject[] {
  const children = mediaObjects(world)
    .inLocation(root.locationId)
    .filter(({ parentId }) => parentId === root.id);
  return [root, ...children.flatMap((child) => collectTree(world, child))];
}
