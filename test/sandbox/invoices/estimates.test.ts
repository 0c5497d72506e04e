import { describe, expect, it } from 'vitest';
import { openShop, type Shop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';
import { buildInvoiceBody, chooseCustomer, sendBody } from './bodies.ts';

function buildEstimateBody(shop: Shop, change: object = {}): Record<string, unknown> {
  const { dueDate: _dueDate, ...body } = buildInvoiceBody(shop);
  const frequencySettings = { enabled: false, schedule: {} };
  return { ...body, frequencySettings, expiryDate: '2026-10-15', ...change };
}

const create = (shop: Shop, change: object = {}) => shop.invoices('createNewEstimate', buildEstimateBody(shop, change));
const update = (shop: Shop, estimateId: string, change: object) =>
  shop.invoices('updateEstimate', { estimateId }, buildEstimateBody(shop, change));
const send = (shop: Shop, estimateId: string, change: object = {}) =>
  shop.invoices('sendEstimate', { estimateId }, { ...shop.owner, ...sendBody, ...change });
const makeInvoice = (shop: Shop, estimateId: string) =>
  shop.invoices('createInvoiceFromEstimate', { estimateId }, { ...shop.owner, markAsInvoiced: true });
const list = (shop: Shop, query: object = {}) =>
  shop.invoices('listEstimates', { ...shop.owner, limit: '100', offset: '0', ...query });

describe('the life of an estimate', () => {
  it('goes from draft over sent, viewed and accepted to an invoice', async () => {
    const shop = await openShop();
    const { estimateNumber: next } = await shop.invoices('generateEstimateNumber', shop.owner);
    const draft = await create(shop);
    expect(draft).toMatchObject({ estimateStatus: 'draft', estimateNumber: next, total: 238.42 });
    expect(draft.expiryDate).toBe('2026-10-15T00:00:00.000Z');
    const estimateId = draft._id;

    expect((await refusalOf(update(shop, estimateId, { estimateStatus: 'accepted' }))).statusCode).toBe(400);
    expect((await send(shop, estimateId)).estimateStatus).toBe('sent');
    await shop.invoices('updateEstimateLastVisitedAt', { estimateId });
    const { estimates } = await list(shop, { status: 'viewed' });
    expect(estimates).toMatchObject([{ _id: estimateId, lastVisitedAt: '2026-09-15T15:00:00.000Z' }]);
    expect((await update(shop, estimateId, { estimateStatus: 'accepted' })).estimateStatus).toBe('accepted');

    const { estimate, invoice } = await makeInvoice(shop, estimateId);
    expect(estimate).toMatchObject({
      estimateStatus: 'invoiced',
      estimateActionHistory: ['created', 'sent', 'viewed', 'accepted', 'invoiced'].map((action) => ({
        action,
        timestamp: '2026-09-15T15:00:00.000Z',
      })),
    });
    expect(invoice).toMatchObject({ status: 'draft', total: 238.42, title: 'INVOICE', estimateId });
    expect(invoice.invoiceItems).toHaveLength(2);
    expect((await refusalOf(makeInvoice(shop, estimateId))).statusCode).toBe(400);
    expect((await refusalOf(update(shop, estimateId, {}))).statusCode).toBe(400);
    expect((await refusalOf(send(shop, estimateId))).statusCode).toBe(400);
  });

  it('becomes an invoice by itself when that is wanted on acceptance', async () => {
    const shop = await openShop();
    const { _id } = await create(shop, { autoInvoice: { enabled: true } });
    await send(shop, _id);
    const change = { estimateStatus: 'accepted', autoInvoice: { enabled: true } };
    expect((await update(shop, _id, change)).estimateStatus).toBe('invoiced');
    const query = { ...shop.owner, limit: '1', offset: '0' };
    const { invoices } = await shop.invoices('listInvoices', query);
    expect(invoices).toMatchObject([{ estimateId: _id, total: 238.42 }]);
  });

  it('makes no invoice once it is declined', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    await send(shop, _id);
    await update(shop, _id, { estimateStatus: 'declined' });
    expect((await refusalOf(makeInvoice(shop, _id))).statusCode).toBe(400);
  });

  it('is sent while it is created, or refused when nobody can be reached', async () => {
    const shop = await openShop();
    const sendEstimateDetails = { ...shop.owner, ...sendBody };
    expect((await create(shop, { sendEstimateDetails })).estimateStatus).toBe('sent');
    const contactDetails = { ...chooseCustomer(shop), email: '' };
    const before = (await list(shop)).total;
    const refused = create(shop, { sendEstimateDetails, contactDetails, sentTo: { email: [] } });
    expect((await refusalOf(refused)).statusCode).toBe(400);
    expect((await list(shop)).total).toBe(before);
  });

  it('loses on PUT what the body does not have', async () => {
    const shop = await openShop();
    const { _id } = await create(shop, { termsNotes: 'Net 14', meta: { key: 'value' } });
    const updated = await update(shop, _id, {});
    expect(updated).not.toHaveProperty('termsNotes');
    expect(updated).toMatchObject({ meta: {}, estimateStatus: 'draft' });
  });

  it('is deleted', async () => {
    const shop = await openShop();
    const { _id } = await create(shop);
    expect(await shop.invoices('deleteEstimate', { estimateId: _id }, shop.owner)).toMatchObject({ deleted: true });
    expect((await refusalOf(send(shop, _id))).statusCode).toBe(400);
  });

  it('is listed by status, contact and words', async () => {
    const shop = await openShop();
    expect((await list(shop)).total).toBe(3);
    expect((await list(shop, { status: 'all' })).total).toBe(3);
    for (const status of ['draft', 'sent', 'accepted']) expect((await list(shop, { status })).total).toBe(1);
    const { _id, contactDetails } = await create(shop, { name: 'Roof' });
    expect((await list(shop, { search: 'roof' })).estimates).toMatchObject([{ _id }]);
    expect((await list(shop, { contactId: contactDetails.id, startAt: '2026-09-15' })).total).toBeGreaterThan(0);
  });
});
