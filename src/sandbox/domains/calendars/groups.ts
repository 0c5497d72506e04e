/** Groups of calendars, each with a slug of its own within the location. */
import { badRequest } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { asChange } from './lookups.ts';
import { type Calendar, type CalendarGroup, calendarGroups, calendars } from './records.ts';

const findGroup = (world: World, request: SandboxRequest): CalendarGroup =>
  findRecord(calendarGroups(world), request, { id: request.path.groupId, name: 'Calendar group' });

function isSlugFree(world: World, locationId: string, slug: string, exceptId?: string): boolean {
  return !calendarGroups(world)
    .inLocation(locationId)
    .some((group) => group.slug === slug && group.id !== exceptId);
}

const listGroups: Handler = (request, world) => ({
  body: { groups: calendarGroups(world).inLocation(request.locationId) },
});

const createGroup: Handler = (request, world) => {
  const { name, description = '', slug, isActive = true } = request.body;
  if (!isSlugFree(world, request.locationId, slug)) throw badRequest('Slug is already taken');
  const group = { id: world.newId(), locationId: request.locationId, name, description, slug, isActive };
  return { body: { group: calendarGroups(world).insert(group) } };
};

const validateSlug: Handler = (request, world) => ({
  body: { available: isSlugFree(world, request.locationId, request.body.slug) },
});

const updateGroup: Handler = (request, world) => {
  const before = findGroup(world, request);
  const { name, description, slug } = request.body;
  if (!isSlugFree(world, before.locationId, slug, before.id)) throw badRequest('Slug is already taken');
  return { body: { group: calendarGroups(world).update(before.id, { name, description, slug }) } };
};

/** Its calendars stay, without a group. */
const deleteGroup: Handler = (request, world) => {
  const group = findGroup(world, request);
  for (const calendar of calendars(world).inLocation(group.locationId)) {
    if (calendar.groupId === group.id) {
      calendars(world).update(calendar.id, asChange<Calendar>({ groupId: undefined }));
    }
  }
  return { body: { success: calendarGroups(world).delete(group.id) } };
};

const setGroupStatus: Handler = (request, world) => {
  calendarGroups(world).update(findGroup(world, request).id, { isActive: request.body.isActive });
  return { body: { success: true } };
};

export const groupHandlers = {
  'GET /calendars/groups': listGroups,
  'POST /calendars/groups': createGroup,
  'POST /calendars/groups/validate-slug': validateSlug,
  'PUT /calendars/groups/{groupId}': updateGroup,
  'DELETE /calendars/groups/{groupId}': deleteGroup,
  'PUT /calendars/groups/{groupId}/status': setGroupStatus,
} satisfies Handlers;
