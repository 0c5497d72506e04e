import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeTotals } from '../../../src/sandbox/domains/invoices/totals.ts';
import { type Answer, openShop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';
import { buildInvoiceBody, buildUpdateBody, chooseCustomer, items } from './bodies.ts';

describe('the list of invoices', () => {
  it('pages, sorts and filters', async () => {
    const shop = await openShop();
    const list = (query: object = {}) =>
      shop.invoices('listInvoices', { ...shop.owner, limit: '100', offset: '0', ...query });
    const { invoices, total } = await list();
    expect([invoices.length, total]).toEqual([25, 25]);
    const ids = (answer: Answer) => answer.invoices.map(({ _id }: Answer) => _id);
    expect(ids(await list({ limit: '4', offset: '22' }))).toEqual(ids({ invoices: invoices.slice(22) }));
    for (const status of ['draft', 'sent', 'partially_paid', 'paid', 'void', 'payment_processing']) {
      const wanted = invoices.filter((invoice: Answer) => invoice.status === status).length;
      expect(wanted).toBeGreaterThan(0);
      expect((await list({ status })).total).toBe(wanted);
    }
    const ascending = await list({ sortField: 'issueDate', sortOrder: 'ascend' });
    const dates = ascending.invoices.map(({ issueDate }: Answer) => issueDate);
    expect(dates).toEqual(dates.toSorted());
    expect((await list({ startAt: dates[0], endAt: dates[2] })).total).toBe(3);
    const { id, email } = invoices[0].contactDetails;
    const ofContact = invoices.filter((invoice: Answer) => invoice.contactDetails.id === id).length;
    expect((await list({ contactId: id })).total).toBe(ofContact);
    expect((await list({ search: email })).total).toBe(ofContact);
    expect((await refusalOf(list({ limit: 'ten' }))).statusCode).toBe(422);
  });

  it('adds up, invoice by invoice, with the transactions of each', async () => {
    const shop = await openShop();
    const { invoices } = await shop.invoices('listInvoices', { ...shop.owner, limit: '100', offset: '0' });
    const { data } = await shop.payments('listTransactions', { ...shop.owner, limit: 100 });
    const cents = (amount: number) => Math.round(amount * 100);
    for (const invoice of invoices) {
      const { subTotal, discount, tax } = invoice.totalSummary;
      expect(cents(invoice.total)).toBe(cents(subTotal) - cents(discount) + cents(tax));
      expect(cents(invoice.total)).toBe(cents(invoice.amountPaid) + cents(invoice.amountDue));
      const booked = data.filter(({ entityId, status }: Answer) => entityId === invoice._id && status === 'succeeded');
      const received = booked.reduce((sum: number, { amount }: Answer) => sum + cents(amount), 0);
      expect(received).toBe(cents(invoice.amountPaid));
      expect(invoice.status === 'paid').toBe(invoice.amountDue === 0);
    }
  });
});

describe('writing an invoice', () => {
  it('numbers without gap, keeps a chosen number, and refuses one that is taken', async () => {
    const shop = await openShop();
    const next = async () => (await shop.invoices('generateInvoiceNumber', shop.owner)).invoiceNumber;
    const create = (change: object = {}) => shop.invoices('createInvoice', buildInvoiceBody(shop, change));
    expect([await next(), await next()]).toEqual([26, 26]);
    expect((await create()).invoiceNumber).toBe(26);
    expect((await create({ invoiceNumber: '100' })).invoiceNumber).toBe(100);
    expect((await create()).invoiceNumber).toBe(101);
    expect((await refusalOf(create({ invoiceNumber: '26' }))).statusCode).toBe(400);
    const last = await create();
    await shop.invoices('deleteInvoice', { invoiceId: last._id, ...shop.owner });
    expect((await create()).invoiceNumber).toBe(last.invoiceNumber + 1);
  });

  it('replaces everything on PUT: what is missing is gone, number and payments stay', async () => {
    const shop = await openShop();
    const fees = { enable: true, value: 5, type: 'fixed', frequency: { intervalCount: 1, interval: 'week' } };
    const paymentSchedule = { type: 'percentage', schedules: ['half', 'half'] };
    const body = buildInvoiceBody(shop, { termsNotes: 'Net 14', lateFeesConfiguration: fees, paymentSchedule });
    const created = await shop.invoices('createInvoice', body);
    expect(created).toMatchObject({ termsNotes: 'Net 14', lateFeesConfiguration: fees });
    const [instalment] = created.paymentSchedule.schedules;

    const payment = { mode: 'other', notes: '', amount: 50, paymentScheduleIds: [instalment._id] };
    const recorded = await shop.fetch('POST', `/invoices/${created._id}/record-payment`, {
      ...shop.owner,
      ...payment,
      notes: 'first half',
      card: { brand: 'visa', last4: '4242' },
      cheque: { number: '1' },
    });
    expect(recorded.body.invoice.paymentSchedule.schedules.map(({ status }: Answer) => status)).toEqual([
      'paid',
      'pending',
    ]);

    const { discount: _discount, contactDetails: _contact, ...bare } = buildUpdateBody(shop);
    const put = { ...bare, contactId: chooseCustomer(shop).id, description: null };
    const updated = await shop.invoices('updateInvoice', { invoiceId: created._id }, put);
    expect(updated).toMatchObject({
      invoiceNumber: created.invoiceNumber,
      createdAt: created.createdAt,
      status: 'partially_paid',
      amountPaid: 50,
      total: 264.92,
      contactDetails: chooseCustomer(shop),
    });
    for (const field of ['termsNotes', 'lateFeesConfiguration', 'paymentSchedule', 'description']) {
      expect(updated).not.toHaveProperty(field);
    }
  });

  it('refuses a total below what has been paid', async () => {
    const shop = await openShop();
    const { _id: invoiceId } = await shop.invoices('createInvoice', buildInvoiceBody(shop));
    const payment = { ...shop.owner, mode: 'cash', notes: 'n', amount: 200 };
    const details = { card: { brand: 'visa', last4: '4242' }, cheque: { number: '1' } };
    await shop.invoices('recordInvoice', { invoiceId }, { ...payment, ...details });
    const body = buildUpdateBody(shop, { invoiceItems: items.slice(1) });
    expect((await refusalOf(shop.invoices('updateInvoice', { invoiceId }, body))).statusCode).toBe(400);
  });

  it.each([
    ['a contact of nowhere', { contactDetails: { id: 'nobody', name: 'N', email: 'n@example.com', phoneNo: '' } }, 400],
    ['no items', { items: [] }, 422],
    ['a negative amount', { items: [{ ...items[0], amount: -1 }] }, 422],
    ['a quantity of nothing', { items: [{ ...items[0], qty: 0 }] }, 422],
    ['an item in another currency', { items: [{ ...items[0], currency: 'EUR' }] }, 400],
    ['a currency of no country', { currency: 'dollars' }, 422],
    ['a discount of more than all', { discount: { type: 'percentage', value: 101 } }, 422],
    ['a due date before the issue date', { dueDate: '2026-09-14' }, 400],
    ['a date that is none', { issueDate: 'tomorrow' }, 422],
  ])('refuses %s', async (_what, change, status) => {
    const shop = await openShop();
    const answer = await shop.fetch('POST', '/invoices/', buildInvoiceBody(shop, change));
    expect(answer.status).toBe(status);
    expect((await shop.invoices('generateInvoiceNumber', shop.owner)).invoiceNumber).toBe(26);
  });

  it('sets late fees and remembers a visit', async () => {
    const shop = await openShop();
    const { _id: invoiceId } = await shop.invoices('createInvoice', buildInvoiceBody(shop));
    const fees = { enable: true, value: 5, type: 'percentage', frequency: { intervalCount: 1, interval: 'month' } };
    const body = { ...shop.owner, lateFeesConfiguration: fees };
    const changed = await shop.invoices('updateInvoiceLateFeesConfiguration', { invoiceId }, body);
    expect(changed).toMatchObject({ lateFeesConfiguration: fees, name: 'Autumn work' });
    await shop.invoices('updateInvoiceLastVisitedAt', { invoiceId });
    const read = await shop.invoices('getInvoice', { invoiceId, ...shop.owner });
    expect(read.lastVisitedAt).toBe('2026-09-15T15:00:00.000Z');
  });

  it('shows the settings of the location', async () => {
    const shop = await openShop();
    const settings = await shop.invoices('getInvoiceSettings', shop.owner);
    expect(settings).toMatchObject({ altId: shop.locationId, invoiceNumberPrefix: 'INV-', dueAfterXDays: 30 });
  });
});

describe('totals', () => {
  const line = fc.record({
    _id: fc.constant('line'),
    name: fc.constant('Line'),
    currency: fc.constant('USD'),
    amount: fc.integer({ min: 0, max: 10_000_000 }).map((cents) => cents / 100),
    qty: fc.integer({ min: 1, max: 999 }),
    taxInclusive: fc.boolean(),
    productId: fc.constantFrom('a', 'b'),
    taxes: fc.array(
      fc.record({
        _id: fc.constant('tax'),
        name: fc.constant('Tax'),
        rate: fc.integer({ min: 0, max: 3000 }).map((rate) => rate / 100),
      }),
      { maxLength: 3 },
    ),
  });
  const discount = fc.record({
    type: fc.constantFrom('percentage' as const, 'fixed' as const),
    value: fc.integer({ min: 0, max: 10_000 }).map((value) => value / 100),
    validOnProductIds: fc.constantFrom([], ['a']),
  });
  const isCents = (amount: number) => amount === Number(amount.toFixed(2));
  const cents = (amount: number) => Math.round(amount * 100);

  it('are whole cents, and subtotal less discount plus tax is the total', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), discount, (lines, off) => {
        const { total, totalSummary } = computeTotals(lines, off, 'USD');
        const { subTotal, tax } = totalSummary;
        expect([total, subTotal, totalSummary.discount, tax].every(isCents)).toBe(true);
        expect(cents(total)).toBe(cents(subTotal) - cents(totalSummary.discount) + cents(tax));
        expect(total).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('do not depend on how a line is split, when there is no tax or discount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 50 }), (minor, qty) => {
        const one = {
          _id: 'l',
          name: 'L',
          currency: 'USD',
          amount: minor / 100,
          qty: 1,
          taxes: [],
          taxInclusive: false,
        };
        const none = { type: 'percentage' as const };
        const split = computeTotals(Array(qty).fill(one), none, 'USD');
        expect(computeTotals([{ ...one, qty }], none, 'USD')).toEqual(split);
        expect(cents(split.total)).toBe(minor * qty);
      }),
    );
  });

  it('take a discount off the products it is valid on, and no more than they cost', () => {
    const make = (productId: string) => ({
      ...{ _id: productId, name: productId, currency: 'USD', amount: 50, qty: 1, taxes: [], taxInclusive: false },
      productId,
    });
    const lines = [make('a'), make('b')];
    expect(computeTotals(lines, { type: 'fixed', value: 80, validOnProductIds: ['a'] }, 'USD').total).toBe(50);
    expect(computeTotals(lines, { type: 'percentage', value: 10, validOnProductIds: ['b'] }, 'USD').total).toBe(95);
  });

  it('find the tax inside an amount that includes it', () => {
    const tax = { _id: 't', name: 'VAT', rate: 20 };
    const one = { _id: 'l', name: 'L', currency: 'USD', amount: 120, qty: 1, taxes: [tax], taxInclusive: true };
    expect(computeTotals([one], { type: 'fixed', value: 0 }, 'USD')).toEqual({
      total: 120,
      totalSummary: { subTotal: 100, discount: 0, tax: 20 },
    });
  });
});
