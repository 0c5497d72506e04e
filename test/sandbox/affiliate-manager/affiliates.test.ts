import { expect, it } from 'vitest';
import { operations } from '../../../tools/affiliate-manager/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';
import { refusalOf } from '../sdk.ts';

async function openManager() {
  const checked = await openChecked(operations);
  const manager = checked.service('affiliateManager');
  const { locationId } = checked;
  const list = (method: string, query: object = {}) => manager(method, { locationId, ...query });
  return { ...checked, manager, list };
}

const total = (items: Answer[], pick: (item: Answer) => number) =>
  items.reduce((sum, item) => sum + Math.round(pick(item) * 100), 0) / 100;

it('lists affiliates by name, state, campaign and day, in pages', async () => {
  const { list } = await openManager();
  const { affiliates, meta } = await list('listAffiliates');
  expect([affiliates.length, meta.count]).toEqual([4, 4]);
  const [newest] = affiliates;
  expect((await list('listAffiliates', { query: newest.email })).affiliates).toMatchObject([{ _id: newest._id }]);
  expect((await list('listAffiliates', { active: 'false' })).meta.count).toBe(1);
  expect((await list('listAffiliates', { campaignId: newest.campaignIds[0] })).meta.count).toBe(4);
  expect((await list('listAffiliates', { campaignId: 'none' })).meta.count).toBe(0);
  const day = newest.createdAt.slice(0, 10);
  expect((await list('listAffiliates', { fromDate: day, toDate: day })).meta.count).toBe(1);
  const paged = await list('listAffiliates', { skip: 3, limit: 3 });
  expect([paged.affiliates.length, paged.meta.count]).toEqual([1, 4]);
});

it('sums up an affiliate from their sales', async () => {
  const { list, manager, locationId } = await openManager();
  const [{ _id: affiliateId }] = (await list('listAffiliates')).affiliates;
  const affiliate = await manager('getAffiliate', { locationId, affiliateId });
  const { commissions } = await list('listCommissions', { affiliateId });
  expect(commissions).toHaveLength(2);
  expect(affiliate.revenue).toBe(total(commissions, ({ amount }) => amount));
  const earned = total(commissions, ({ commissionAmount }) => commissionAmount);
  expect(total([affiliate], ({ paid, owned }) => paid + owned)).toBe(earned);
  const paid = await list('listPayouts', { affiliateId, status: 'paid' });
  expect(total(paid.payouts, ({ amount }) => amount)).toBe(affiliate.paid);
});

it('filters commissions and payouts', async () => {
  const { list } = await openManager();
  const { commissions, meta } = await list('listCommissions', { limit: 3 });
  expect([commissions.length, meta.count]).toEqual([3, 8]);
  expect((await list('listCommissions', { status: 'pending' })).meta.count).toBe(4);
  expect((await list('listCommissions', { fromDate: '2026-08-01' })).meta.count).toBe(4);
  expect((await list('listCommissions', { query: commissions[0].customer.email })).meta.count).toBe(1);
  const period = { start: '2026-07-01T00:00:00.000Z', end: '2026-07-31T23:59:59.999Z' };
  expect((await list('listPayouts', period)).payouts.every(({ status }: Answer) => status === 'paid')).toBe(true);
  expect((await list('listPayouts', { campaignId: 'none' })).meta.count).toBe(0);
});

it('keeps to its location', async () => {
  const { list, manager, locationId, otherLocationId, service, sandbox } = await openManager();
  const neighbour = service('affiliateManager', sandbox.tokens.secondLocation);
  const { affiliates } = await neighbour('listAffiliates', { locationId: otherLocationId });
  const foreign = manager('getAffiliate', { locationId, affiliateId: affiliates[0]._id });
  expect((await refusalOf(foreign)).statusCode).toBe(400);
  expect((await refusalOf(list('listAffiliates', { locationId: otherLocationId }))).statusCode).toBe(403);
});
