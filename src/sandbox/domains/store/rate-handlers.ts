/** Shipping rates: what it costs to ship into a zone. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, newestFirst, pickFields, takePage } from '../payments/lists.ts';
import { getMinorDigits } from '../payments/money.ts';
import { formatOwned, type ShippingRate, shippingCarriers, shippingRates } from './records.ts';
import { findZone } from './zone-handlers.ts';

const unknownRate = 'Shipping rate not found';

const rateFields = [
  'name',
  'description',
  'amount',
  'conditionType',
  'minCondition',
  'maxCondition',
  'isCarrierRate',
  'shippingCarrierId',
  'percentageOfRateFee',
  'shippingCarrierServices',
];

/** The rate that the path names; it must be of the zone that the path names. Throws 400. */
function findRate(world: World, request: SandboxRequest): ShippingRate {
  const zone = findZone(world, request);
  const rate = findRecord(shippingRates(world), request.path.shippingRateId ?? '', request, unknownRate);
  if (rate.shippingZoneId !== zone.id) throw badRequest(unknownRate);
  return rate;
}

/** The fields that the body names. Throws 422 for a value below zero or what is not a currency. */
function parseRate(request: SandboxRequest): Partial<ShippingRate> {
  const { body } = request;
  const negative = ['amount', 'minCondition', 'maxCondition', 'percentageOfRateFee'].filter((name) => body[name] < 0);
  if (negative.length > 0) throw unprocessable(negative.map((name) => `${name} must not be less than 0`));
  if (body.currency === undefined) return pickFields(body, rateFields);
  getMinorDigits(body.currency);
  return { ...pickFields(body, rateFields), currency: body.currency.toUpperCase() };
}

/** The documents want a carrier for every rate; only a carrier rate uses it. Throws 400 for one that is not there. */
function assertCarrier(
  world: World,
  request: SandboxRequest,
  { isCarrierRate, shippingCarrierId }: ShippingRate,
): void {
  if (isCarrierRate) findRecord(shippingCarriers(world), shippingCarrierId, request, 'Shipping carrier not found');
}

export const rateHandlers: Handlers = {
  'GET /store/shipping-zone/{shippingZoneId}/shipping-rate': (request, world) => {
    const zone = findZone(world, request);
    const rates = shippingRates(world).indexed(zone.locationId);
    const found = newestFirst(rates.filter((rate) => rate.shippingZoneId === zone.id));
    return { body: { total: found.length, data: takePage(found, request.query, 0).map(formatOwned) } };
  },

  'POST /store/shipping-zone/{shippingZoneId}/shipping-rate': (request, world) => {
    const zone = findZone(world, request);
    const draft = {
      locationId: zone.locationId,
      shippingZoneId: zone.id,
      isCarrierRate: false,
      ...parseRate(request),
      createdAt: world.timestamp(),
      updatedAt: world.timestamp(),
    } as Omit<ShippingRate, 'id'>;
    const rate = { ...draft, id: world.newObjectId() };
    assertCarrier(world, request, rate);
    const data = formatOwned(shippingRates(world).insert(rate));
    return { body: { status: true, message: 'Successfully created', data } };
  },

  'GET /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': (request, world) => ({
    body: { status: true, data: formatOwned(findRate(world, request)) },
  }),

  'PUT /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': (request, world) => {
    const known = findRate(world, request);
    const change = parseRate(request);
    assertCarrier(world, request, { ...known, ...change });
    const rate = shippingRates(world).update(known.id, { ...change, updatedAt: world.timestamp() });
    return { body: { status: true, message: 'Successfully updated', data: formatOwned(rate) } };
  },

  'DELETE /store/shipping-zone/{shippingZoneId}/shipping-rate/{shippingRateId}': (request, world) => {
    shippingRates(world).delete(findRate(world, request).id);
    return { body: { status: true, message: 'Successfully deleted' } };
  },
};
