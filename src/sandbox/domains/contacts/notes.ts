/** Notes on a contact. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { definedOnly } from '../locations/access.ts';
import { answer, resolveContact } from './access.ts';
import { validateUser } from './input.ts';
import { type Note, notes } from './records.ts';

function formatNote({ locationId: _locationId, ...note }: Note): object {
  return note;
}

function resolveNote(request: SandboxRequest, world: World): Note {
  const contact = resolveContact(request, world);
  const { id = '' } = request.path;
  const note = notes(world).get(id);
  if (note?.contactId !== contact.id) throw badRequest(`Note with id ${id} not found`);
  return note;
}

/** The fields of a note that the body names. Throws 422 for an empty body, 400 for an unknown user. */
function parseNote(request: SandboxRequest, world: World): Partial<Note> {
  const { body, userId, title, color, pinned } = request.body;
  if (body !== undefined && String(body).trim() === '') throw unprocessable(['body should not be empty']);
  if (userId) validateUser(world, userId);
  return definedOnly({ body, userId: userId || undefined, title, color, pinned });
}

export const noteHandlers: Handlers = {
  'GET /contacts/{contactId}/notes': (request, world) => {
    const { id, locationId } = resolveContact(request, world);
    const found = notes(world)
      .inLocation(locationId)
      .filter((note) => note.contactId === id)
      .sort((a, b) => b.dateAdded.localeCompare(a.dateAdded));
    return answer(request, { notes: found.map(formatNote) });
  },

  'POST /contacts/{contactId}/notes': (request, world) => {
    const contact = resolveContact(request, world);
    const { userId } = request.grant;
    const note = notes(world).insert({
      id: world.newId(),
      locationId: contact.locationId,
      contactId: contact.id,
      body: '',
      pinned: false,
      dateAdded: world.timestamp(),
      ...(userId !== undefined && { userId }),
      ...parseNote(request, world),
    });
    return answer(request, { note: formatNote(note) });
  },

  'GET /contacts/{contactId}/notes/{id}': (request, world) =>
    answer(request, { note: formatNote(resolveNote(request, world)) }),

  'PUT /contacts/{contactId}/notes/{id}': (request, world) => {
    const { id } = resolveNote(request, world);
    return answer(request, { note: formatNote(notes(world).update(id, parseNote(request, world))) });
  },

  'DELETE /contacts/{contactId}/notes/{id}': (request, world) => {
    notes(world).delete(resolveNote(request, world).id);
    return answer(request, { succeded: true });
  },
};
