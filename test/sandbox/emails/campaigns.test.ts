import { expect, test } from 'vitest';
import { contacts } from '../../../src/sandbox/domains/contacts/records.ts';
import { tags } from '../../../src/sandbox/domains/locations/records.ts';
import { type Mailing, openMailing } from './open.ts';

const sender = { subject: 'Hello', fromName: 'Us', fromEmail: 'us@example.com' };
const hourMs = 3_600_000;

async function createDraft({ call, userId }: Mailing): Promise<string> {
  const draft = { name: 'Open day', editorType: 'html', timeZone: 'America/Chicago', userId };
  const { status, body } = await call('POST', '/campaigns/emails', { ...draft, editorContent: '<p>Come!</p>' });
  expect([status, body.status]).toEqual([201, 'draft']);
  return body.id;
}

/** To the contacts of the location's first ten ids; what a test names replaces the rest. */
function scheduleOf({ sandbox, locationId, userId }: Mailing, rest: object = {}): object {
  const contactIds = contacts(sandbox.world)
    .inLocation(locationId)
    .slice(0, 10)
    .map(({ id }) => id);
  return {
    ...{ scheduleType: 'immediate', timeZone: 'America/Chicago', userId, emailMeta: sender, scheduleConfig: {} },
    recipients: { type: 'contact', contactIds },
    ...rest,
  };
}

test('a draft is changed, listed and deleted', async () => {
  const mailing = await openMailing();
  const { call } = mailing;
  const id = await createDraft(mailing);
  const change = { name: 'Open evening', editorType: 'text', editorContent: 'Come!' };
  expect((await call('PATCH', `/campaigns/emails/${id}`, change)).body).toMatchObject({ name: 'Open evening' });
  expect((await call('PATCH', `/campaigns/emails/${id}`, { editorType: 'text' })).status).toBe(422);
  const { body: read } = await call('GET', `/campaigns/emails/${id}`);
  expect(read).toMatchObject({ status: 'draft', isPlainText: true, source: 'email-campaign' });
  expect((await call('GET', '/campaigns/emails?status=draft&search=evening')).body).toMatchObject({
    total: 1,
    campaigns: [{ id }],
  });
  expect((await call('DELETE', `/campaigns/emails/${id}`)).body).toMatchObject({ deleted: true });
  expect((await call('GET', `/campaigns/emails/${id}`)).status).toBe(404);
});

test('a scheduled campaign waits, is sent, and then has figures', async () => {
  const mailing = await openMailing();
  const { call, passMs } = mailing;
  const id = await createDraft(mailing);
  // 15:00 UTC is 10 in the morning in Chicago.
  const schedule = scheduleOf(mailing, {
    scheduleType: 'scheduled',
    scheduleConfig: { sendAt: '2026-09-15 12:00 PM' },
  });
  const { status, body } = await call('POST', `/campaigns/emails/${id}/schedule`, schedule);
  expect([status, body.campaignId]).toEqual([201, id]);
  const read = async () => (await call('GET', `/campaigns/emails/${id}`)).body;
  const fetchSent = async () =>
    (await call('GET', `/campaigns/stats/email-campaigns/${body.sourceId}`)).body.stats.sent;

  expect(await read()).toMatchObject({ status: 'scheduled', sourceId: body.sourceId, ...sender });
  expect(await fetchSent()).toBe(0);
  expect((await call('POST', `/campaigns/emails/${id}/schedule`, schedule)).status).toBe(409);
  expect((await call('PATCH', `/campaigns/emails/${id}`, { name: 'Late' })).status).toBe(400);
  passMs(2 * hourMs - 1000);
  expect((await read()).status).toBe('scheduled');
  passMs(1000);
  expect((await read()).status).toBe('processing');
  passMs(60_000);
  expect((await read()).status).toBe('sent');
  expect(await fetchSent()).toBeGreaterThan(0);
  expect((await call('GET', '/campaigns/stats/email-campaigns/unknown')).status).toBe(404);
});

test('batches leave one after the other', async () => {
  const mailing = await openMailing();
  const { call, passMs, sandbox, locationId } = mailing;
  const id = await createDraft(mailing);
  const batch = { batchSize: 1, interval: 1, intervalUnit: 'hours' };
  const schedule = scheduleOf(mailing, {
    ...{ scheduleType: 'batch', scheduleConfig: { sendAt: '2026-09-15T16:00:00Z', batch } },
    recipients: {
      type: 'tag',
      tagIds: tags(sandbox.world)
        .inLocation(locationId)
        .slice(0, 1)
        .map((tag) => tag.id),
    },
  });
  const { body } = await call('POST', `/campaigns/emails/${id}/schedule`, schedule);
  const fetchSent = async () =>
    (await call('GET', `/campaigns/stats/email-campaigns/${body.sourceId}`)).body.stats.sent;
  passMs(3 * hourMs);
  const soon = await fetchSent();
  passMs(3 * hourMs);
  const later = await fetchSent();
  expect(soon).toBeGreaterThan(0);
  expect(later).toBeGreaterThan(soon);
});

test('a cancelled campaign can be scheduled again, and a test of variations has a winner', async () => {
  const mailing = await openMailing();
  const { call, passMs } = mailing;
  const { body: found } = await call('GET', '/campaigns/emails?status=cancelled');
  const { id } = found.campaigns[0];
  const abTestConfig = {
    ...{ testType: 'subjectLine', testDuration: 3600, variationCount: 2, testSize: 30, winningCriteria: 'openRate' },
    variations: [{ subject: 'A' }, { subject: 'B' }],
  };
  await call('POST', `/campaigns/emails/${id}/schedule`, scheduleOf(mailing, { abTestConfig }));
  const read = async () => (await call('GET', `/campaigns/emails/${id}`)).body;
  expect(await read()).toMatchObject({ status: 'processing', variations: [{ isWinner: false }, { isWinner: false }] });
  passMs(60_000);
  const { status, variations } = await read();
  expect([status, variations[0].isWinner, variations[1].isWinner]).toEqual(['sent', true, false]);
  const stats = await call('GET', `/campaigns/stats/email-campaigns/${variations[1].sourceId}`);
  expect(stats.body.stats.sent).toBeGreaterThan(0);
});

test('a schedule that lacks what its kind needs is refused', async () => {
  const mailing = await openMailing();
  const { call } = mailing;
  const id = await createDraft(mailing);
  const refuse = async (rest: object) =>
    (await call('POST', `/campaigns/emails/${id}/schedule`, scheduleOf(mailing, rest))).status;
  expect(await refuse({ scheduleConfig: undefined })).toBe(422);
  expect(await refuse({ scheduleType: 'scheduled' })).toBe(422);
  expect(await refuse({ scheduleType: 'scheduled', scheduleConfig: { sendAt: 'soon' } })).toBe(422);
  expect(await refuse({ scheduleType: 'scheduled', scheduleConfig: { sendAt: '2020-01-01 09:00 AM' } })).toBe(400);
  expect(await refuse({ scheduleType: 'batch', scheduleConfig: { sendAt: '2027-01-01 09:00 AM' } })).toBe(422);
  expect(await refuse({ scheduleType: 'rss' })).toBe(422);
  expect(await refuse({ timeZone: 'Moon/Base' })).toBe(422);
  expect(await refuse({ recipients: { type: 'contact', contactIds: [] } })).toBe(422);
  expect(await refuse({ recipients: { type: 'contact', contactIds: ['nobody'] } })).toBe(400);
  expect(await refuse({ recipients: { type: 'segment' } })).toBe(422);
  expect((await call('GET', `/campaigns/emails/${id}`)).body.status).toBe('draft');
});

test('who has opted out gets nothing', async () => {
  const mailing = await openMailing();
  const { call, passMs, sandbox, locationId } = mailing;
  const { world } = sandbox;
  const [first, second] = contacts(world).inLocation(locationId);
  for (const contact of [first, second]) {
    contacts(world).update(contact?.id ?? '', { dnd: contact === first, dndSettings: {}, unsubscribeEmail: false });
  }
  const id = await createDraft(mailing);
  const recipients = { type: 'contact', contactIds: [first?.id, second?.id] };
  const { body } = await call('POST', `/campaigns/emails/${id}/schedule`, scheduleOf(mailing, { recipients }));
  passMs(60_000);
  const stats = await call('GET', `/campaigns/stats/email-campaigns/${body.sourceId}`);
  expect(stats.body.stats.sent).toBe(1);
});
