import { describe, expect, it } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { type Answer, openShop, type Shop } from './harness.ts';

async function listOrders(shop: Shop, query: object = {}): Promise<Answer> {
  return shop.payments('listOrders', { ...shop.owner, limit: 100, ...query });
}

async function findOrder(shop: Shop, query: object): Promise<Answer> {
  const { data } = await listOrders(shop, query);
  expect(data.length).toBeGreaterThan(0);
  return data[0];
}

describe('the list of orders', () => {
  it('pages without gap or overlap, newest first', async () => {
    const shop = await openShop();
    const all = await listOrders(shop);
    const pages = [];
    for (let offset = 0; offset < all.totalCount; offset += 7) {
      pages.push(...(await listOrders(shop, { limit: 7, offset })).data);
    }
    expect(all.totalCount).toBe(26);
    expect(pages.map(({ _id }) => _id)).toEqual(all.data.map(({ _id }: Answer) => _id));
    const times = all.data.map(({ createdAt }: Answer) => createdAt);
    expect(times).toEqual(times.toSorted().toReversed());
    expect((await listOrders(shop, { limit: undefined })).data).toHaveLength(10);
  });

  it('filters by status, payment, mode, contact, product, day and words', async () => {
    const shop = await openShop();
    const { data } = await listOrders(shop);
    const count = async (query: object) => (await listOrders(shop, query)).totalCount;
    const among = (test: (order: Answer) => boolean) => data.filter(test).length;

    expect(await count({ status: 'pending' })).toBe(among((order) => order.status === 'pending'));
    expect(await count({ paymentStatus: 'unpaid' })).toBe(among((order) => order.status === 'pending'));
    expect(await count({ paymentStatus: 'refunded' })).toBe(among((order) => order.status === 'refunded'));
    expect(await count({ paymentMode: 'test' })).toBe(among((order) => !order.liveMode));
    expect(await count({ paymentMode: 'live' })).toBe(among((order) => order.liveMode));
    const [{ contactId, contactEmail, createdAt, _id }] = data;
    expect(await count({ contactId })).toBe(among((order) => order.contactId === contactId));
    expect(await count({ search: contactEmail.toUpperCase() })).toBe(among((order) => order.contactId === contactId));
    const day = createdAt.slice(0, 10);
    expect(await count({ startAt: day, endAt: day })).toBe(among((order) => order.createdAt.startsWith(day)));
    const full = await shop.payments('getOrderById', { orderId: _id, ...shop.owner });
    const productId = full.items[0].product._id;
    expect(await count({ funnelProductIds: `${productId},ffffffffffffffffffffffff` })).toBeGreaterThan(0);
    expect(await count({ funnelProductIds: 'ffffffffffffffffffffffff' })).toBe(0);
    expect(await count({ startAt: '2030-01-01' })).toBe(0);
  });

  it('answers an unknown order with the documented 400', async () => {
    const shop = await openShop();
    const refusal = await refusalOf(
      shop.payments('getOrderById', { orderId: 'ffffffffffffffffffffffff', ...shop.owner }),
    );
    expect([refusal.statusCode, refusal.response.message]).toEqual([400, 'Order not found']);
  });

  it('keeps the orders of other locations to itself', async () => {
    const shop = await openShop();
    const [first, second] = shop.sandbox.world.locationIds;
    const [foreign] = shop.sandbox.world.collection('orders').inLocation(second);
    const answer = await shop.fetch('GET', `/payments/orders/${foreign?.id}?altId=${first}`);
    expect(answer.status).toBe(400);
  });
});

describe('paying an order', () => {
  it('takes a part, then the rest, and books both', async () => {
    const shop = await openShop();
    const order = await findOrder(shop, { status: 'pending' });
    const pay = (body: object) =>
      shop.payments('recordOrderPayment', { orderId: order._id }, { ...shop.owner, mode: 'cash', ...body });
    await pay({ amount: 10, isPartialPayment: true });
    expect((await findOrder(shop, { paymentStatus: 'partially_paid' }))._id).toBe(order._id);
    await pay({ notes: 'the rest' });
    const paid = await shop.payments('getOrderById', { orderId: order._id, ...shop.owner });
    expect(paid).toMatchObject({ status: 'completed', paymentStatus: 'paid' });
    const booked = await shop.payments('listTransactions', { ...shop.owner, entityId: order._id });
    const amounts = booked.data.map(({ amount }: Answer) => Math.round(amount * 100));
    expect(amounts.reduce((sum: number, amount: number) => sum + amount, 0)).toBe(Math.round(order.amount * 100));
    expect(booked.totalCount).toBe(2);
  });

  it.each([
    ['more than is due', (due: number) => ({ amount: due + 0.01 }), 400],
    ['a part that is not said to be one', (due: number) => ({ amount: due - 0.01 }), 400],
    ['nothing', () => ({ amount: 0 }), 422],
    ['a cheque without number', () => ({ mode: 'cheque' }), 422],
    ['a card without brand', () => ({ mode: 'card' }), 422],
  ])('refuses %s', async (_what, build, status) => {
    const shop = await openShop();
    const order = await findOrder(shop, { status: 'pending' });
    const before = (await shop.payments('listTransactions', { ...shop.owner })).totalCount;
    const body = { ...shop.owner, mode: 'cash', ...build(order.amount) };
    const answer = await shop.fetch('POST', `/payments/orders/${order._id}/record-payment`, body);
    expect(answer.status).toBe(status);
    expect((await shop.payments('listTransactions', { ...shop.owner })).totalCount).toBe(before);
  });

  it('refuses to pay a paid order again', async () => {
    const shop = await openShop();
    const order = await findOrder(shop, { status: 'completed' });
    const body = { ...shop.owner, mode: 'cash' };
    const answer = await shop.fetch('POST', `/payments/orders/${order._id}/record-payment`, body);
    expect(answer.status).toBe(400);
  });
});

describe('fulfilling an order', () => {
  it('sends it in parts until nothing is left', async () => {
    const shop = await openShop();
    const { data } = await listOrders(shop);
    const orders = await Promise.all(
      data
        .filter((order: Answer) => order.fulfillmentStatus === 'unfulfilled')
        .map((order: Answer) => shop.payments('getOrderById', { orderId: order._id, ...shop.owner })),
    );
    const order = orders.find((candidate) => candidate.items[0].qty > 1);
    const { qty, price } = order.items[0];
    const fulfil = (count: number) =>
      shop.payments(
        'createOrderFulfillment',
        { orderId: order._id },
        {
          ...shop.owner,
          trackings: [{ trackingNumber: 'TRACK-1', shippingCarrier: 'FedEx' }],
          items: [{ priceId: price._id, qty: count }],
          notifyCustomer: false,
        },
      );
    const read = () => shop.payments('getOrderById', { orderId: order._id, ...shop.owner });

    const first = await fulfil(1);
    expect(first.data.items[0]).toMatchObject({ qty: 1, price: { _id: price._id } });
    expect((await read()).fulfillmentStatus).toBe('partially_fulfilled');
    expect((await refusalOf(fulfil(qty))).statusCode).toBe(400);
    await fulfil(qty - 1);
    expect((await read()).fulfillmentStatus).toBe('fulfilled');
    const list = await shop.payments('listOrderFulfillment', { orderId: order._id, ...shop.owner });
    expect(list.data).toHaveLength(2);
  });

  it('reads the notes of an order', async () => {
    const shop = await openShop();
    const order = await findOrder(shop, { status: 'refunded' });
    const notes = await shop.payments('listOrderNotes', { orderId: order._id, ...shop.owner });
    expect(notes.data).toHaveLength(1);
  });
});
