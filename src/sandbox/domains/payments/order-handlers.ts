/** Orders: list, get, record a payment, fulfil, read notes. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { bookTransaction, extractPaymentMethod, settle } from './book-transaction.ts';
import { findRecord, hasWords, isOfMode, isWithinDays, newestFirst, splitList, takePage } from './lists.ts';
import type { FulfilmentItem, Order } from './records.ts';
import { fulfilments, orders } from './records.ts';
import { formatContactName, formatFulfilment, formatListedOrder, formatOrder, getPaymentStatus } from './views.ts';

function findOrder(world: World, request: SandboxRequest): Order {
  return findRecord(orders(world), request.path.orderId ?? '', request, 'Order not found');
}

function selectOrders(world: World, request: SandboxRequest): Order[] {
  const { status, paymentStatus, paymentMode, search, contactId, funnelProductIds, sourceId } = request.query;
  const productIds = splitList(funnelProductIds);
  return newestFirst(orders(world).indexed(request.locationId)).filter((order) => {
    const contact = contacts(world).get(order.contactId);
    return (
      (status === undefined || order.status === status) &&
      (paymentStatus === undefined || getPaymentStatus(order) === paymentStatus) &&
      isOfMode(order.liveMode, paymentMode) &&
      isWithinDays(order.createdAt, request.query) &&
      hasWords(search, [order.id, order.source.name, formatContactName(contact), contact?.email]) &&
      (contactId === undefined || order.contactId === contactId) &&
      (productIds === undefined || order.items.some((item) => productIds.includes(item.productId))) &&
      (sourceId === undefined || order.source.id === sourceId)
    );
  });
}

/** How much of each price of the order is still to be sent. */
function countUnfulfilled(world: World, order: Order): Map<string, number> {
  const left = new Map<string, number>();
  for (const { priceId, qty } of order.items) left.set(priceId, (left.get(priceId) ?? 0) + qty);
  for (const fulfilment of fulfilments(world).inLocation(order.locationId)) {
    if (fulfilment.orderId !== order.id) continue;
    for (const { priceId, qty } of fulfilment.items) left.set(priceId, (left.get(priceId) ?? 0) - qty);
  }
  return left;
}

/** Takes the items off what is left. Throws a 400 for an item the order does not have or has no more of. */
function takeItems(left: Map<string, number>, items: readonly FulfilmentItem[]): void {
  if (items.length === 0) throw unprocessable(['items should not be empty']);
  for (const { priceId, qty } of items) {
    const available = left.get(priceId);
    if (available === undefined) throw badRequest(`Price ${priceId} is not part of the order`);
    if (!(qty > 0) || qty > available) throw badRequest(`Only ${available} of price ${priceId} left to fulfil`);
    left.set(priceId, available - qty);
  }
}

export const orderHandlers: Handlers = {
  'GET /payments/orders': (request, world) => {
    const found = selectOrders(world, request);
    const page = takePage(found, request.query, 10);
    return { body: { data: page.map((order) => formatListedOrder(world, order)), totalCount: found.length } };
  },

  'GET /payments/orders/{orderId}': (request, world) => ({
    body: formatOrder(world, findOrder(world, request), request.traceId),
  }),

  'POST /payments/orders/{orderId}/record-payment': (request, world) => {
    const { body } = request;
    const order = findOrder(world, request);
    if (order.status !== 'pending') throw badRequest(`Cannot record a payment for an order that is ${order.status}`);
    const paymentMethod = extractPaymentMethod(body);
    const { payment, paid, due } = settle(
      { total: order.amount, paid: order.amountPaid, currency: order.currency },
      body.amount,
    );
    if (due > 0 && body.isPartialPayment !== true) {
      throw badRequest(`Amount ${payment} is less than is due; set isPartialPayment to record a part`);
    }
    bookTransaction(world, {
      locationId: order.locationId,
      contactId: order.contactId,
      currency: order.currency,
      amount: payment,
      liveMode: order.liveMode,
      entityType: 'order',
      entityId: order.id,
      source: order.source,
      paymentMethod,
      meta: { ...body.meta, notes: body.notes },
      ...(request.grant.userId === undefined ? {} : { createdBy: request.grant.userId }),
    });
    const status = due === 0 ? 'completed' : 'pending';
    orders(world).update(order.id, { amountPaid: paid, status, updatedAt: world.timestamp() });
    return { body: { success: true } };
  },

  'POST /payments/orders/{orderId}/fulfillments': (request, world) => {
    const { trackings, items } = request.body;
    const order = findOrder(world, request);
    const left = countUnfulfilled(world, order);
    takeItems(left, items);
    const now = world.timestamp();
    const fulfilment = fulfilments(world).insert({
      id: world.newObjectId(),
      locationId: order.locationId,
      orderId: order.id,
      trackings,
      items,
      createdAt: now,
      updatedAt: now,
    });
    const isDone = [...left.values()].every((qty) => qty === 0);
    const fulfillmentStatus = isDone ? 'fulfilled' : 'partially_fulfilled';
    orders(world).update(order.id, { fulfillmentStatus, updatedAt: now });
    return { body: { status: true, data: formatFulfilment(world, fulfilment, order) } };
  },

  'GET /payments/orders/{orderId}/fulfillments': (request, world) => {
    const order = findOrder(world, request);
    const found = fulfilments(world)
      .inLocation(order.locationId)
      .filter((fulfilment) => fulfilment.orderId === order.id);
    return { body: { status: true, data: found.map((fulfilment) => formatFulfilment(world, fulfilment, order)) } };
  },

  // The documents give no shape; this one follows the fulfilments beside it.
  'GET /payments/orders/{orderId}/notes': (request, world) => {
    const order = findOrder(world, request);
    const data = order.notes.map(({ id, body, createdAt }) => ({ _id: id, orderId: order.id, body, createdAt }));
    return { body: { status: true, data } };
  },
};
