import { describe, expect, it } from 'vitest';
import { openShop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';
import { businessDetails, items } from './bodies.ts';

const page = { limit: '10', offset: '0' };

describe('invoice templates', () => {
  it('are written, replaced, set up and deleted', async () => {
    const shop = await openShop();
    const { owner } = shop;
    const body = { ...owner, name: 'Quarterly check', currency: 'USD', items, businessDetails, termsNotes: 'Net 14' };
    const created = await shop.invoices('createInvoiceTemplate', body);
    expect(created).toMatchObject({ name: 'Quarterly check', total: 264.92, termsNotes: 'Net 14' });
    const templateId = created._id;

    const lateFeesConfiguration = {
      enable: true,
      value: 10,
      type: 'fixed',
      frequency: { intervalCount: 1, interval: 'week' },
    };
    const late = { ...owner, lateFeesConfiguration };
    await shop.invoices('updateInvoiceTemplateLateFeesConfiguration', { templateId }, late);
    const paymentMethods = { stripe: { enableBankDebitOnly: true } };
    await shop.invoices('updateInvoicePaymentMethodsConfiguration', { templateId }, { ...owner, paymentMethods });
    const read = () => shop.invoices('getInvoiceTemplate', { templateId, ...owner });
    expect(await read()).toMatchObject({ lateFeesConfiguration, paymentMethods, name: 'Quarterly check' });

    const { termsNotes: _termsNotes, ...replacement } = { ...body, name: 'Yearly check', items: items.slice(0, 1) };
    await shop.invoices('updateInvoiceTemplate', { templateId }, replacement);
    const replaced = await read();
    expect(replaced).toMatchObject({ name: 'Yearly check', total: 200, createdAt: created.createdAt });
    for (const field of ['termsNotes', 'lateFeesConfiguration', 'paymentMethods']) {
      expect(replaced).not.toHaveProperty(field);
    }

    const list = await shop.invoices('listInvoiceTemplates', { ...owner, ...page, search: 'yearly' });
    expect([list.totalCount, list.data[0]._id]).toEqual([1, templateId]);
    expect((await shop.invoices('listInvoiceTemplates', { ...owner, ...page })).totalCount).toBe(5);
    expect(await shop.invoices('deleteInvoiceTemplate', { templateId, ...owner })).toMatchObject({ success: true });
    expect((await refusalOf(read())).statusCode).toBe(400);
  });
});

describe('estimate templates', () => {
  it('are written, previewed, replaced and deleted', async () => {
    const shop = await openShop();
    const { owner } = shop;
    const discount = { type: 'fixed', value: 64.92 };
    const body = { ...owner, name: 'House call', currency: 'USD', items, businessDetails, discount, meta: { a: 1 } };
    const created = await shop.invoices('createEstimateTemplate', body);
    const preview = () => shop.invoices('previewEstimateTemplate', { ...owner, templateId: created._id });
    expect(await preview()).toMatchObject({ name: 'House call', estimateNumberPrefix: 'EST-', meta: { a: 1 } });

    const { meta: _meta, ...replacement } = { ...body, name: 'Home visit' };
    await shop.invoices('updateEstimateTemplate', { templateId: created._id }, replacement);
    expect(await preview()).not.toHaveProperty('meta');
    const list = await shop.invoices('listEstimateTemplates', { ...owner, ...page, search: 'home visit' });
    expect([list.totalCount, list.data[0].name]).toEqual([1, 'Home visit']);
    const gone = await shop.invoices('deleteEstimateTemplate', { templateId: created._id }, owner);
    expect(gone.deleted).toBe(true);
    expect((await refusalOf(preview())).statusCode).toBe(400);
  });
});
