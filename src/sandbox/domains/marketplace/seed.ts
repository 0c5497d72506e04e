/** A few charges of the app in each location, one of them refunded. */
import type { SeedContext } from '../../domain.ts';
import { sandboxApp } from '../oauth/records.ts';
import { type AppCharge, appCharges, sandboxMeters } from './records.ts';

export function seedMarketplace({ world, locations, daysAgo }: SeedContext): void {
  const [meter] = sandboxMeters;
  for (const { id: locationId } of locations) {
    for (const [index, units] of [40, 12, 3].entries()) {
      const createdAt = daysAgo(45 - index * 15);
      const charge: Omit<AppCharge, 'id'> = {
        locationId,
        appId: sandboxApp.appId,
        meterId: meter.id,
        transactionType: 'charge',
        pricePerUnit: meter.minPrice,
        units,
        amountCharged: Math.round(meter.minPrice * units * 100) / 100,
        eventId: `postcards-${index + 1}`,
        description: `${units} postcards`,
        eventTime: createdAt,
        refunded: index === 2,
        createdAt,
        updatedAt: createdAt,
      };
      appCharges(world).insert({ ...charge, id: world.newObjectId() });
      if (charge.refunded) appCharges(world).insert({ ...charge, id: world.newObjectId(), transactionType: 'refund' });
    }
  }
}
