/** Invoices, payments, the shop and what an agency sells. */
import type { Account, Item } from './account.ts';
import type { LookCase } from './case.ts';

const businessDetails = { name: 'Example Consulting LLC', phoneNo: '+15125550100' };
const items = [{ name: 'Consulting', currency: 'USD', amount: 120, qty: 3 }];
const discount = { type: 'percentage', value: 0 };
const start = '2031-07-01';

const customer = (account: Account): Item => {
  const { id, name, email, phoneNo } = account.pick('invoices').contactDetails;
  return { id, name, email, phoneNo };
};
const userId = (account: Account): string => account.pick('users').id;

const paper = (account: Account) => ({
  name: 'Consulting June',
  businessDetails,
  currency: 'USD',
  items,
  discount,
  contactDetails: customer(account),
  issueDate: start,
  dueDate: '2031-07-14',
  sentTo: { email: [customer(account).email], phoneNo: [customer(account).phoneNo] },
  liveMode: true,
});

const template = () => ({
  name: 'Monthly retainer',
  title: 'INVOICE',
  businessDetails,
  currency: 'USD',
  items,
  discount,
});

export const tradeCases: readonly LookCase[] = [
  { key: 'POST /invoices/', kept: 'invoices', setUp: paper },
  {
    key: 'POST /invoices/text2pay',
    kept: 'invoices',
    setUp: (account) => ({ ...paper(account), action: 'send', userId: userId(account) }),
  },
  {
    key: 'POST /invoices/{invoiceId}/record-payment',
    kept: 'transactions',
    answersWithoutId: true,
    setUp: async (account) => {
      const { _id: invoiceId } = await account.call('POST /invoices/', paper(account));
      const how = { card: { brand: 'visa', last4: '4242' }, cheque: { number: '0001' } };
      return { invoiceId, mode: 'cash', amount: 50, notes: 'Paid at the counter', ...how };
    },
  },
  {
    key: 'POST /invoices/schedule',
    kept: 'invoice-schedules',
    setUp: (account) => ({
      ...template(),
      contactDetails: customer(account),
      liveMode: true,
      schedule: { rrule: { intervalType: 'monthly', interval: 1, startDate: start, dayOfMonth: 1, count: 12 } },
    }),
  },
  { key: 'POST /invoices/template', kept: 'invoice-templates', setUp: template },
  {
    key: 'POST /invoices/estimate',
    kept: 'estimates',
    setUp: (account) => {
      const { dueDate: expiryDate, sentTo: _sentTo, ...rest } = paper(account);
      return { ...rest, title: 'ESTIMATE', expiryDate, frequencySettings: { enabled: false, schedule: {} } };
    },
  },
  { key: 'POST /invoices/estimate/template', kept: 'estimate-templates', setUp: template },
  {
    key: 'POST /payments/coupon',
    kept: 'coupons',
    refusesTwins: true,
    setUp: () => ({
      name: 'Summer sale',
      code: 'SUMMER31',
      discountType: 'percentage',
      discountValue: 20,
      startDate: '2031-07-01T00:00:00.000Z',
    }),
  },
  {
    key: 'POST /payments/orders/{orderId}/record-payment',
    kept: 'transactions',
    refusesTwins: true,
    setUp: (account) => {
      const order = account.pick(
        'orders',
        ({ status, amount, amountPaid }) => status === 'pending' && amount > amountPaid,
      );
      return { orderId: order.id, mode: 'cash', amount: order.amount, notes: 'Paid at the counter' };
    },
  },
  {
    key: 'POST /payments/orders/{orderId}/fulfillments',
    kept: 'fulfilments',
    refusesTwins: true,
    setUp: (account) => {
      const shipped = account.list('fulfilments').map(({ orderId }) => orderId);
      const isOpen = ({ id, items: lines }: Item) =>
        !shipped.includes(id) && lines.some(({ priceId }: Item) => priceId);
      const order = account.pick('orders', isOpen);
      const [line] = order.items;
      const trackings = [{ trackingNumber: '400123456789', shippingCarrier: 'FedEx' }];
      return { orderId: order.id, trackings, items: [{ priceId: line.priceId, qty: line.qty }], notifyCustomer: false };
    },
  },
  {
    key: 'POST /payments/integrations/provider/whitelabel',
    kept: 'whitelabel-providers',
    refusesTwins: true,
    setUp: () => ({
      uniqueName: 'example-pay',
      title: 'Example Pay',
      provider: 'nmi',
      description: 'Card payments through Example Pay',
      imageUrl: 'https://example.com/pay-logo.png',
    }),
  },
  {
    key: 'POST /products/',
    kept: 'products',
    setUp: () => ({ name: 'Coaching package', productType: 'SERVICE', description: 'Five sessions of one hour' }),
  },
  {
    key: 'POST /products/{productId}/price',
    kept: 'prices',
    setUp: (account) => ({
      productId: account.pick('products').id,
      name: 'Half an hour',
      type: 'one_time',
      currency: 'USD',
      amount: 60,
    }),
  },
  {
    key: 'POST /products/collections',
    kept: 'product-collections',
    refusesTwins: true,
    setUp: () => ({ name: 'Summer', slug: 'summer-31' }),
  },
  {
    key: 'POST /store/shipping-zone',
    kept: 'shipping-zones',
    setUp: () => ({ name: 'Iceland', countries: [{ code: 'IS' }] }),
  },
  {
    key: 'POST /store/shipping-zone/{shippingZoneId}/shipping-rate',
    kept: 'shipping-rates',
    setUp: (account) => ({
      shippingZoneId: account.pick('shipping-zones').id,
      name: 'Free over 50',
      currency: 'USD',
      amount: 0,
      conditionType: 'price',
      minCondition: 50,
      maxCondition: 500,
    }),
  },
  {
    key: 'POST /store/shipping-carrier',
    kept: 'shipping-carriers',
    setUp: () => ({
      name: 'Example Couriers',
      callbackUrl: 'https://rates.example.com/highlevel',
      services: [{ name: 'Standard', value: 'standard' }],
    }),
  },
  {
    key: 'POST /phone-system/numbers/location/{locationId}/purchase',
    kept: 'phone-numbers',
    refusesTwins: true,
    idOf: ({ phoneNumber }) => phoneNumber,
    setUp: () => ({ phoneNumber: '+18885550140' }),
  },
  {
    key: 'POST /marketplace/billing/charges',
    kept: 'app-charges',
    setUp: (account) => ({
      appId: account.pick('app-charges').appId,
      meterId: account.pick('app-charges').meterId,
      eventId: 'event-31',
      description: 'One card',
      units: 1,
    }),
  },
];
