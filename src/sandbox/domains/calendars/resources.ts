/** Rooms and equipment that calendars use. Lists are bare arrays. */
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { findCalendar, pickGiven } from './lookups.ts';
import { type CalendarResource, calendarResources } from './records.ts';

function findResource(world: World, request: SandboxRequest): CalendarResource {
  const resource = calendarResources(world).get(request.path.id ?? '');
  const id = resource?.resourceType === request.path.resourceType ? resource?.id : undefined;
  return findRecord(calendarResources(world), request, { id: id ?? '', name: 'Calendar resource' });
}

function assertCalendars(world: World, request: SandboxRequest): void {
  for (const id of request.body.calendarIds ?? []) findCalendar(world, request, id);
}

const listResources: Handler = (request, world) => {
  const { skip = 0, limit = 20 } = request.query;
  const found = calendarResources(world)
    .inLocation(request.locationId)
    .filter(({ resourceType }) => resourceType === request.path.resourceType);
  return { body: found.slice(skip, skip + limit) };
};

const createResource: Handler = (request, world) => {
  assertCalendars(world, request);
  const resource = {
    calendarIds: [],
    ...pickGiven(request.body),
    id: world.newObjectId(),
    locationId: request.locationId,
    name: request.body.name as string,
    resourceType: request.path.resourceType as CalendarResource['resourceType'],
    isActive: true,
  };
  return { body: calendarResources(world).insert(resource) };
};

const getResource: Handler = (request, world) => ({ body: findResource(world, request) });

const updateResource: Handler = (request, world) => {
  const before = findResource(world, request);
  assertCalendars(world, request);
  const { locationId: _fixed, ...change } = pickGiven(request.body);
  return { body: calendarResources(world).update(before.id, change) };
};

const deleteResource: Handler = (request, world) => ({
  body: { success: calendarResources(world).delete(findResource(world, request).id) },
});

export const resourceHandlers = {
  'GET /calendars/resources/{resourceType}': listResources,
  'POST /calendars/resources/{resourceType}': createResource,
  'GET /calendars/resources/{resourceType}/{id}': getResource,
  'PUT /calendars/resources/{resourceType}/{id}': updateResource,
  'DELETE /calendars/resources/{resourceType}/{id}': deleteResource,
} satisfies Handlers;
