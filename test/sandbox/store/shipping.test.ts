import { describe, expect, it } from 'vitest';
import { operations } from '../../../tools/store/operations.gen.ts';
import { type Answer, type Checked, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openStore() {
  const checked = await openChecked(operations);
  return { ...checked, store: checked.service('store') };
}

type Store = Awaited<ReturnType<typeof openStore>>;

const nowhere = 'f'.repeat(24);

async function createZone({ store, owner }: Store, countries: object[] = [{ code: 'DE' }]): Promise<Answer> {
  const { data } = await store('createShippingZone', { ...owner, name: 'Europe', countries });
  return data;
}

const rateOf = ({ owner }: Checked, change: object = {}) => ({
  ...owner,
  ...{ name: 'Parcel', currency: 'usd', amount: 9.9, conditionType: 'none', minCondition: 0, maxCondition: 0 },
  shippingCarrierId: nowhere,
  ...change,
});

describe('shipping zones', () => {
  it('are listed newest first in pages, with their rates when asked', async () => {
    const { store, owner } = await openStore();
    const all = await store('listShippingZones', owner);
    expect(all.total).toBe(2);
    expect(all.data[0]).not.toHaveProperty('shippingRates');
    const paged = await store('listShippingZones', { ...owner, limit: 1, offset: 1, withShippingRate: true });
    expect(paged).toMatchObject({ total: 2, data: [{ _id: all.data[1]._id }] });
    expect(paged.data[0].shippingRates.length).toBeGreaterThan(0);
  });

  it('live from creation to deletion, and take their rates with them', async () => {
    const shop = await openStore();
    const { store, owner, sandbox } = shop;
    const zone = await createZone(shop, [{ code: 'US', states: [{ code: 'TX' }] }]);
    expect(zone).toMatchObject({ ...owner, name: 'Europe', countries: [{ code: 'US', states: [{ code: 'TX' }] }] });
    const path = { shippingZoneId: zone._id };
    await store('updateShippingZone', path, { ...owner, countries: [{ code: 'FR' }] });
    const read = () => store('getShippingZones', { ...path, ...owner, withShippingRate: true });
    expect((await read()).data).toMatchObject({ name: 'Europe', countries: [{ code: 'FR' }], shippingRates: [] });
    const { data: rate } = await store('createShippingRate', path, rateOf(shop));
    await store('deleteShippingZone', { ...path, ...owner });
    expect((await refusalOf(read())).statusCode).toBe(400);
    expect(sandbox.world.collection('shipping-rates').get(rate._id)).toBeUndefined();
  });

  it('refuse what is no zone, and are out of reach of other locations', async () => {
    const shop = await openStore();
    const { store, owner, sandbox, otherLocationId, service } = shop;
    expect((await refusalOf(createZone(shop, []))).statusCode).toBe(422);
    expect((await refusalOf(createZone(shop, [{ code: 'XX' }]))).statusCode).toBe(422);
    const zone = await createZone(shop);
    const neighbour = service('store', sandbox.tokens.secondLocation);
    const theirs = { altId: otherLocationId, altType: 'location' };
    const foreign = neighbour('getShippingZones', { shippingZoneId: zone._id, ...theirs });
    expect((await refusalOf(foreign)).statusCode).toBe(400);
    expect((await store('listShippingZones', owner)).total).toBe(3);
  });
});

describe('shipping rates', () => {
  it('live from creation to deletion within their zone', async () => {
    const shop = await openStore();
    const { store, owner } = shop;
    const { _id: shippingZoneId } = await createZone(shop);
    const { data: rate } = await store('createShippingRate', { shippingZoneId }, rateOf(shop));
    expect(rate).toMatchObject({ shippingZoneId, currency: 'USD', amount: 9.9, isCarrierRate: false });
    const path = { shippingZoneId, shippingRateId: rate._id };
    await store('updateShippingRate', path, { ...owner, amount: 0, description: 'On the house' });
    const read = () => store('getShippingRates', { ...path, ...owner });
    expect((await read()).data).toMatchObject({ amount: 0, description: 'On the house', name: 'Parcel' });
    expect(await store('listShippingRates', { shippingZoneId, ...owner })).toMatchObject({ total: 1 });
    const other = await createZone(shop);
    const misplaced = store('getShippingRates', { ...path, shippingZoneId: other._id, ...owner });
    expect((await refusalOf(misplaced)).statusCode).toBe(400);
    await store('deleteShippingRate', { ...path, ...owner });
    expect((await refusalOf(read())).response.message).toBe('Shipping rate not found');
  });

  it.each([
    ['an amount below zero', { amount: -1 }, 422],
    ['a currency that is none', { currency: 'coins' }, 422],
    ['a carrier that is not there', { isCarrierRate: true }, 400],
  ])('are refused with %s', async (_what, change, status) => {
    const shop = await openStore();
    const { _id: shippingZoneId } = await createZone(shop);
    const created = shop.store('createShippingRate', { shippingZoneId }, rateOf(shop, change));
    expect((await refusalOf(created)).statusCode).toBe(status);
    expect((await shop.store('listShippingRates', { shippingZoneId, ...shop.owner })).total).toBe(0);
  });
});

describe('a checkout', () => {
  const offersFor = async ({ store, owner }: Store, change: object): Promise<string[]> => {
    const order = { country: 'US', totalOrderAmount: 50, totalOrderWeight: 1, ...change };
    const source = { type: 'website', subType: 'store' };
    const { data } = await store('getAvailableShippingZones', { ...owner, ...order, source, products: [] });
    return data.map(({ name }: Answer) => name).toSorted();
  };

  it('is offered the rates whose conditions the order meets', async () => {
    const shop = await openStore();
    expect(await offersFor(shop, {})).toEqual(['Courier', 'Standard']);
    expect(await offersFor(shop, { totalOrderAmount: 75.01 })).toEqual(['Courier', 'Free from 75']);
    expect(await offersFor(shop, { totalOrderAmount: 75 })).toEqual(['Courier', 'Free from 75', 'Standard']);
    expect(await offersFor(shop, { country: 'JP' })).toEqual([]);
  });

  it('is offered rates by state and weight', async () => {
    const shop = await openStore();
    const address = { country: 'CA', state: 'BC' };
    expect(await offersFor(shop, { country: 'CA', address })).toEqual(['Parcel up to 5 kg']);
    expect(await offersFor(shop, { country: 'CA', address, totalOrderWeight: 5.1 })).toEqual([]);
    expect(await offersFor(shop, { country: 'CA', address: { country: 'CA', state: 'QC' } })).toEqual([]);
  });

  it('is offered nothing of a carrier that is gone', async () => {
    const shop = await openStore();
    const { data: carriers } = await shop.store('listShippingCarriers', shop.owner);
    await shop.store('deleteShippingCarrier', { shippingCarrierId: carriers[0]._id, ...shop.owner });
    expect(await offersFor(shop, {})).toEqual(['Standard']);
  });
});

describe('shipping carriers', () => {
  it('live from creation to deletion', async () => {
    const { store, owner } = await openStore();
    const carrier = { ...owner, name: 'Pigeon Post', callbackUrl: 'https://pigeons.example.com/rates' };
    const { data: created } = await store('createShippingCarrier', carrier);
    expect(created).toMatchObject({ name: 'Pigeon Post', services: [], allowsMultipleServiceSelection: false });
    const path = { shippingCarrierId: created._id };
    const services = [{ name: 'Same day', value: 'SAME' }];
    await store('updateShippingCarrier', path, { ...owner, services });
    const read = () => store('getShippingCarriers', { ...path, ...owner });
    expect((await read()).data).toMatchObject({ ...carrier, services });
    expect((await store('listShippingCarriers', owner)).data).toHaveLength(2);
    await store('deleteShippingCarrier', { ...path, ...owner });
    expect((await refusalOf(read())).statusCode).toBe(400);
    const unreachable = store('createShippingCarrier', { ...carrier, callbackUrl: 'rates' });
    expect((await refusalOf(unreachable)).response.message).toEqual(['callbackUrl must be a URL address']);
  });
});

describe('store settings', () => {
  it('are one record per location, and every write replaces all of it', async () => {
    const { store, owner, locationId, sandbox } = await openStore();
    const read = async () => (await store('getStoreSettings', owner)).data;
    const before = await read();
    expect(before.storeOrderNotification.enabled).toBe(true);
    const shippingOrigin = { name: 'Depot', country: 'US', city: 'Austin', street1: '1 Mill Street', zip: '78701' };
    await store('createStoreSetting', { ...owner, shippingOrigin });
    const after = await read();
    expect(after).toMatchObject({ _id: before._id, shippingOrigin, createdAt: before.createdAt });
    expect(after).not.toHaveProperty('storeOrderNotification');
    sandbox.world.collection('store-settings').delete(after._id);
    expect((await refusalOf(read())).statusCode).toBe(400);
    await store('createStoreSetting', { ...owner, shippingOrigin });
    expect((await read()).altId).toBe(locationId);
  });
});
