/** Tags of a location. Renaming or deleting one follows through to the contacts that carry it. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { resolveInLocation } from './access.ts';
import { type Tag, tags } from './records.ts';

const resolveTag = (request: SandboxRequest, world: World): Tag =>
  resolveInLocation(tags(world), request.path.tagId ?? '', request.locationId, () => badRequest('Tag not found'));

function parseName(request: SandboxRequest, world: World, exceptId?: string): string {
  const name = String(request.body.name).trim().toLowerCase();
  if (name === '') throw badRequest('name should not be empty');
  const taken = tags(world)
    .inLocation(request.locationId)
    .some((tag) => tag.name === name && tag.id !== exceptId);
  if (taken) throw badRequest('The tag name is already exist.');
  return name;
}

/** Replaces a tag on every contact of the location; without a replacement it is taken off. */
function retag(world: World, tag: Tag, replacement?: string): void {
  for (const contact of contacts(world).inLocation(tag.locationId)) {
    if (!contact.tags.includes(tag.name)) continue;
    const renamed = contact.tags.flatMap((name) => (name === tag.name ? (replacement ?? []) : name));
    contacts(world).update(contact.id, { tags: [...new Set(renamed)] });
  }
}

export const tagHandlers: Handlers = {
  'GET /locations/{locationId}/tags': (request, world) => ({
    body: { tags: tags(world).inLocation(request.locationId) },
  }),

  'POST /locations/{locationId}/tags': (request, world) => {
    const name = parseName(request, world);
    const tag = tags(world).insert({ id: world.newId(), locationId: request.locationId, name });
    return { body: { tag } };
  },

  'GET /locations/{locationId}/tags/{tagId}': (request, world) => ({ body: { tag: resolveTag(request, world) } }),

  'PUT /locations/{locationId}/tags/{tagId}': (request, world) => {
    const tag = resolveTag(request, world);
    const name = parseName(request, world, tag.id);
    retag(world, tag, name);
    return { body: { tag: tags(world).update(tag.id, { name }) } };
  },

  'DELETE /locations/{locationId}/tags/{tagId}': (request, world) => {
    const tag = resolveTag(request, world);
    retag(world, tag);
    tags(world).delete(tag.id);
    return { body: { succeded: true } };
  },
};
