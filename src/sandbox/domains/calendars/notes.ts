/** Notes on appointments. */
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { users } from '../users/records.ts';
import { asChange, findAppointment } from './lookups.ts';
import { type AppointmentNote, appointmentNotes } from './records.ts';

/** The documents name this as the most notes of one page. */
const maximumPage = 20;

function formatNote(world: World, note: AppointmentNote): Record<string, unknown> {
  const { id, body, userId, dateAdded, contactId } = note;
  const author = userId === undefined ? undefined : users(world).get(userId);
  const createdBy = author && { id: author.id, name: `${author.firstName} ${author.lastName}` };
  return { id, body, userId, dateAdded, contactId, createdBy };
}

function findNote(world: World, request: SandboxRequest): AppointmentNote {
  const appointment = findAppointment(world, request, request.path.appointmentId);
  const note = appointmentNotes(world).get(request.path.noteId ?? '');
  const id = note?.appointmentId === appointment.id ? note.id : undefined;
  return findRecord(appointmentNotes(world), request, { id, name: 'Note' });
}

const listNotes: Handler = (request, world) => {
  const appointment = findAppointment(world, request, request.path.appointmentId);
  const offset: number = Math.max(0, request.query.offset ?? 0);
  const limit: number = Math.min(request.query.limit ?? maximumPage, maximumPage);
  const all = appointmentNotes(world)
    .inLocation(appointment.locationId)
    .filter((note) => note.appointmentId === appointment.id)
    .reverse();
  const page = all.slice(offset, offset + limit);
  return {
    body: { notes: page.map((note) => formatNote(world, note)), hasMore: offset + page.length < all.length },
  };
};

const createNote: Handler = (request, world) => {
  const appointment = findAppointment(world, request, request.path.appointmentId);
  const userId: string | undefined = request.body.userId ?? request.grant.userId;
  const note = appointmentNotes(world).insert({
    id: world.newId(),
    locationId: appointment.locationId,
    appointmentId: appointment.id,
    contactId: appointment.contactId,
    body: request.body.body,
    ...(userId === undefined ? {} : { userId }),
    dateAdded: world.timestamp(),
  });
  return { body: { note: formatNote(world, note) } };
};

const updateNote: Handler = (request, world) => {
  const before = findNote(world, request);
  const change = asChange<AppointmentNote>({
    body: request.body.body ?? before.body,
    userId: request.body.userId ?? before.userId,
  });
  return { body: { note: formatNote(world, appointmentNotes(world).update(before.id, change)) } };
};

const deleteNote: Handler = (request, world) => ({
  body: { success: appointmentNotes(world).delete(findNote(world, request).id) },
});

export const noteHandlers = {
  'GET /calendars/appointments/{appointmentId}/notes': listNotes,
  'POST /calendars/appointments/{appointmentId}/notes': createNote,
  'PUT /calendars/appointments/{appointmentId}/notes/{noteId}': updateNote,
  'DELETE /calendars/appointments/{appointmentId}/notes/{noteId}': deleteNote,
} satisfies Handlers;
