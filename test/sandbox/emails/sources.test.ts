import { expect, test } from 'vitest';
import { openMailing } from './open.ts';

test('e-mails of workflows are listed with their steps, and each step has figures', async () => {
  const { call } = await openMailing();
  const { body: list } = await call('GET', '/campaigns/workflows?status=published');
  expect(list.total).toBeGreaterThan(0);
  const { body: campaign } = await call('GET', `/campaigns/workflows/${list.campaigns[0].id}`);
  expect(campaign).toMatchObject(list.campaigns[0]);
  const figures = async (query = '') =>
    (await call('GET', `/campaigns/stats/workflow-campaigns/${campaign.sourceId}${query}`)).body;
  const [first, second] = campaign.subSources;
  const { stats: ofFirst, subSourceId } = await figures(`?subSourceId=${first.id}`);
  const { stats: ofSecond } = await figures(`?subSourceId=${second.id}`);
  const { stats: ofAll } = await figures();
  expect(subSourceId).toBe(first.id);
  expect(ofFirst.sent + ofSecond.sent).toBe(ofAll.sent);
  expect(ofAll.delivered + ofAll.accepted + ofAll.permanentFail + ofAll.temporaryFail).toBe(ofAll.sent);
  const wrong = `/campaigns/stats/bulk-actions/${campaign.sourceId}?subSourceId=${first.id}`;
  expect((await call('GET', wrong)).status).toBe(400);
});

test('bulk actions are listed by date and status', async () => {
  const { call } = await openMailing();
  const list = async (query: string) => (await call('GET', `/campaigns/bulk-actions?${query}`)).body;
  const all = await list('status=complete');
  expect(all.total).toBe(2);
  const [newest, oldest] = all.campaigns;
  expect(await list(`dateFrom=${newest.createdAt}`)).toMatchObject({ total: 1, campaigns: [newest] });
  expect(await list(`dateTo=${oldest.createdAt}`)).toMatchObject({ total: 1, campaigns: [oldest] });
  const { body: one } = await call('GET', `/campaigns/bulk-actions/${newest.id}`);
  expect(one).toMatchObject({ sourceId: newest.sourceId, subject: newest.emailMetadata.subject });
  expect((await call('GET', `/campaigns/stats/bulk-actions/${one.sourceId}`)).body.stats.sent).toBe(34);
});

test('the older list of campaigns shows finished ones unless asked', async () => {
  const { service, locationId } = await openMailing();
  const emails = service('emails');
  const list = async (query: object = {}) => emails('fetchCampaigns', { locationId, ...query });
  const sent = await list();
  expect(sent).toMatchObject({ total: 2, schedules: [{ status: 'active' }, { status: 'active' }] });
  expect(await list({ status: 'draft', emailStatus: 'all' })).toMatchObject({ total: 1 });
  expect(await list({ emailStatus: 'scheduled' })).toMatchObject({ total: 1 });
  expect(await list({ emailStatus: 'all', limit: 1, offset: 1 })).toMatchObject({ total: 3, schedules: [{}] });
  const { schedules } = await list({ limitedFields: true });
  expect(schedules[0]).toHaveProperty('templateDataDownloadUrl');
  expect(schedules[0]).not.toHaveProperty('name');
});
