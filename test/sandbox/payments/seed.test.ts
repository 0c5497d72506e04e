import { expect, it } from 'vitest';
import { openShop } from './harness.ts';

const kinds = {
  products: 8,
  prices: 11,
  'product-collections': 3,
  'product-reviews': 9,
  orders: 26,
  subscriptions: 6,
  coupons: 4,
  invoices: 25,
  'invoice-templates': 4,
  estimates: 3,
  'invoice-schedules': 2,
};

it('gives both locations a trade of their own', async () => {
  const { sandbox } = await openShop();
  for (const locationId of sandbox.world.locationIds) {
    const contacts = new Set(
      sandbox.world
        .collection('contacts')
        .inLocation(locationId)
        .map(({ id }) => id),
    );
    for (const [kind, count] of Object.entries(kinds)) {
      const records = sandbox.world.collection(kind).inLocation(locationId);
      expect([kind, records.length]).toEqual([kind, count]);
      for (const record of records) {
        if ('contactId' in record) expect(contacts.has(String(record.contactId))).toBe(true);
      }
    }
  }
});

it('is the same every time', async () => {
  const [one, other] = [await openShop(), await openShop()];
  for (const kind of [...Object.keys(kinds), 'transactions', 'fulfilments', 'number-counters']) {
    expect(one.sandbox.world.collection(kind).all()).toEqual(other.sandbox.world.collection(kind).all());
  }
});
