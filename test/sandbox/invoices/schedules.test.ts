import { describe, expect, it } from 'vitest';
import { generateOccurrences } from '../../../src/sandbox/domains/invoices/occurrences.ts';
import type { RecurrenceRule } from '../../../src/sandbox/domains/invoices/records.ts';
import { openShop, type Shop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';
import { buildInvoiceBody } from './bodies.ts';

const monthly = { intervalType: 'monthly', interval: 1, startDate: '2026-09-20', count: 2 };

function buildScheduleBody(shop: Shop, change: object = {}): Record<string, unknown> {
  const { issueDate: _issueDate, dueDate: _dueDate, sentTo: _sentTo, ...body } = buildInvoiceBody(shop);
  return { ...body, schedule: { rrule: monthly }, ...change };
}

const create = (shop: Shop, change: object = {}) =>
  shop.invoices('createInvoiceSchedule', buildScheduleBody(shop, change));
const get = (shop: Shop, scheduleId: string) => shop.invoices('getInvoiceSchedule', { scheduleId, ...shop.owner });
const start = (shop: Shop, scheduleId: string, change: object = {}) =>
  shop.invoices('scheduleInvoiceSchedule', { scheduleId }, { ...shop.owner, liveMode: true, ...change });
const cancel = (shop: Shop, scheduleId: string) => shop.invoices('cancelInvoiceSchedule', { scheduleId }, shop.owner);

describe('the life of a schedule', () => {
  it('sends an invoice at every date until none is left', async () => {
    const shop = await openShop();
    const draft = await create(shop);
    expect(draft).toMatchObject({ status: 'draft', total: 238.42, invoices: [] });
    expect((await start(shop, draft._id)).status).toBe('scheduled');
    expect((await refusalOf(start(shop, draft._id))).statusCode).toBe(400);

    shop.passDays(5);
    const active = await get(shop, draft._id);
    expect(active).toMatchObject({ status: 'active', invoices: [{ status: 'sent', dueDate: '2026-09-20' }] });
    shop.passDays(60);
    const complete = await get(shop, draft._id);
    expect(complete.status).toBe('complete');
    expect(complete.invoices.map(({ dueDate }: { dueDate: string }) => dueDate)).toEqual(['2026-09-20', '2026-10-20']);
    const numbers = complete.invoices.map(({ invoiceNumber }: { invoiceNumber: number }) => invoiceNumber);
    expect(numbers[1]).toBeGreaterThan(numbers[0]);
    expect((await refusalOf(cancel(shop, draft._id))).statusCode).toBe(400);
  });

  it('sends nothing more once it is cancelled', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    expect((await refusalOf(cancel(shop, _id))).statusCode).toBe(400);
    await start(shop, _id);
    expect((await cancel(shop, _id)).status).toBe('cancelled');
    shop.passDays(90);
    expect(await get(shop, _id)).toMatchObject({ status: 'cancelled', invoices: [] });
  });

  it('charges the saved card of every invoice it sends', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    const autoPayment = { enable: true, type: 'card', paymentMethodId: 'pm_fake' };
    const set = (change: object) =>
      shop.invoices('autoPaymentInvoiceSchedule', { scheduleId: _id }, { ...shop.owner, id: _id, autoPayment: change });
    expect((await refusalOf(set({ enable: true }))).statusCode).toBe(400);
    await set(autoPayment);
    await start(shop, _id);
    shop.passDays(5);
    const [invoice] = (await get(shop, _id)).invoices;
    expect(invoice).toMatchObject({ status: 'paid', amountDue: 0 });
    const { data } = await shop.payments('listTransactions', { ...shop.owner, entityId: invoice._id });
    expect(data).toMatchObject([{ amount: 238.42, entitySourceSubType: 'subscription_view' }]);
  });

  it('takes new content while it runs, and starts a draft by updateAndSchedule', async () => {
    const shop = await openShop();
    const { _id: scheduleId } = await create(shop, { termsNotes: 'Net 14' });
    const body = buildScheduleBody(shop, { name: 'Renamed' });
    const updated = await shop.invoices('updateInvoiceSchedule', { scheduleId }, body);
    expect(updated).toMatchObject({ name: 'Renamed', status: 'draft', termsNotes: '' });
    const started = await shop.invoices('updateAndScheduleInvoiceSchedule', { scheduleId });
    expect(started.status).toBe('scheduled');
    await cancel(shop, scheduleId);
    const again = shop.invoices('updateInvoiceSchedule', { scheduleId }, body);
    expect((await refusalOf(again)).statusCode).toBe(400);
  });

  it('is listed and deleted', async () => {
    const shop = await openShop();
    const list = (query: object = {}) =>
      shop.invoices('listInvoiceSchedules', { ...shop.owner, limit: '10', offset: '0', ...query });
    expect((await list()).total).toBe(2);
    const [scheduled] = (await list({ status: 'scheduled' })).schedules;
    await shop.invoices('deleteInvoiceSchedule', { scheduleId: scheduled._id, ...shop.owner });
    expect((await list()).schedules.map(({ status }: { status: string }) => status)).toEqual(['draft']);
    expect((await refusalOf(get(shop, scheduled._id))).statusCode).toBe(400);
  });

  it.each([
    ['no date', {}],
    ['a date that is none', { executeAt: 'soon' }],
    ['an end before the start', { rrule: { ...monthly, endDate: '2026-01-01' } }],
  ])('is refused with %s', async (_what, schedule) => {
    const shop = await openShop();
    expect((await refusalOf(create(shop, { schedule }))).statusCode).toBe(422);
  });
});

describe('the dates of a schedule', () => {
  function days(rrule: object, count: number): string[] {
    const found: string[] = [];
    for (const time of generateOccurrences({ rrule: rrule as RecurrenceRule })) {
      found.push(new Date(time).toISOString().slice(0, 16));
      if (found.length === count) break;
    }
    return found;
  }

  it.each([
    [
      'each day at its time',
      { intervalType: 'daily', startTime: '09:30:00' },
      ['2026-01-31T09:30', '2026-02-01T09:30'],
    ],
    ['every second week', { intervalType: 'weekly', interval: 2 }, ['2026-01-31T00:00', '2026-02-14T00:00']],
    ['a weekday', { intervalType: 'weekly', dayOfWeek: 'mo' }, ['2026-02-02T00:00', '2026-02-09T00:00']],
    ['short months', { intervalType: 'monthly' }, ['2026-01-31T00:00', '2026-02-28T00:00', '2026-03-31T00:00']],
    ['a day of the month', { intervalType: 'monthly', dayOfMonth: 15 }, ['2026-02-15T00:00', '2026-03-15T00:00']],
    ['the last day', { intervalType: 'monthly', dayOfMonth: -1 }, ['2026-01-31T00:00', '2026-02-28T00:00']],
    [
      'the last Friday',
      { intervalType: 'monthly', dayOfWeek: 'fr', numOfWeek: -1 },
      ['2026-02-27T00:00', '2026-03-27T00:00'],
    ],
    ['a month of the year', { intervalType: 'yearly', monthOfYear: 'jun' }, ['2026-06-30T00:00', '2027-06-30T00:00']],
    ['leap days', { intervalType: 'yearly', startDate: '2028-02-29' }, ['2028-02-29T00:00', '2029-02-28T00:00']],
  ])('are %s', (_what, rule, expected) => {
    expect(days({ interval: 1, startDate: '2026-01-31', ...rule }, expected.length)).toEqual(expected);
  });

  it('end by count or by date', () => {
    const daily = { intervalType: 'daily', interval: 1, startDate: '2026-01-01' };
    expect(days({ ...daily, count: 2 }, 9)).toHaveLength(2);
    expect(days({ ...daily, endDate: '2026-01-03' }, 9)).toHaveLength(3);
  });
});
