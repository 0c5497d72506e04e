/** Shipping zones: the countries and states that a store ships to. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, newestFirst, pickFields, takePage } from '../payments/lists.ts';
import { formatOwned, ratesOfZone, type ShippingZone, shippingRates, shippingZones } from './records.ts';

/** The zone that the path names. Throws 400 for one that the location does not have. */
export function findZone(world: World, request: SandboxRequest): ShippingZone {
  return findRecord(shippingZones(world), request.path.shippingZoneId ?? '', request, 'Shipping zone not found');
}

function formatZone(zone: ShippingZone, world: World, withRates: boolean): Record<string, unknown> {
  const rates = withRates ? { shippingRates: ratesOfZone(world, zone).map(formatOwned) } : {};
  return { ...formatOwned(zone), ...rates };
}

/** The fields that the body names. Throws 422 for a zone without a name or a country. */
function parseZone(request: SandboxRequest): Partial<ShippingZone> {
  const { name, countries } = request.body;
  if (name?.trim() === '') throw unprocessable(['name should not be empty']);
  if (countries?.length === 0) throw unprocessable(['countries should not be empty']);
  return pickFields(request.body, ['name', 'countries']);
}

export const zoneHandlers: Handlers = {
  'GET /store/shipping-zone': (request, world) => {
    const { withShippingRate = false } = request.query;
    const found = newestFirst(shippingZones(world).indexed(request.locationId));
    const page = takePage(found, request.query, 0);
    return { body: { total: found.length, data: page.map((zone) => formatZone(zone, world, withShippingRate)) } };
  },

  'POST /store/shipping-zone': (request, world) => {
    const zone = shippingZones(world).insert({
      id: world.newObjectId(),
      locationId: request.locationId,
      ...(parseZone(request) as Pick<ShippingZone, 'name' | 'countries'>),
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    });
    return { body: { status: true, message: 'Successfully created', data: formatZone(zone, world, false) } };
  },

  'GET /store/shipping-zone/{shippingZoneId}': (request, world) => {
    const { withShippingRate = false } = request.query;
    return { body: { status: true, data: formatZone(findZone(world, request), world, withShippingRate) } };
  },

  'PUT /store/shipping-zone/{shippingZoneId}': (request, world) => {
    const { id } = findZone(world, request);
    const zone = shippingZones(world).update(id, { ...parseZone(request), updatedAt: world.timestamp() });
    return { body: { status: true, message: 'Successfully updated', data: formatZone(zone, world, false) } };
  },

  'DELETE /store/shipping-zone/{shippingZoneId}': (request, world) => {
    const zone = findZone(world, request);
    for (const rate of ratesOfZone(world, zone)) shippingRates(world).delete(rate.id);
    shippingZones(world).delete(zone.id);
    return { body: { status: true, message: 'Successfully deleted' } };
  },
};
