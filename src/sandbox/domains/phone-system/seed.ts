/** Each location's own number, one of a colleague, and a pool of two for tracking calls. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import { addNumber, numberPools, type PhoneNumber } from './records.ts';
import { formatNational, getCapabilities, getStock, type StockNumber } from './stock.ts';

function seedNumber({ world, daysAgo }: SeedContext, number: StockNumber, extra: Partial<PhoneNumber>): void {
  addNumber(world, {
    locationId: '',
    phoneNumber: number.phoneNumber,
    friendlyName: formatNational(number),
    countryCode: number.country,
    capabilities: getCapabilities(number),
    type: 'local',
    dateAdded: daysAgo(160),
    ...extra,
  });
}

function seedPlace(context: SeedContext, { id: locationId, phone }: SeedLocation): void {
  const { world, daysAgo } = context;
  addNumber(world, {
    locationId,
    phoneNumber: phone,
    friendlyName: 'Main line',
    countryCode: 'US',
    capabilities: getCapabilities({ hasMms: true }),
    type: 'local',
    dateAdded: daysAgo(290),
  });
  const [own, ...pooled] = getStock(world).slice(0, 3);
  const colleague = context.usersIn(locationId)[0];
  if (own !== undefined) {
    seedNumber(context, own, { locationId, ...(colleague && { linkedUser: colleague.userId }) });
  }
  const pool = numberPools(world).insert({
    id: world.newId(),
    locationId,
    name: 'Website visitors',
    forwardingNumber: phone,
    whisper: true,
    whisperMessage: 'Call from the website',
    callRecording: true,
    isActive: true,
  });
  for (const number of pooled) {
    seedNumber(context, number, { locationId, poolId: pool.id, forwardingNumber: phone });
  }
}

export function seedPhoneSystem(context: SeedContext): void {
  for (const place of context.locations) seedPlace(context, place);
}
