import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';
import { buildInvoiceBody, buildUpdateBody, chooseCustomer, listByStatus, paymentBody, sendBody } from './bodies.ts';

const create = (shop: Shop, change: object = {}) => shop.invoices('createInvoice', buildInvoiceBody(shop, change));
const get = (shop: Shop, invoiceId: string) => shop.invoices('getInvoice', { invoiceId, ...shop.owner });
const send = (shop: Shop, invoiceId: string, change: object = {}) =>
  shop.invoices('sendInvoice', { invoiceId }, { ...shop.owner, ...sendBody, ...change });
const pay = (shop: Shop, invoiceId: string, change: object = {}) =>
  shop.invoices('recordInvoice', { invoiceId }, { ...shop.owner, ...paymentBody, ...change });
const cancel = (shop: Shop, invoiceId: string) => shop.invoices('voidInvoice', { invoiceId }, shop.owner);

describe('the life of an invoice', () => {
  it('goes from draft over sent and partially paid to paid, and its payments are on the books', async () => {
    const shop = await openShop();
    const draft = await create(shop);
    expect(draft).toMatchObject({
      status: 'draft',
      total: 238.42,
      amountDue: 238.42,
      amountPaid: 0,
      totalSummary: { subTotal: 259.97, discount: 26, tax: 4.45 },
    });

    const { invoice: sent, emailData, smsData } = await send(shop, draft._id);
    const { email, phoneNo } = chooseCustomer(shop);
    expect(sent.status).toBe('sent');
    expect([emailData.to, smsData.to]).toEqual([[email], [phoneNo]]);

    const part = await pay(shop, draft._id, { amount: 38.41 });
    expect(part.invoice).toMatchObject({ status: 'partially_paid', amountPaid: 38.41, amountDue: 200.01 });
    const rest = await pay(shop, draft._id);
    expect(rest.invoice).toMatchObject({ status: 'paid', amountPaid: 238.42, amountDue: 0 });

    const booked = await shop.payments('listTransactions', { ...shop.owner, entityId: draft._id });
    expect(booked.totalCount).toBe(2);
    expect(booked.data.map(({ amount }: { amount: number }) => amount).sort()).toEqual([200.01, 38.41]);
    expect(booked.data[0]).toMatchObject({ entityType: 'invoice', entitySourceType: 'invoice', status: 'succeeded' });
  });

  it('ends by void, which nothing can undo', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    await send(shop, _id);
    expect((await cancel(shop, _id)).status).toBe('void');
    for (const call of [cancel(shop, _id), send(shop, _id), pay(shop, _id)]) {
      expect((await refusalOf(call)).statusCode).toBe(400);
    }
  });

  it('charges a saved card at once and a bank account when the debit has cleared', async () => {
    const shop = await openShop();
    const card = { enable: true, type: 'card', paymentMethodId: 'pm_fake', card: { brand: 'visa', last4: '4242' } };
    const paid = await send(shop, (await create(shop))._id, { autoPayment: card });
    expect(paid.invoice.status).toBe('paid');

    const { _id } = await create(shop);
    const bank = { enable: true, type: 'us_bank_account', paymentMethodId: 'pm_fake' };
    const processing = await send(shop, _id, { autoPayment: bank });
    expect(processing.invoice).toMatchObject({ status: 'payment_processing', amountPaid: 0 });
    expect((await refusalOf(cancel(shop, _id))).statusCode).toBe(400);
    expect((await refusalOf(pay(shop, _id))).statusCode).toBe(400);
    shop.passDays(4);
    expect(await get(shop, _id)).toMatchObject({ status: 'paid', amountDue: 0 });
    const { data } = await shop.payments('listTransactions', { ...shop.owner, entityId: _id });
    expect(data).toMatchObject([{ status: 'succeeded', amount: 238.42 }]);
  });

  it('charges nothing when no saved card is named', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    expect((await refusalOf(send(shop, _id, { autoPayment: { enable: true } }))).statusCode).toBe(400);
    expect((await get(shop, _id)).status).toBe('draft');
  });

  it('refuses an instalment that the invoice does not have', async () => {
    const shop = await openShop();
    const { _id } = await create(shop, { paymentSchedule: { type: 'fixed', schedules: ['first', 'second'] } });
    expect((await refusalOf(pay(shop, _id, { amount: 1, paymentScheduleIds: ['third'] }))).statusCode).toBe(400);
  });

  it('refuses to record more than is due, or nothing', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    expect((await refusalOf(pay(shop, _id, { amount: 238.43 }))).statusCode).toBe(400);
    expect((await refusalOf(pay(shop, _id, { amount: 0 }))).statusCode).toBe(422);
    expect((await refusalOf(pay(shop, _id, { amount: -5 }))).statusCode).toBe(422);
    expect((await get(shop, _id)).amountPaid).toBe(0);
  });

  it.each([
    ['email', { email: '' }, { email: [] }],
    ['sms', { phoneNo: '' }, { phoneNo: [] }],
    ['sms_and_email', { phoneNo: '' }, { phoneNo: [''] }],
  ])('refuses to send by %s to a contact without address', async (action, details, sentTo) => {
    const shop = await openShop();
    const contactDetails = { ...chooseCustomer(shop), ...details };
    const { _id } = await create(shop, { contactDetails, sentTo: { email: [contactDetails.email], ...sentTo } });
    expect((await refusalOf(send(shop, _id, { action }))).statusCode).toBe(400);
    expect((await get(shop, _id)).status).toBe('draft');
    const { emailData, smsData, invoice } = await send(shop, _id, { action: 'send_manually' });
    expect([emailData, smsData, invoice.status]).toEqual([{}, {}, 'sent']);
  });

  it('leaves what is paid as it is', async () => {
    const shop = await openShop();
    const [paid] = await listByStatus(shop, 'paid');
    const { _id: invoiceId } = paid;
    const update = shop.invoices('updateInvoice', { invoiceId }, buildUpdateBody(shop));
    const remove = shop.invoices('deleteInvoice', { invoiceId, ...shop.owner });
    for (const call of [update, remove, cancel(shop, invoiceId), send(shop, invoiceId), pay(shop, invoiceId)]) {
      expect((await refusalOf(call)).statusCode).toBe(400);
    }
    expect(await get(shop, invoiceId)).toEqual({ ...paid, traceId: expect.any(String) });
  });
});

describe('text2pay', () => {
  it('creates and sends in one step, and its payment says where it came from', async () => {
    const shop = await openShop();
    const body = buildInvoiceBody(shop, { action: 'send', userId: 'user-of-the-test' });
    const { invoice, invoiceUrl } = await shop.invoices('text2payInvoice', body);
    expect(invoice.status).toBe('sent');
    expect(invoiceUrl).toContain(invoice._id);
    await pay(shop, invoice._id);
    const { data } = await shop.payments('listTransactions', { ...shop.owner, entitySourceType: 'text2Pay' });
    expect(data).toMatchObject([{ entityId: invoice._id }]);
  });

  it('keeps a draft, and sends the one it is given', async () => {
    const shop = await openShop();
    const body = buildInvoiceBody(shop, { action: 'draft', userId: 'user-of-the-test' });
    const { invoice: draft } = await shop.invoices('text2payInvoice', body);
    expect(draft.status).toBe('draft');
    const change = { id: draft._id, action: 'send', name: 'Renamed' };
    const { invoice: sent } = await shop.invoices('text2payInvoice', { ...body, ...change });
    expect(sent).toMatchObject({ _id: draft._id, status: 'sent', name: 'Renamed', invoiceNumber: draft.invoiceNumber });
  });

  it('refuses who cannot be reached, and writes nothing', async () => {
    const shop = await openShop();
    const before = await listByStatus(shop, 'draft');
    const contactDetails = { ...chooseCustomer(shop), email: '', phoneNo: '' };
    const sentTo = { email: [''], phoneNo: [] };
    const body = buildInvoiceBody(shop, { action: 'send', userId: 'u', contactDetails, sentTo });
    expect((await refusalOf(shop.invoices('text2payInvoice', body))).statusCode).toBe(400);
    expect(await listByStatus(shop, 'draft')).toEqual(before);
  });
});
