/** What an online store says about shipping: where to, for how much, by whom, and from where. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface ShippingCountry {
  readonly code: string;
  /** Absent or empty: the whole country. */
  readonly states?: readonly { readonly code: string }[];
}

export interface ShippingZone extends SandboxRecord {
  readonly name: string;
  readonly countries: readonly ShippingCountry[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface CarrierService {
  readonly name: string;
  readonly value: string;
}

export interface ShippingRate extends SandboxRecord {
  readonly shippingZoneId: string;
  readonly name: string;
  readonly description?: string;
  readonly currency: string;
  /** In the major unit. Of a carrier rate: the fixed handling fee. */
  readonly amount: number;
  readonly conditionType: 'none' | 'price' | 'weight';
  /** Zero: no bound. */
  readonly minCondition: number;
  readonly maxCondition: number;
  readonly isCarrierRate: boolean;
  readonly shippingCarrierId: string;
  readonly percentageOfRateFee?: number;
  readonly shippingCarrierServices?: readonly CarrierService[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ShippingCarrier extends SandboxRecord {
  readonly name: string;
  readonly callbackUrl: string;
  readonly services: readonly CarrierService[];
  readonly allowsMultipleServiceSelection: boolean;
  readonly marketplaceAppId: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface OrderEmail {
  readonly enabled: boolean;
  readonly subject: string;
  readonly emailTemplateId: string;
  readonly defaultEmailTemplateId: string;
}

/** At most one per location. */
export interface StoreSetting extends SandboxRecord {
  readonly shippingOrigin: Readonly<Record<string, string>>;
  readonly storeOrderNotification?: OrderEmail;
  readonly storeOrderFulfillmentNotification?: OrderEmail;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const shippingZones = (world: World): Collection<ShippingZone> =>
  world.collection<ShippingZone>('shipping-zones');
export const shippingRates = (world: World): Collection<ShippingRate> =>
  world.collection<ShippingRate>('shipping-rates');
export const shippingCarriers = (world: World): Collection<ShippingCarrier> =>
  world.collection<ShippingCarrier>('shipping-carriers');
export const storeSettings = (world: World): Collection<StoreSetting> =>
  world.collection<StoreSetting>('store-settings');

/** The rates of a zone, oldest first, as the store's checkout sees them. */
export const ratesOfZone = (world: World, zone: ShippingZone): ShippingRate[] =>
  shippingRates(world)
    .inLocation(zone.locationId)
    .filter((rate) => rate.shippingZoneId === zone.id);

/** A record as the API shows it: `_id` for the id, `altId` for the location. */
export function formatOwned({ id, locationId, ...record }: SandboxRecord): Record<string, unknown> {
  return { _id: id, altId: locationId, altType: 'location', ...record };
}
