/** What a checkout is told: which shipping rates an order to an address can have. */
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import {
  ratesOfZone,
  type ShippingCountry,
  type ShippingRate,
  type ShippingZone,
  shippingCarriers,
  shippingZones,
} from './records.ts';

export interface Parcel {
  readonly country: string;
  readonly state?: string | undefined;
  readonly totalOrderAmount: number;
  readonly totalOrderWeight: number;
}

/** Does the zone ship there? A zone that names states takes no address that names none. */
function covers({ code, states = [] }: ShippingCountry, { country, state }: Parcel): boolean {
  return code === country && (states.length === 0 || states.some((known) => known.code === state));
}

/** Both bounds are included; zero is no bound, as the documents say. */
export function isRateOpen(
  { conditionType, minCondition, maxCondition }: Pick<ShippingRate, 'conditionType' | 'minCondition' | 'maxCondition'>,
  parcel: Parcel,
): boolean {
  if (conditionType === 'none') return true;
  const value = conditionType === 'price' ? parcel.totalOrderAmount : parcel.totalOrderWeight;
  return value >= minCondition && (maxCondition === 0 || value <= maxCondition);
}

/**
 * The rates of a zone that apply. A carrier is never called from the sandbox, so its rate shows the handling fee
 * alone, and goes when the carrier is deleted.
 */
function selectRates(world: World, zone: ShippingZone, parcel: Parcel): ShippingRate[] {
  return ratesOfZone(world, zone).filter(
    (rate) =>
      isRateOpen(rate, parcel) &&
      (!rate.isCarrierRate || shippingCarriers(world).get(rate.shippingCarrierId) !== undefined),
  );
}

function formatOffer(rate: ShippingRate): Record<string, unknown> {
  const { id, name, description, currency, amount, isCarrierRate, shippingCarrierId, shippingZoneId } = rate;
  const { percentageOfRateFee, shippingCarrierServices } = rate;
  return {
    _id: id,
    ...{ name, description, currency, amount, isCarrierRate, shippingCarrierId, shippingZoneId },
    ...{ percentageOfRateFee, shippingCarrierServices },
  };
}

export const checkoutHandlers: Handlers = {
  'POST /store/shipping-zone/shipping-rates': (request, world) => {
    const { country, totalOrderAmount, totalOrderWeight, address } = request.body;
    const parcel: Parcel = { country, state: address?.state, totalOrderAmount, totalOrderWeight };
    const zones = shippingZones(world)
      .inLocation(request.locationId)
      .filter((zone) => zone.countries.some((place) => covers(place, parcel)));
    const offers = zones.flatMap((zone) => selectRates(world, zone, parcel)).map(formatOffer);
    return { body: { status: true, data: offers } };
  },
};
