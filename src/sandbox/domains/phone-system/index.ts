/** Telephone numbers: those a location owns, those it could buy, and pools. */
import type { Domain } from '../../domain.ts';
import { notFound } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import type { World } from '../../world.ts';
import { treatNullAsAbsent } from '../payments/lists.ts';
import { purchaseHandlers } from './purchase-handlers.ts';
import { type NumberPool, numberPools, type PhoneNumber, phoneAccounts, phoneNumbers } from './records.ts';
import { seedPhoneSystem } from './seed.ts';

function formatNumber({ id: _id, locationId: _location, poolId: _pool, ...number }: PhoneNumber): object {
  const canGroup = number.capabilities.mms && (number.countryCode === 'US' || number.countryCode === 'CA');
  return { ...number, linkedRingAllUsers: [], isGroupConversationEnabled: canGroup, origin: 'twilio' };
}

function formatPool(pool: NumberPool, world: World): Record<string, unknown> {
  const inPool = phoneNumbers(world)
    .inLocation(pool.locationId)
    .filter(({ poolId }) => poolId === pool.id);
  return { ...pool, numbers: inPool.map(({ phoneNumber, friendlyName }) => ({ phoneNumber, friendlyName })) };
}

const handlers: Handlers = {
  'GET /phone-system/numbers/location/{locationId}': (request, world) => {
    const { locationId } = request;
    if (phoneAccounts(world).inLocation(locationId).length === 0) {
      throw notFound('Phone system is not connected to this account');
    }
    const { page = 0, pageSize = 1000, searchFilter = '', skipNumberPool = true } = request.query;
    const found = phoneNumbers(world)
      .indexed(locationId)
      .filter((number) => number.phoneNumber.includes(searchFilter) && !(skipNumberPool && number.poolId));
    const numbers = found.slice(page * pageSize, (page + 1) * pageSize).map(formatNumber);
    return { body: { numbers, isUnderGhl: true, pageSize, page, accountStatus: 'active' } };
  },

  'GET /phone-system/number-pools': (request, world) => {
    const data = numberPools(world)
      .indexed(request.locationId)
      .map((pool) => formatPool(pool, world));
    return { body: { success: true, data, total: data.length } };
  },
};

export const domain: Domain = {
  name: 'phone-system',
  handlers: treatNullAsAbsent({ ...handlers, ...purchaseHandlers }),
  seed: seedPhoneSystem,
};
