/** The media library: list, upload, folders, rename, trash and delete, singly and in bulk. */
import { badRequest, notFound, Refusal, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly, resolveInLocation } from '../locations/access.ts';
import { hasWords, takePage } from '../payments/lists.ts';
import { collectTree, insertFile, insertFolder, type MediaObject, mediaObjects } from './records.ts';

const limitBytes = 25 * 1024 * 1024;

function formatMedia({ id, locationId, status, ...media }: MediaObject): Record<string, unknown> {
  return { _id: id, altId: locationId, altType: 'location', ...media, deleted: false, status };
}

/** Throws 404: the documents know no refusal here. */
function resolveMedia(world: World, { locationId }: SandboxRequest, id: string): MediaObject {
  return resolveInLocation(mediaObjects(world), id, locationId, () => notFound(`File with id ${id} not found`));
}

/** Throws 400 when something is to lie in a folder that is not there. */
function assertFolder(world: World, { locationId }: SandboxRequest, parentId: string | undefined): void {
  if (parentId === undefined || parentId === '') return;
  const refuse = () => badRequest(`Folder with id ${parentId} not found`);
  if (resolveInLocation(mediaObjects(world), parentId, locationId, refuse).type !== 'folder') throw refuse();
}

const sortFields: Readonly<Record<string, (media: MediaObject) => string | number>> = {
  createdAt: ({ createdAt }) => createdAt,
  updatedAt: ({ updatedAt }) => updatedAt,
  name: ({ name }) => name.toLowerCase(),
  size: ({ size }) => size ?? 0,
};

/** Throws 422 for an order that there is not. */
function sortMedia(found: readonly MediaObject[], sortBy: string, sortOrder: string): MediaObject[] {
  const pick = sortFields[sortBy];
  if (pick === undefined) {
    throw unprocessable([`sortBy must be one of the following values: ${Object.keys(sortFields).join(', ')}`]);
  }
  const sign = sortOrder === 'desc' ? -1 : 1;
  return found.toSorted((a, b) => (pick(a) < pick(b) ? -sign : pick(a) > pick(b) ? sign : 0));
}

/** One level unless everything is wanted; a search looks below its level too. */
function isListed(media: MediaObject, { type, query, parentId = '', fetchAll }: SandboxRequest['query']): boolean {
  const isHere = (media.parentId ?? '') === parentId;
  const isWanted = fetchAll === true || isHere || (query !== undefined && parentId === '');
  return media.status === 'active' && media.type === type && isWanted && hasWords(query, [media.name]);
}

function removeTree(world: World, root: MediaObject): void {
  for (const { id } of collectTree(world, root)) mediaObjects(world).delete(id);
}

function trashTree(world: World, root: MediaObject): void {
  for (const { id } of collectTree(world, root)) mediaObjects(world).update(id, { status: 'trashed' });
}

const getLastPart = (url: string): string => url.split(/[?#]/, 1)[0]?.split('/').at(-1) || 'file';

/** Throws 400 for a file that is missing, and 413 for one that is too large. */
function storeUpload(request: SandboxRequest, world: World): MediaObject {
  const { hosted, fileUrl, name, parentId } = request.body;
  const [file] = request.files;
  const { locationId } = request;
  assertFolder(world, request, parentId);
  const place = definedOnly({ parentId: parentId || undefined, lastUpdatedBy: request.grant.userId });
  if (hosted === true) {
    if (!URL.canParse(fileUrl ?? '')) throw badRequest('fileUrl is required when hosted is true');
    return insertFile(world, { locationId, name: name ?? getLastPart(fileUrl), url: fileUrl, ...place });
  }
  if (file === undefined) throw badRequest('file is required when hosted is not true');
  if (file.content.length > limitBytes) throw new Refusal(413, 'File size exceeds 25 MB');
  const { contentType, content } = file;
  return insertFile(world, { locationId, name: name ?? file.filename, contentType, size: content.length, ...place });
}

export const mediaHandlers: Handlers = {
  'GET /medias/files': (request, world) => {
    const { sortBy, sortOrder } = request.query;
    const found = mediaObjects(world)
      .indexed(request.locationId)
      .filter((media) => isListed(media, request.query));
    const sorted = sortMedia(found, sortBy, sortOrder);
    return { body: { files: takePage(sorted, request.query, 20).map(formatMedia) } };
  },

  'POST /medias/upload-file': (request, world) => {
    const { id, url } = storeUpload(request, world);
    return { body: { fileId: id, url } };
  },

  'POST /medias/folder': (request, world) => {
    const { name, parentId } = request.body;
    assertFolder(world, request, parentId);
    const place = definedOnly({ parentId: parentId || undefined, lastUpdatedBy: request.grant.userId });
    const folder = insertFolder(world, { locationId: request.locationId, name, ...place });
    const flags = { pendingUpload: false, isPrivate: false, relocatedFolder: false, appFolder: false };
    return { body: { ...formatMedia(folder), ...flags, migrationCompleted: true, isEssential: false } };
  },

  'POST /medias/{id}': (request, world) => {
    const { id } = resolveMedia(world, request, request.path.id ?? '');
    mediaObjects(world).update(id, { name: request.body.name, updatedAt: world.timestamp() });
    return { body: { updated: true } };
  },

  'DELETE /medias/{id}': (request, world) => {
    const media = resolveMedia(world, request, request.path.id ?? '');
    removeTree(world, media);
    return { body: { deleted: true, id: media.id } };
  },

  'PUT /medias/update-files': (request, world) => {
    const wanted: readonly { readonly id: string; readonly name?: string }[] = request.body.filesToBeUpdated;
    for (const { id } of wanted) resolveMedia(world, request, id);
    const updatedAt = world.timestamp();
    const changed = wanted.map(({ id, name }) =>
      mediaObjects(world).update(id, { ...definedOnly({ name }), updatedAt }),
    );
    return { body: changed.map(({ id }) => ({ updated: true, id })) };
  },

  'PUT /medias/delete-files': (request, world) => {
    const { filesToBeDeleted, status } = request.body;
    const found = filesToBeDeleted.map(({ _id }: { _id: string }) => resolveMedia(world, request, _id));
    for (const media of found) {
      if (status === 'trashed') trashTree(world, media);
      else removeTree(world, media);
    }
    return { body: found.map(({ id }: MediaObject) => ({ deleted: true, id })) };
  },
};
