/** What a call has at stake, however it is written down. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { parseArguments } from '../../../src/mcp/pipeline/parse.ts';
import { refuseByCeilings } from '../../../src/mcp/policy/ceilings.ts';
import { weighMoney } from '../../../src/mcp/policy/money.ts';
import { type PolicyRules, policyRules } from '../../../src/mcp/policy/rules.ts';
import { type Weight, weighCall } from '../../../src/mcp/policy/weigh.ts';

const catalogue = createCatalogue();

/** As the pipeline weighs it: parsed first, where the operation's schema is to take it. */
async function weigh(name: string, args: Record<string, unknown>, isParsed = false): Promise<Weight> {
  const row = catalogue.findByName(name);
  if (row === undefined) throw new Error(name);
  const { operation, guide, input } = await catalogue.loadOperation(row);
  return weighCall(operation, guide, isParsed ? parseArguments(input, args, name).args : args);
}

const invoice = { of: 'invoice', lines: 'items' } as const;
const line = (amount: unknown, qty: unknown = 1, rest: object = {}) => ({
  name: 'x',
  currency: 'USD',
  amount,
  qty,
  ...rest,
});
const sum = (lines: unknown, rest: object = {}) =>
  weighMoney(invoice, { currency: 'USD', items: lines, ...rest }).amount;

describe('the amount of an invoice', () => {
  it.each<[string, unknown, object, number | undefined]>([
    ['many small lines', Array.from({ length: 1000 }, () => line(1.01)), {}, 1010],
    ['text for numbers', [line('1500', '2')], {}, 3000],
    ['a negative line lowers nothing', [line(1500), line(-1400)], {}, 1500],
    ['a negative quantity lowers nothing', [line(1500), line(1400, -1)], {}, 1500],
    ['two negatives make a price', [line(-30, -50)], {}, 1500],
    ['lines inside of lines', [[line(1000)], [[line(500)]]], {}, 1500],
    ['a discount lowers nothing', [line(1500)], { discount: { type: 'percentage', value: 90 } }, 1500],
    ['a discount below zero adds', [line(100)], { discount: { type: 'fixed', value: -1400 } }, 1500],
    ['and in percent', [line(100)], { discount: { type: 'percentage', value: -1400 } }, 1500],
    ['taxes add', [line(1000, 1, { taxes: [{ rate: 20 }, { rate: 30 }] })], {}, 1500],
    ['a negative tax lowers nothing', [line(1500, 1, { taxes: [{ rate: -90 }] })], {}, 1500],
    ['a tax within the price', [line(1500, 1, { taxes: [{ rate: 20 }], taxInclusive: true })], {}, 1500],
    ['extra charges', [line(1000)], { miscellaneousCharges: { charges: [{ charge: 500 }, { amount: -9 }] } }, 1500],
    ['decimal fractions', [line(0.1), line(0.2)], {}, 0.3],
    ['no price', [line(undefined)], {}, undefined],
    ['a price in words', [line('lots')], {}, undefined],
    ['a price that is true', [line(true)], {}, undefined],
  ])('%s', (_what, lines, rest, amount) => {
    expect(sum(lines, rest)).toBe(amount);
  });

  const price = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const lines = fc.array(
    fc.record({ amount: price, qty: price, taxes: fc.array(fc.record({ rate: price }), { maxLength: 2 }) }),
    { maxLength: 12 },
  );
  const rest = fc.record(
    {
      discount: fc.record({ type: fc.constantFrom('fixed', 'percentage'), value: price }),
      miscellaneousCharges: fc.record({ charges: fc.array(fc.record({ amount: price }), { maxLength: 3 }) }),
    },
    { requiredKeys: [] },
  );
  /** Sums are rounded to a millionth, and doubles are not exact. */
  const near = (amount: number) => amount - Math.max(1e-5, amount * 1e-9);

  it('never goes down by what is added', () => {
    fc.assert(
      fc.property(lines, lines, rest, (some, more, extra) => {
        const bare = sum(some) ?? Number.NaN;
        expect(sum([...some, ...more])).toBeGreaterThanOrEqual(near(bare));
        expect(sum(some, extra)).toBeGreaterThanOrEqual(near(bare));
      }),
    );
  });

  it('is at least every line and all of them together, in any order', () => {
    fc.assert(
      fc.property(lines, rest, (some, extra) => {
        const prices = some.map(({ amount, qty }) => amount * qty).filter((one) => one > 0);
        const amount = sum(some, extra) ?? Number.NaN;
        expect(amount).toBeGreaterThanOrEqual(near(prices.reduce((all, one) => all + one, 0)));
        expect(sum(some.toReversed(), extra)).toBeGreaterThanOrEqual(near(amount));
      }),
    );
  });

  it('is the same for numbers that are written as text', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const written = some.map(({ amount, qty, taxes }) => ({ amount: String(amount), qty: `${qty}`, taxes }));
        expect(sum(written)).toBe(sum(some));
      }),
    );
  });
});

describe('a ceiling on amounts', () => {
  const { ceilings = {} } = policyRules.parse({
    ceilings: { amountPerInvoice: { USD: 1000, EUR: 500 }, amountPerCharge: { USD: 100, EUR: 50 } },
  });
  const refuse = (currency: unknown, amount: number, lineCurrency: unknown = currency) => {
    const money = weighMoney(invoice, { currency, items: [{ amount, qty: 1, currency: lineCurrency }] });
    return refuseByCeilings(ceilings, { messages: 0, deletes: 0, moments: [], money });
  };

  it.each<[unknown, number, unknown, string | undefined]>([
    ['USD', 1000, 'USD', undefined],
    ['USD', 1000.01, 'USD', 'above 1000 USD'],
    ['usd', 1001, 'usd', 'above 1000 USD'],
    ['eur', 501, 'eur', 'above 500 EUR'],
    ['USD', 501, 'eur', 'above 500 EUR'],
    ['kwd', 1, 'kwd', 'no invoice in KWD'],
    ['USD', 1, 'KWD', 'no invoice in KWD'],
    ['__proto__', 1, 'USD', 'no invoice in'],
    ['', 1, ' ', 'names no currency'],
    [undefined, 1, undefined, 'names no currency'],
    ['USD', Number.NaN, 'USD', 'do not tell the amount'],
    ['USD', Number.POSITIVE_INFINITY, 'USD', 'above 1000 USD'],
  ])('%s %d, its lines in %s', (currency, amount, lineCurrency, why) => {
    const reason = refuse(currency, amount, lineCurrency);
    if (why === undefined) expect(reason).toBeUndefined();
    else expect(reason).toContain(why);
    expect(reason ?? 'rule ceilings.amountPerInvoice').toContain('rule ceilings.amountPerInvoice');
  });

  it.each<[string, Record<string, unknown>, string | undefined]>([
    ['invoices_invoice_payment_record', { amount: 50 }, undefined],
    // In the currency of the invoice, which may be the stricter one.
    ['invoices_invoice_payment_record', { amount: 60 }, 'above 50 EUR'],
    ['invoices_invoice_payment_record', { amount: -60 }, 'above 50 EUR'],
    ['invoices_invoice_payment_record', {}, 'do not tell the amount'],
    ['payments_order_payment_record', { amount: '51' }, 'above 50 EUR'],
    ['marketplace_charge_create', { price: 3, units: 33 }, undefined],
    ['marketplace_charge_create', { price: 3, units: 34 }, 'above 100 USD'],
    ['marketplace_charge_create', { units: 1 }, 'do not tell the amount'],
    ['saas_api_wallet_credit_add', { complimentaryCreditsAmount: 51 }, 'above 50 EUR'],
    ['invoices_invoice_send', { action: 'email' }, undefined],
    ['invoices_invoice_send', { action: 'email', autoPayment: { enable: false } }, undefined],
    ['invoices_invoice_send', { action: 'email', autoPayment: { enable: true } }, 'do not tell the amount'],
    ['invoices_schedule_start', { autoPayment: { enable: true } }, 'do not tell the amount'],
    ['phone_system_number_purchase', {}, 'do not tell the amount'],
    ['saas_api_mode_enable', {}, 'do not tell the amount'],
    ['contacts_contact_delete', {}, undefined],
  ])('%s %j', async (name, args, why) => {
    const reason = refuseByCeilings(ceilings, await weigh(name, args));
    if (why === undefined) expect(reason).toBeUndefined();
    else expect(reason).toContain(why);
  });

  it.each([
    'invoices_invoice_create',
    'invoices_text2pay_send',
    'invoices_template_create',
    'invoices_template_update',
    'invoices_schedule_create',
    'invoices_schedule_update',
    'invoices_estimate_create',
    'invoices_estimate_update',
    'invoices_estimate_template_create',
    'invoices_estimate_template_update',
  ])('bounds %s', async (name) => {
    const weight = await weigh(name, { currency: 'USD', items: [line(400), line(601)] });
    expect(refuseByCeilings(ceilings, weight)).toContain('1001, above 1000 USD');
  });

  it('bounds an edited invoice, whose lines have another name', async () => {
    const weight = await weigh('invoices_invoice_update', { currency: 'USD', invoiceItems: [line(1001)] });
    expect(refuseByCeilings(ceilings, weight)).toContain('1001, above 1000 USD');
  });

  it('every operation that takes lines with prices is bounded', async () => {
    const taking: string[] = [];
    for (const row of catalogue.rows.filter(({ guided, risk }) => guided && risk !== 'read')) {
      const { operation, guide } = await catalogue.loadOperation(row);
      const takesLines = Object.keys(operation.places).some((name) => name === 'items' || name === 'invoiceItems');
      if (takesLines && guide.money === undefined) taking.push(guide.name);
    }
    // Parcels of an order that is paid already, and numbers in stock.
    expect(taking).toEqual(['payments_order_fulfillment_create', 'products_inventory_update']);
  });

  it('a table without any currency permits nothing', async () => {
    const none: PolicyRules['ceilings'] = { amountPerCharge: {} };
    expect(refuseByCeilings(none, await weigh('invoices_invoice_payment_record', { amount: 1 }))).toContain(
      'permitted',
    );
  });
});

describe('how many', () => {
  it.each<[string, Record<string, unknown>, Partial<Weight>]>([
    ['conversations_message_send', { contactId: 'c' }, { messages: 1 }],
    ['conversations_message_send', { contactId: 'c', emailCc: ['a', 'b'], emailBcc: ['c'] }, { messages: 4 }],
    ['emails_campaign_schedule', { recipients: { type: 'contact', contactIds: ['a', 'b', 'c'] } }, { messages: 3 }],
    ['emails_campaign_schedule', { recipients: { type: 'contact', contactIds: [['a', 'b'], ['c']] } }, { messages: 3 }],
    ['emails_campaign_schedule', { recipients: { type: 'tag', tagIds: ['t'] } }, { messages: 'untold' }],
    ['emails_campaign_schedule', { recipients: { contactIds: ['a'], segment: 'x' } }, { messages: 'untold' }],
    ['emails_campaign_schedule', { recipients: { contactIds: ['a'] }, rssConfig: {} }, { messages: 'untold' }],
    ['invoices_text2pay_send', { action: 'draft', sentTo: { email: ['a'] } }, { messages: 0 }],
    ['invoices_text2pay_send', { action: 'send', sentTo: { email: ['a'], phoneNo: ['b', 'c'] } }, { messages: 3 }],
    ['invoices_invoice_send', { action: 'email' }, { messages: 1 }],
    ['invoices_invoice_send', { action: 'send_manually' }, { messages: 0 }],
    ['invoices_estimate_create', {}, { messages: 0 }],
    ['invoices_estimate_create', { sendEstimateDetails: { action: 'sms' } }, { messages: 1 }],
    ['calendars_appointment_create', {}, { messages: 1 }],
    ['calendars_appointment_create', { toNotify: false }, { messages: 0 }],
    ['proposals_document_send', { documentId: 'd', ccRecipients: [{ email: 'a' }] }, { messages: 2 }],
    ['contacts_workflow_add', {}, { messages: 1 }],
    ['contacts_contact_delete', {}, { messages: 0, deletes: 1 }],
    ['contacts_tag_remove', {}, { deletes: 0 }],
    ['calendars_event_delete', {}, { messages: 1, deletes: 1 }],
    ['medias_bulk_file_delete', { filesToBeDeleted: [{ _id: 'a' }, { _id: 'b' }] }, { deletes: 2 }],
    ['social_media_posting_bulk_post_delete', { postIds: ['a', 'b', 'c'] }, { deletes: 3 }],
    ['knowledge_base_page_delete', { urlIds: ['a', 'b'] }, { deletes: 2 }],
    ['products_bulk_action_run', { type: 'bulk-delete-products', productIds: ['a', 'b'] }, { deletes: 2 }],
    ['products_bulk_action_run', { type: 'bulk-delete-products', productIds: [], filters: {} }, { deletes: 'untold' }],
    ['products_bulk_action_run', { type: 'bulk-update-price', productIds: ['a', 'b'] }, { deletes: 0 }],
    ['social_media_posting_queue_update', { status: 'deleted' }, { deletes: 1 }],
    ['social_media_posting_queue_update', { status: 'Deleted' }, { deletes: 1 }],
    ['social_media_posting_queue_update', { status: 'paused' }, { deletes: 0 }],
    ['contacts_contact_update', {}, { messages: 0, deletes: 0, money: undefined }],
  ])('%s %j', async (name, args, expected) => {
    expect(await weigh(name, args)).toMatchObject(expected);
  });

  it('a list that arrives as text is counted by its items', async () => {
    const args = { locationId: 'L', postIds: '["a","b","c"]' };
    expect((await weigh('social_media_posting_bulk_post_delete', args, true)).deletes).toBe(3);
  });

  it('what cannot be told is refused under a ceiling', async () => {
    const weight = await weigh('emails_campaign_schedule', { recipients: { tagIds: ['t'] } });
    expect(refuseByCeilings({ messagesPerHour: 1000 }, weight)).toContain('rule ceilings.messagesPerHour: 1000');
    expect(refuseByCeilings({ deletesPerDay: 1 }, weight)).toBeUndefined();
  });
});
