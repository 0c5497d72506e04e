/** What the shop of each location says about shipping: at home, abroad and by courier. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { sandboxApp } from '../oauth/records.ts';
import {
  type ShippingCountry,
  type ShippingRate,
  shippingCarriers,
  shippingRates,
  shippingZones,
  storeSettings,
} from './records.ts';

type RateSketch = Pick<ShippingRate, 'name' | 'amount'> & Partial<ShippingRate>;

interface ZoneSketch {
  readonly name: string;
  readonly countries: readonly ShippingCountry[];
  readonly rates: readonly RateSketch[];
}

const zoneSketches: readonly ZoneSketch[] = [
  {
    name: 'United States',
    countries: [{ code: 'US', states: [] }],
    rates: [
      { name: 'Standard', amount: 6.95, description: 'Three to five days', conditionType: 'price', maxCondition: 75 },
      { name: 'Free from 75', amount: 0, description: 'Three to five days', conditionType: 'price', minCondition: 75 },
      { name: 'Courier', amount: 2, description: 'Next day', isCarrierRate: true, percentageOfRateFee: 5 },
    ],
  },
  {
    name: 'Canada West',
    countries: [{ code: 'CA', states: [{ code: 'BC' }, { code: 'AB' }] }],
    rates: [{ name: 'Parcel up to 5 kg', amount: 18.5, conditionType: 'weight', maxCondition: 5 }],
  },
];

function seedSetting({ world, daysAgo }: SeedContext, place: SeedLocation): void {
  const { name, country, state, city, address, postalCode, phone, email } = place;
  const template = world.newObjectId();
  const createEmail = (subject: string) => ({
    enabled: true,
    subject,
    emailTemplateId: template,
    defaultEmailTemplateId: template,
  });
  storeSettings(world).insert({
    id: world.newObjectId(),
    locationId: place.id,
    shippingOrigin: { name, country, state, city, street1: address, zip: postalCode, phone, email },
    storeOrderNotification: createEmail('Thank you for your order'),
    storeOrderFulfillmentNotification: createEmail('Your order is on its way'),
    createdAt: daysAgo(172),
    updatedAt: daysAgo(40),
  });
}

/** Fills the shops of both locations. */
export function seedStore(context: SeedContext): void {
  const { world, daysAgo } = context;
  for (const place of context.locations) {
    seedSetting(context, place);
    const times = { createdAt: daysAgo(171), updatedAt: daysAgo(171) };
    const services = [{ name: 'Next day', value: 'NextDay' }];
    const carrier = shippingCarriers(world).insert({
      id: world.newObjectId(),
      locationId: place.id,
      name: 'Harbor Couriers',
      callbackUrl: 'https://couriers.example.com/rates',
      services,
      allowsMultipleServiceSelection: false,
      marketplaceAppId: sandboxApp.appId,
      ...times,
    });
    for (const { rates, ...sketch } of zoneSketches) {
      const zone = shippingZones(world).insert({ id: world.newObjectId(), locationId: place.id, ...sketch, ...times });
      for (const rate of rates)
        shippingRates(world).insert({
          id: world.newObjectId(),
          locationId: place.id,
          shippingZoneId: zone.id,
          currency: 'USD',
          conditionType: 'none',
          minCondition: 0,
          maxCondition: 0,
          isCarrierRate: false,
          shippingCarrierId: carrier.id,
          ...rate,
          ...(rate.isCarrierRate && { shippingCarrierServices: services }),
          ...times,
        });
    }
  }
}
