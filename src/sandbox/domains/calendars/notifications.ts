/** Who is told what, and when, about the bookings of a calendar. The body of a create and all lists are bare arrays. */
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { findCalendar, pickGiven } from './lookups.ts';
import { type CalendarNotification, calendarNotifications } from './records.ts';

/** The id is called `_id` here, as nowhere else in calendars. */
function formatNotification({ id, settings, isActive, deleted }: CalendarNotification): Record<string, unknown> {
  return { _id: id, ...settings, isActive, deleted };
}

function findNotification(world: World, request: SandboxRequest): CalendarNotification {
  const calendar = findCalendar(world, request, request.path.calendarId);
  const found = calendarNotifications(world).get(request.path.notificationId ?? '');
  const id = found?.calendarId === calendar.id ? found.id : undefined;
  return findRecord(calendarNotifications(world), request, { id, name: 'Notification' });
}

const listNotifications: Handler = (request, world) => {
  const calendar = findCalendar(world, request, request.path.calendarId);
  const { isActive, deleted = false, skip = 0, limit = 100 } = request.query;
  const found = calendarNotifications(world)
    .inLocation(calendar.locationId)
    .filter((notification) => notification.calendarId === calendar.id)
    .filter((notification) => isActive === undefined || notification.isActive === isActive)
    .filter((notification) => notification.deleted === deleted);
  return { body: found.slice(skip, skip + limit).map(formatNotification) };
};

const createNotifications: Handler = (request, world) => {
  const calendar = findCalendar(world, request, request.path.calendarId);
  const created = (request.body as readonly Record<string, unknown>[]).map((given) => {
    const { isActive, ...settings } = pickGiven(given);
    return calendarNotifications(world).insert({
      id: world.newObjectId(),
      locationId: calendar.locationId,
      calendarId: calendar.id,
      isActive: isActive !== false,
      deleted: false,
      settings,
    });
  });
  return { body: created.map(formatNotification) };
};

const getNotification: Handler = (request, world) => ({ body: formatNotification(findNotification(world, request)) });

const updateNotification: Handler = (request, world) => {
  const before = findNotification(world, request);
  const { isActive = before.isActive, deleted = before.deleted, ...settings } = pickGiven(request.body);
  calendarNotifications(world).update(before.id, {
    isActive: isActive === true,
    deleted: deleted === true,
    settings: { ...before.settings, ...settings },
  });
  return { body: { message: 'Notification updated successfully' } };
};

/** Marks it: lists show it again with `deleted=true`. */
const deleteNotification: Handler = (request, world) => {
  calendarNotifications(world).update(findNotification(world, request).id, { deleted: true });
  return { body: { message: 'Notification deleted successfully' } };
};

export const notificationHandlers = {
  'GET /calendars/{calendarId}/notifications': listNotifications,
  'POST /calendars/{calendarId}/notifications': createNotifications,
  'GET /calendars/{calendarId}/notifications/{notificationId}': getNotification,
  'PUT /calendars/{calendarId}/notifications/{notificationId}': updateNotification,
  'DELETE /calendars/{calendarId}/notifications/{notificationId}': deleteNotification,
} satisfies Handlers;
