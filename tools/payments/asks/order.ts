/** How people ask about orders, their shipments and payments. */
import type { Asks } from '../../../src/catalogue/asks.ts';
import type { operations } from '../operations.gen.ts';

export const orderAsks = {
  'GET /payments/orders': [
    'what did customers buy this week',
    'list store orders',
    'orders not paid yet',
    'purchases from my funnel',
    "find a client's order",
    'sales from the online shop',
    'most recent checkouts',
    'order history of a contact',
  ],
  'GET /payments/orders/{orderId}': [
    'what items are in this order',
    'show one order in detail',
    'order total and coupon used',
    'who placed this order',
    'look up a purchase by order id',
    'shipping address on a single order',
    'receipt details of an order',
  ],
  'POST /payments/orders/{orderId}/record-payment': [
    'customer paid the order in cash on pickup',
    'mark an order as paid',
    'book an offline payment for a store order',
    'check received for an order',
    'record bank transfer on a purchase',
    'settle an unpaid order manually',
  ],
  'POST /payments/orders/{orderId}/fulfillments': [
    'mark an order as shipped',
    'add a tracking number to an order',
    'package went out today, tell the buyer',
    'fulfill the order',
    'dispatch items with UPS tracking',
    'partial shipment of a purchase',
    'send shipping confirmation',
  ],
  'GET /payments/orders/{orderId}/fulfillments': [
    "where is the customer's package",
    'has this order shipped yet',
    'tracking number for an order',
    'what items are still to be sent',
    'list shipments of an order',
    'delivery status of a purchase',
    'customer asks when her parcel arrives',
  ],
  'GET /payments/orders/{orderId}/notes': [
    'notes on an order',
    'what did the team write about this purchase',
    'internal comments on an order',
    'any remarks from the buyer on the order',
    'read order notes',
    'special instructions left on an order',
  ],
} as const satisfies Partial<Asks<typeof operations>>;
