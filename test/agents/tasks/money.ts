/** Invoices, estimates, and what came in. */
import assert from 'node:assert/strict';
import type { Agent } from '../agent.ts';
import { type Answer, defineTask } from '../task.ts';

/** Who pays, as invoices and estimates want it: HighLevel takes no id alone. */
async function findCustomer(agent: Agent, name: string): Promise<Answer> {
  await agent.find('find a contact by name', 'contacts_contact_search');
  const { contacts } = await agent.read('contacts_contact_search', { query: name, pageLimit: 5 }, [
    'contacts.contactName',
    'contacts.email',
    'contacts.phone',
  ]);
  const [{ id, contactName, email, phone }] = contacts;
  return { id, name: contactName, email, phoneNo: phone };
}

const invoice = defineTask({
  title: 'Create and send an invoice, or text-to-pay',
  resources: ['contacts', 'invoices', 'products', 'users'],
  async run(agent) {
    const customer = await findCustomer(agent, 'Hana Novak');
    const { match: product } = await agent.lookup('product', 'Starter kit');
    await agent.find('price of a product', 'products_price_list');
    const { prices } = await agent.read('products_price_list', { productId: product.id }, [
      'prices.name',
      'prices.amount',
      'prices.currency',
    ]);
    const [price] = prices;
    await agent.find('create an invoice and send it', 'invoices_invoice_create', 'invoices_invoice_send');
    await agent.describe('invoices_invoice_create', 'businessDetails', 'contactDetails', 'items', 'discount', 'sentTo');
    const item = { name: product.name, productId: product.id, priceId: price._id, currency: 'USD', qty: 1 };
    const draft = await agent.write(
      'invoices_invoice_create',
      {
        name: 'Starter kit for Hana Novak',
        title: 'INVOICE',
        currency: 'USD',
        businessDetails: { name: 'Lakeview Dental Studio' },
        contactDetails: customer,
        items: [{ ...item, amount: price.amount }],
        discount: { type: 'percentage', value: 0 },
        issueDate: '2026-03-04',
        dueDate: '2026-03-18',
        sentTo: { email: [customer.email] },
        liveMode: true,
      },
      ['invoiceNumber', 'total'],
    );
    const { match: sender } = await agent.lookup('user', 'Morgan Ellery');
    await agent.confirm('invoices_invoice_send', {
      invoiceId: draft._id,
      userId: sender.id,
      action: 'email',
      liveMode: true,
    });
    return { invoiceId: draft._id, total: price.amount, contactId: customer.id };
  },
  async check(inspect, { invoiceId, total, contactId }, locationId) {
    const { status, amountDue, contactDetails } = await inspect(
      `/invoices/${invoiceId}?altId=${locationId}&altType=location`,
    );
    assert.deepEqual([status, amountDue, contactDetails.id], ['sent', total, contactId]);
    assert.ok(total > 0);
  },
});

const unpaid = defineTask({
  title: 'Unpaid/overdue invoices report; record a manual payment',
  resources: ['invoices'],
  async run(agent) {
    await agent.find('unpaid and overdue invoices', 'invoices_invoice_list');
    const { rows } = await agent.query({
      operation: 'invoices_invoice_list',
      where: [
        { field: 'status', op: 'in', value: ['sent', 'partially_paid'] },
        { field: 'dueDate', op: 'lt', value: '2026-03-04' },
      ],
      select: ['_id', 'invoiceNumber', 'contactDetails.name', 'amountDue', 'dueDate'],
      sort: 'dueDate',
    });
    const [oldest] = rows;
    await agent.find('record a cash payment on an invoice', 'invoices_invoice_payment_record');
    await agent.describe('invoices_invoice_payment_record', 'card', 'cheque');
    await agent.confirm('invoices_invoice_payment_record', {
      invoiceId: oldest._id,
      mode: 'cash',
      card: { brand: '', last4: '' },
      cheque: { number: '' },
      amount: oldest.amountDue,
      notes: 'Paid at the desk',
    });
    await agent.find('one invoice with its status', 'invoices_invoice_get');
    const paid = await agent.read('invoices_invoice_get', { invoiceId: oldest._id }, ['status', 'amountDue']);
    return { overdue: rows.map(({ _id }: Answer) => _id), paid };
  },
  async check(inspect, { overdue, paid }, locationId) {
    const place = `altId=${locationId}&altType=location`;
    const { invoices } = await inspect(`/invoices/?${place}&limit=100&offset=0`);
    const late = invoices.filter(
      ({ status, dueDate, _id }: Answer) =>
        _id === paid._id || (['sent', 'partially_paid'].includes(status) && dueDate < '2026-03-04'),
    );
    assert.deepEqual(overdue.toSorted(), late.map(({ _id }: Answer) => _id).toSorted());
    const { status, amountDue } = await inspect(`/invoices/${overdue[0]}?${place}`);
    assert.deepEqual([paid.status, status, amountDue ?? 0], ['paid', 'paid', 0]);
  },
});

const estimate = defineTask({
  title: 'Estimate to invoice',
  resources: ['contacts', 'invoices', 'users'],
  async run(agent) {
    const customer = await findCustomer(agent, 'Emeka Ramos');
    await agent.find('create an estimate', 'invoices_estimate_create');
    await agent.describe(
      'invoices_estimate_create',
      'businessDetails',
      'contactDetails',
      'items',
      'discount',
      'frequencySettings',
    );
    const draft = await agent.confirm('invoices_estimate_create', {
      name: 'Implant for Emeka Ramos',
      title: 'ESTIMATE',
      currency: 'USD',
      businessDetails: { name: 'Lakeview Dental Studio' },
      contactDetails: customer,
      items: [{ name: 'Single implant', currency: 'USD', amount: 3600, qty: 1 }],
      discount: { type: 'percentage', value: 0 },
      issueDate: '2026-03-04',
      expiryDate: '2026-04-03',
      frequencySettings: { enabled: false, schedule: {} },
      liveMode: true,
    });
    const { match: sender } = await agent.lookup('user', 'Morgan Ellery');
    await agent.find('send the estimate', 'invoices_estimate_send');
    await agent.confirm('invoices_estimate_send', {
      estimateId: draft._id,
      action: 'email',
      liveMode: true,
      userId: sender.id,
    });
    await agent.find('turn an estimate into an invoice', 'invoices_estimate_invoice_create');
    const made = await agent.write('invoices_estimate_invoice_create', { estimateId: draft._id, markAsInvoiced: true });
    return { estimateId: draft._id, invoiceId: made.invoice._id, contactId: customer.id, senderId: sender.id };
  },
  async check(inspect, { estimateId, invoiceId, contactId, senderId }, locationId) {
    const place = `altId=${locationId}&altType=location`;
    const { total, contactDetails } = await inspect(`/invoices/${invoiceId}?${place}`);
    assert.deepEqual([total, contactDetails.id], [3600, contactId]);
    const { estimates } = await inspect(`/invoices/estimate/list?${place}&limit=20&offset=0`);
    const { estimateStatus, sentBy } = estimates.find(({ _id }: Answer) => _id === estimateId);
    assert.deepEqual([estimateStatus, sentBy], ['invoiced', senderId]);
  },
});

const revenue = defineTask({
  title: 'Revenue report: orders, transactions, subscriptions',
  resources: ['payments'],
  async run(agent) {
    await agent.find(
      'orders, transactions and subscriptions',
      'payments_order_list',
      'payments_transaction_list',
      'payments_subscription_list',
    );
    const live = { paymentMode: 'live' };
    const { rows: byMonth } = await agent.query({
      operation: 'payments_transaction_list',
      arguments: live,
      where: [{ field: 'status', op: 'eq', value: 'succeeded' }],
      groupBy: ['fulfilledAt:month'],
      aggregate: ['sum:amount', 'count'],
    });
    const { rows: orders } = await agent.query({
      operation: 'payments_order_list',
      arguments: live,
      groupBy: ['status'],
      aggregate: ['sum:amount', 'count'],
    });
    const { rows: subscriptions } = await agent.query({
      operation: 'payments_subscription_list',
      arguments: live,
      groupBy: ['status'],
      aggregate: ['sum:amount', 'count'],
    });
    return { byMonth, orders, subscriptions };
  },
  async check(inspect, { byMonth, orders, subscriptions }, locationId) {
    const list = async (what: string): Promise<Answer[]> =>
      (await inspect(`/payments/${what}?altId=${locationId}&altType=location&paymentMode=live&limit=100&offset=0`))
        .data;
    const sum = (records: Answer[], field = 'amount') =>
      Math.round(records.reduce((total, record) => total + record[field], 0) * 100) / 100;
    const paid = (await list('transactions')).filter(({ status }) => status === 'succeeded');
    assert.equal(sum(byMonth, 'sum:amount'), sum(paid));
    assert.equal(sum(orders, 'sum:amount'), sum(await list('orders')));
    assert.equal(sum(subscriptions, 'count'), (await list('subscriptions')).length);
    assert.ok(byMonth.length > 1 && orders.length > 1 && subscriptions.length > 1);
  },
});

export const tasks = [invoice, unpaid, estimate, revenue];
