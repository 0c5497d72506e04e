/** What ties contacts to records of other domains: appointments, and the business they work for. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { businesses } from '../businesses/records.ts';
import { type Appointment, appointments } from '../calendars/records.ts';
import { assertReachable } from '../locations/access.ts';
import { answer, resolveContact } from './access.ts';
import { contacts } from './records.ts';

/** Here times are local and without an offset (spec: `2021-07-16 11:00:00`), unlike everywhere else. */
const formatTime = (iso: string): string => iso.slice(0, 19).replace('T', ' ');

function formatEvent(appointment: Appointment): object {
  return {
    id: appointment.id,
    calendarId: appointment.calendarId,
    status: 'booked',
    title: appointment.title,
    assignedUserId: appointment.assignedUserId,
    notes: appointment.notes,
    startTime: formatTime(appointment.startTime),
    endTime: formatTime(appointment.endTime),
    address: appointment.address,
    locationId: appointment.locationId,
    contactId: appointment.contactId,
    groupId: appointment.groupId,
    appointmentStatus: appointment.appointmentStatus,
    users: appointment.users,
    dateAdded: formatTime(appointment.dateAdded),
    dateUpdated: formatTime(appointment.dateUpdated),
    assignedResources: appointment.assignedResources,
  };
}

export const linkHandlers: Handlers = {
  'GET /contacts/{contactId}/appointments': (request, world) => {
    const { id, locationId } = resolveContact(request, world);
    const found = appointments(world)
      .inLocation(locationId)
      .filter((appointment) => appointment.contactId === id);
    return answer(request, { events: found.map(formatEvent) });
  },

  'POST /contacts/bulk/business': (request, world) => {
    const { businessId } = request.body;
    const ids: readonly string[] = request.body.ids;
    assertReachable(request, request.locationId);
    if (businessId !== null && businesses(world).get(businessId)?.locationId !== request.locationId) {
      throw badRequest(`Business with id ${businessId} not found`);
    }
    for (const id of ids) {
      if (contacts(world).get(id)?.locationId !== request.locationId) {
        throw badRequest(`Contact with id ${id} not found`);
      }
    }
    for (const id of ids) {
      const change = { businessId: businessId ?? undefined, dateUpdated: world.timestamp() };
      contacts(world).update(id, change);
    }
    return answer(request, { success: true, ids });
  },
};
