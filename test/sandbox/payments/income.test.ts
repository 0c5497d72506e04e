import { describe, expect, it } from 'vitest';
import { refusalOf } from '../sdk.ts';
import { type Answer, openShop } from './harness.ts';

const unknownId = 'ffffffffffffffffffffffff';

describe('transactions', () => {
  it('are listed in pages, filtered, and read one by one', async () => {
    const shop = await openShop();
    const list = (query: object = {}) => shop.payments('listTransactions', { ...shop.owner, limit: 100, ...query });
    const { data, totalCount } = await list();
    expect(data).toHaveLength(totalCount);
    const among = (test: (transaction: Answer) => boolean) => data.filter(test).length;
    const ofInvoices = among((transaction) => transaction.entitySourceType === 'invoice');
    expect(ofInvoices).toBeGreaterThan(0);
    expect((await list({ entitySourceType: 'invoice' })).totalCount).toBe(ofInvoices);
    expect((await list({ paymentMode: 'test' })).totalCount).toBe(among((transaction) => !transaction.liveMode));
    const [{ contactId }] = data;
    expect((await list({ contactId })).totalCount).toBe(among((transaction) => transaction.contactId === contactId));
    expect((await list({ limit: 3, offset: 2 })).data).toEqual(data.slice(2, 5));
    const one = await shop.payments('getTransactionById', { transactionId: data[0]._id, ...shop.owner });
    expect(one).toMatchObject({ _id: data[0]._id, amount: data[0].amount, entityId: data[0].entityId });
  });

  it('answer 400 for an unknown id and 422 for a page that is no number', async () => {
    const shop = await openShop();
    const refusal = await refusalOf(shop.payments('getTransactionById', { transactionId: unknownId, ...shop.owner }));
    expect([refusal.statusCode, refusal.response.message]).toEqual([400, 'Transaction not found']);
    const path = `/payments/transactions?altId=${shop.locationId}&altType=location&startAt=yesterday`;
    expect((await shop.fetch('GET', path)).status).toBe(422);
  });
});

describe('subscriptions', () => {
  it('are listed with what they have brought in, and read one by one', async () => {
    const shop = await openShop();
    const list = (query: object) => shop.payments('listSubscriptions', { ...shop.owner, ...query });
    const { data, totalCount } = await list({ getPaymentsCollectedCount: true });
    expect(totalCount).toBe(6);
    for (const subscription of data) {
      const { subscriptionId } = subscription;
      const payments = await shop.payments('listTransactions', { ...shop.owner, subscriptionId });
      expect(payments.totalCount).toBe(subscription.paymentsCollectedCount);
      expect(payments.totalCount).toBeGreaterThan(0);
    }
    expect((await list({ id: data[1]._id })).data.map(({ _id }: Answer) => _id)).toEqual([data[1]._id]);
    const canceled = data.find(({ status }: Answer) => status === 'canceled');
    const one = await shop.payments('getSubscriptionById', { subscriptionId: canceled._id, ...shop.owner });
    expect(one.canceledAt > one.createdAt).toBe(true);
    const refusal = await refusalOf(shop.payments('getSubscriptionById', { subscriptionId: unknownId, ...shop.owner }));
    expect(refusal.response.message).toBe('Subscription not found');
  });
});

describe('coupons', () => {
  const draft = {
    name: 'Autumn',
    code: 'AUTUMN10',
    discountType: 'percentage',
    discountValue: 10,
    startDate: '2026-09-01T00:00:00.000Z',
    endDate: '2026-09-20T00:00:00.000Z',
    usageLimit: 5,
    limitPerCustomer: true,
  };

  it('live from creation to deletion, and their status follows the clock', async () => {
    const shop = await openShop();
    const created = await shop.payments('createCoupon', { ...shop.owner, ...draft });
    expect(created).toMatchObject({ status: 'active', limitPerCustomer: 1, usageCount: 0, usageLimit: 5 });
    const find = () => shop.payments('getCoupon', { ...shop.owner, id: created._id, code: 'AUTUMN10' });
    shop.passDays(7);
    expect((await find()).status).toBe('expired');

    const { endDate: _endDate, usageLimit: _usageLimit, ...rest } = draft;
    await shop.payments('updateCoupon', { ...shop.owner, ...rest, discountValue: 12, id: created._id });
    const updated = await find();
    expect(updated).toMatchObject({ status: 'active', discountValue: 12, createdAt: created.createdAt });
    expect(updated).not.toHaveProperty('endDate');
    expect(updated).not.toHaveProperty('usageLimit');

    expect(await shop.payments('deleteCoupon', { ...shop.owner, id: created._id })).toMatchObject({ success: true });
    expect((await refusalOf(find())).statusCode).toBe(400);
  });

  it('are listed by status and words', async () => {
    const shop = await openShop();
    const list = (query: object) => shop.payments('listCoupons', { ...shop.owner, ...query });
    expect((await list({})).totalCount).toBe(4);
    expect((await list({ status: 'scheduled' })).data).toMatchObject([{ code: 'SOON20' }]);
    expect((await list({ status: 'expired' })).data).toMatchObject([{ code: 'SPRING15' }]);
    expect((await list({ search: 'welcome' })).data).toMatchObject([{ code: 'WELCOME10' }]);
  });

  it.each([
    ['a code that is taken', { code: 'save25' }, 400],
    ['more than 100 percent', { discountValue: 101 }, 422],
    ['nothing off', { discountValue: 0 }, 422],
    ['an end before the start', { endDate: '2026-08-01T00:00:00.000Z' }, 422],
    ['a start that is no date', { startDate: 'soon' }, 422],
  ])('refuse %s', async (_what, change, status) => {
    const shop = await openShop();
    const answer = await shop.fetch('POST', '/payments/coupon', { ...shop.owner, ...draft, ...change });
    expect(answer.status).toBe(status);
    expect((await shop.payments('listCoupons', { ...shop.owner })).totalCount).toBe(4);
  });

  it('are found by id and code together only', async () => {
    const shop = await openShop();
    const [coupon] = (await shop.payments('listCoupons', { ...shop.owner })).data;
    const refusal = await refusalOf(shop.payments('getCoupon', { ...shop.owner, id: coupon._id, code: 'OTHER' }));
    expect(refusal.statusCode).toBe(400);
  });
});

describe('ways to pay', () => {
  it('keeps white-label providers, one of a name', async () => {
    const shop = await openShop();
    const provider = {
      ...shop.owner,
      uniqueName: 'easy-pay',
      title: 'Easy pay',
      provider: 'nmi',
      description: 'Cards',
      imageUrl: 'https://example.com/logo.png',
    };
    const created = await shop.payments('createIntegrationProvider', provider);
    expect(created.route).toBe('easy-pay');
    const list = await shop.fetch(
      'GET',
      `/payments/integrations/provider/whitelabel?altId=${shop.locationId}&altType=location`,
    );
    expect(list.body.providers).toMatchObject([{ _id: created._id }]);
    expect((await refusalOf(shop.payments('createIntegrationProvider', provider))).statusCode).toBe(400);
  });

  it('connects a custom provider by its keys and takes it away again', async () => {
    const shop = await openShop();
    const { locationId } = shop;
    const fetchConfig = () => shop.payments('fetchConfig', { locationId });
    const missing = await refusalOf(fetchConfig());
    expect(missing.response.message).toBe('No such config exists for given locationId and marketplaceAppId');
    const provider = {
      name: 'Our gateway',
      description: 'Bank transfer',
      paymentsUrl: 'https://pay.example.com',
      queryUrl: 'https://query.example.com',
      imageUrl: 'https://example.com/logo.png',
      supportsSubscriptionSchedule: false,
    };
    const created = await shop.payments('createIntegration', { locationId }, provider);
    const again = await shop.payments('createIntegration', { locationId }, { ...provider, name: 'New name' });
    expect(again).toMatchObject({ _id: created._id, name: 'New name' });

    const keys = {
      live: { apiKey: 'fake-live-key', publishableKey: 'fake-live-public' },
      test: { apiKey: 'fake-test-key', publishableKey: 'fake-test-public' },
    };
    const connected = await shop.payments('createConfig', { locationId }, keys);
    expect(connected.paymentProvider).toEqual({
      live: { liveMode: true, ...keys.live },
      test: { liveMode: false, ...keys.test },
    });
    const disconnect = () => shop.payments('disconnectConfig', { locationId }, { liveMode: true });
    await disconnect();
    expect(Object.keys((await fetchConfig()).paymentProvider)).toEqual(['test']);
    expect((await refusalOf(disconnect())).statusCode).toBe(400);

    const capabilities = { supportsSubscriptionSchedules: true, locationId };
    await shop.payments('customProviderMarketplaceAppUpdateCapabilities', capabilities);
    expect((await fetchConfig()).supportsSubscriptionSchedule).toBe(true);
    await shop.payments('deleteIntegration', { locationId });
    expect((await refusalOf(fetchConfig())).statusCode).toBe(400);
  });
});
