/** The services menu (v3): what can be booked, and where. */
import { badRequest } from '../../errors.ts';
import type { Handler, Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { pickGiven } from './lookups.ts';
import { type Service, type ServiceLocation, serviceLocations, services } from './service-records.ts';

const findService = (world: World, request: SandboxRequest): Service =>
  findRecord(services(world), request, { id: request.path.serviceId, name: 'Service' });

const findPlace = (world: World, request: SandboxRequest): ServiceLocation =>
  findRecord(serviceLocations(world), request, { id: request.path.serviceLocationId, name: 'Service location' });

function assertSlugFree(existing: readonly { readonly id: string; readonly slug: string }[], slug: string, id = '') {
  if (existing.some((other) => other.slug === slug && other.id !== id)) throw badRequest('Slug is already taken');
}

type Variation = Service['variations'][number];

const withIds = (world: World, variations: readonly Partial<Variation>[]): Variation[] =>
  variations.map((variation) => ({ name: '', ...variation, id: variation.id ?? world.newObjectId() }));

const listServices: Handler = (request, world) => {
  const { serviceCategoryId, isPrivate } = request.query;
  const found = services(world)
    .inLocation(request.locationId)
    .filter((service) => serviceCategoryId === undefined || service.serviceCategoryId === serviceCategoryId)
    .filter((service) => isPrivate === undefined || service.isPrivate === isPrivate);
  return { body: { services: found } };
};

const createService: Handler = (request, world) => {
  const { body, locationId } = request;
  assertSlugFree(services(world).inLocation(locationId), body.slug);
  const service = services(world).insert({
    isPrivate: false,
    ...pickGiven(body),
    id: world.newObjectId(),
    locationId,
    name: body.name,
    slug: body.slug,
    staff: body.staff,
    variations: withIds(world, body.variations ?? []),
  });
  return { body: { service } };
};

const getService: Handler = (request, world) => ({ body: { service: findService(world, request) } });

const updateService: Handler = (request, world) => {
  const before = findService(world, request);
  const { variations, ...change } = request.body;
  if (change.slug !== undefined) assertSlugFree(services(world).inLocation(before.locationId), change.slug, before.id);
  const renewed = variations === undefined ? {} : { variations: withIds(world, variations) };
  return { body: { service: services(world).update(before.id, { ...pickGiven(change), ...renewed }) } };
};

const deleteService: Handler = (request, world) => ({
  body: { success: services(world).delete(findService(world, request).id), message: 'Service deleted successfully' },
});

const listPlaces: Handler = (request, world) => ({
  body: { serviceLocations: serviceLocations(world).inLocation(request.locationId) },
});

const createPlace: Handler = (request, world) => {
  const { body, locationId } = request;
  assertSlugFree(serviceLocations(world).inLocation(locationId), body.slug);
  const place = serviceLocations(world).insert({
    locationType: 'offline',
    ...pickGiven(body),
    id: world.newObjectId(),
    locationId,
    name: body.name,
    slug: body.slug,
    isActive: true,
    isPrivate: false,
  });
  return { body: place };
};

const getPlace: Handler = (request, world) => ({ body: findPlace(world, request) });

const updatePlace: Handler = (request, world) => {
  const before = findPlace(world, request);
  const change = pickGiven(request.body);
  const { slug } = request.body;
  if (slug !== undefined) assertSlugFree(serviceLocations(world).inLocation(before.locationId), slug, before.id);
  return { body: serviceLocations(world).update(before.id, change) };
};

const deletePlace: Handler = (request, world) => ({
  body: {
    success: serviceLocations(world).delete(findPlace(world, request).id),
    message: 'Service location deleted successfully',
  },
});

export const serviceHandlers = {
  'GET /calendars/services/catalog': listServices,
  'POST /calendars/services/catalog': createService,
  'GET /calendars/services/catalog/{serviceId}': getService,
  'PUT /calendars/services/catalog/{serviceId}': updateService,
  'DELETE /calendars/services/catalog/{serviceId}': deleteService,
  'GET /calendars/services/locations': listPlaces,
  'POST /calendars/services/locations': createPlace,
  'GET /calendars/services/locations/{serviceLocationId}': getPlace,
  'PUT /calendars/services/locations/{serviceLocationId}': updatePlace,
  'DELETE /calendars/services/locations/{serviceLocationId}': deletePlace,
} satisfies Handlers;
