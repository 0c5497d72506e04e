/** What customers ordered: reading orders, booking their payment, sending the goods. */
import type { Guides } from '../../../src/catalogue/guide.ts';
import type { operations } from '../operations.gen.ts';

export const orderGuides = {
  'GET /payments/orders': {
    name: 'payments_order_list',
    title: 'List orders',
    summary:
      'Orders from stores, funnels and links by contact, date or payment. Money received: payments_transaction_list; bills: invoices_invoice_list.',
    notes: [
      'Test orders are listed beside real ones: filter paymentMode live, or look at liveMode.',
      'Lines and prices of an order only come from payments_order_get.',
    ],
    risk: 'read',
    paging: {
      style: 'offset-limit',
      items: 'data',
      total: 'totalCount',
      size: 'limit',
      defaultSize: 10,
      offset: 'offset',
    },
    hints: {
      locationId: 'not needed; altId is the location',
      status: 'order status, e.g. completed',
      paymentMode: 'live or test',
      startAt: 'YYYY-MM-DD',
      endAt: 'YYYY-MM-DD',
      funnelProductIds: 'ids, comma separated',
      sourceId: 'funnel, form or other source id',
    },
    words: ['purchases', 'sales', 'checkout', 'bought', 'unpaid', 'revenue', 'ecommerce'],
    examples: [
      {
        ask: 'Which orders of June 2026 are still unpaid?',
        args: {
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          paymentStatus: 'unpaid',
          paymentMode: 'live',
          startAt: '2026-06-01',
          endAt: '2026-06-30',
          limit: 50,
          offset: 0,
        },
      },
    ],
  },
  'GET /payments/orders/{orderId}': {
    name: 'payments_order_get',
    title: 'Get an order',
    summary:
      'One order in full: lines, totals, coupon, contact. Shipments: payments_order_fulfillment_list; payments: payments_transaction_list.',
    notes: ['Its payments are found by entityId.'],
    risk: 'read',
    hints: { orderId: 'from payments_order_list', locationId: 'not needed; altId is the location' },
    words: ['purchase', 'details', 'items', 'line items'],
  },
  'POST /payments/orders/{orderId}/record-payment': {
    name: 'payments_order_payment_record',
    title: 'Record a payment of an order',
    summary:
      'Books money received outside HighLevel on an order; charges no card. Twice books twice. Invoices: invoices_invoice_payment_record.',
    notes: [
      'Part payments need amount together with isPartialPayment true.',
      'A booked payment cannot be taken back through the API, and the customer may get a receipt.',
      'When unsure whether it went through, look in payments_transaction_list with entityId before repeating.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: 'one',
    money: { of: 'charge', amount: 'amount' },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /payments/transactions', with: { entityId: '$orderId', limit: 100, offset: 0 } }],
          records: 'data',
          match: { amount: 'amount' },
          created: 'createdAt',
          id: '_id',
        },
      ],
      check: 'payments_transaction_list with entityId shows the payments of the order.',
    },
    hints: {
      orderId: 'from payments_order_list',
      card: 'with mode card only',
      cheque: 'with mode cheque only',
      amount: 'major units, e.g. 49.5',
      isPartialPayment: 'true when amount is less than due',
    },
    words: ['mark as paid', 'cash', 'cheque', 'check', 'bank transfer', 'manual payment', 'offline'],
    examples: [
      {
        ask: 'The customer paid this order in cash at the counter',
        args: {
          orderId: '653f5e0cde5a1314e62a837c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          mode: 'cash',
          notes: 'Paid at the counter',
        },
      },
    ],
  },
  'POST /payments/orders/{orderId}/fulfillments': {
    name: 'payments_order_fulfillment_create',
    title: 'Fulfil an order',
    summary:
      'Marks items of an order as shipped; notifyCustomer true writes to the buyer. Twice ships twice: see payments_order_fulfillment_list.',
    notes: [
      'items name prices, not products: take priceId and open quantity from payments_order_get.',
      'Several parcels are several entries in trackings; without tracking send an empty list.',
      'There is no call to take a fulfillment back.',
    ],
    risk: 'high-impact',
    openWorld: true,
    messages: { unless: { notifyCustomer: [false] } },
    findOut: {
      looks: [
        {
          steps: [{ ask: 'GET /payments/orders/{orderId}/fulfillments', with: { orderId: '$orderId' } }],
          records: 'data',
          match: {
            'items.0.price._id': 'items.0.priceId',
            'items.0.qty': 'items.0.qty',
            trackings: 'trackings',
          },
          created: 'createdAt',
          id: '_id',
          complete: true,
        },
      ],
      check: 'payments_order_fulfillment_list shows what of the order has been shipped.',
    },
    hints: {
      orderId: 'from payments_order_list',
      'items[].priceId': 'from the lines of payments_order_get',
      notifyCustomer: 'true messages the buyer',
      'trackings[].shippingCarrier': 'e.g. FedEx',
    },
    words: ['ship', 'deliver', 'tracking number', 'dispatch', 'parcel', 'fulfilment'],
    examples: [
      {
        ask: 'Mark the two mugs of this order as shipped by FedEx and tell the customer',
        args: {
          orderId: '653f5e0cde5a1314e62a837c',
          altId: 've9EPM428h8vShlRW1KT',
          altType: 'location',
          items: [{ priceId: '655b33aa2209e60b6adb87a7', qty: 2 }],
          trackings: [
            {
              trackingNumber: '400123456789',
              shippingCarrier: 'FedEx',
              trackingUrl: 'https://example.com/track/400123456789',
            },
          ],
          notifyCustomer: true,
        },
      },
    ],
  },
  'GET /payments/orders/{orderId}/fulfillments': {
    name: 'payments_order_fulfillment_list',
    title: "List an order's shipments",
    summary: 'What of an order has been shipped so far, with tracking numbers and items; unpaged.',
    risk: 'read',
    paging: { style: 'none', items: 'data' },
    hints: { orderId: 'from payments_order_list' },
    words: ['shipping status', 'tracking', 'delivery', 'where is my order', 'fulfilment'],
  },
  'GET /payments/orders/{orderId}/notes': {
    name: 'payments_order_note_list',
    title: "List an order's notes",
    summary:
      'Notes attached to one order; the API can only read them. Notes about the person are in contacts_note_list.',
    notes: ['HighLevel documents neither scope nor shape of the answer.'],
    risk: 'read',
    paging: { style: 'none' },
    hints: { orderId: 'from payments_order_list' },
    words: ['comments', 'remarks'],
  },
} as const satisfies Partial<Guides<typeof operations>>;
