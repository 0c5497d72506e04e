/** Payments as the API shows them: lists are flat (`contactName`, `entitySourceType`), a single record nests. */
import type { World } from '../../world.ts';
import type { Contact } from '../contacts/records.ts';
import { contacts } from '../contacts/records.ts';
import { prices, products } from '../products/records.ts';
import { formatPrice, formatProduct } from '../products/views.ts';
import type {
  Coupon,
  CustomProvider,
  EntitySource,
  Fulfilment,
  Order,
  OrderItem,
  Subscription,
  Transaction,
  WhitelabelProvider,
} from './records.ts';

interface Owned {
  readonly id: string;
  readonly locationId: string;
}

const formatOwner = ({ id, locationId }: Owned) => ({ _id: id, altId: locationId, altType: 'location' });

/** First and last name, or what the contact has of them. */
export function formatContactName(contact: Contact | undefined): string {
  return contact?.contactName ?? [contact?.firstName, contact?.lastName].filter(Boolean).join(' ');
}

function formatContact(world: World, contactId: string): Record<string, unknown> {
  const contact = contacts(world).get(contactId);
  return { contactId, contactName: formatContactName(contact), contactEmail: contact?.email };
}

/** The contact as payments keep it, in snake case. */
function formatContactSnapshot(world: World, contactId: string): Record<string, unknown> {
  const contact = contacts(world).get(contactId);
  if (contact === undefined) return { id: contactId };
  return {
    id: contactId,
    location_id: contact.locationId,
    first_name: contact.firstName,
    last_name: contact.lastName,
    first_name_lower_case: contact.firstName?.toLowerCase(),
    last_name_lower_case: contact.lastName?.toLowerCase(),
    email: contact.email,
    phone: contact.phone,
    company_name: contact.companyName,
    type: contact.type,
  };
}

/** The source flattened under a prefix: `entitySourceType`, or `sourceType` for orders. */
function formatSource(source: EntitySource, prefix: 'source' | 'entitySource'): Record<string, unknown> {
  return {
    [`${prefix}Type`]: source.type,
    [`${prefix}SubType`]: source.subType,
    [`${prefix}Name`]: source.name,
    [`${prefix}Id`]: source.id,
    [`${prefix}Meta`]: source.meta ?? {},
  };
}

export function formatListedOrder(world: World, order: Order): Record<string, unknown> {
  const recurringProducts = order.items.filter((item) => item.recurring).length;
  return {
    ...formatOwner(order),
    ...formatContact(world, order.contactId),
    currency: order.currency,
    amount: order.amount,
    subtotal: order.subtotal,
    discount: order.discount,
    status: order.status,
    paymentStatus: getPaymentStatus(order),
    liveMode: order.liveMode,
    totalProducts: order.items.length,
    ...formatSource(order.source, 'source'),
    couponCode: order.coupon?.code,
    fulfillmentStatus: order.fulfillmentStatus,
    onetimeProducts: order.items.length - recurringProducts,
    recurringProducts,
    createdBy: order.createdBy,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
  };
}

/** How much of an order is paid, as the list's filter names it. */
export function getPaymentStatus({ amount, amountPaid, amountRefunded }: Order): string {
  if (amountRefunded > 0 && amountRefunded >= amountPaid) return 'refunded';
  if (amountPaid >= amount) return 'paid';
  return amountPaid > 0 ? 'partially_paid' : 'unpaid';
}

/** Product and price as they are now; by name alone when they were deleted since. */
function formatWares(world: World, item: Pick<OrderItem, 'name' | 'productId' | 'priceId'>): Record<string, unknown> {
  const product = products(world).get(item.productId);
  const price = prices(world).get(item.priceId);
  return {
    product: product === undefined ? { _id: item.productId, name: item.name } : formatProduct(product),
    price: price === undefined ? { _id: item.priceId } : formatPrice(price),
  };
}

export function formatOrder(world: World, order: Order, traceId: string): Record<string, unknown> {
  return {
    ...formatOwner(order),
    contactId: order.contactId,
    contactSnapshot: formatContactSnapshot(world, order.contactId),
    currency: order.currency,
    amount: order.amount,
    amountSummary: { subtotal: order.subtotal, discount: order.discount },
    status: order.status,
    paymentStatus: getPaymentStatus(order),
    fulfillmentStatus: order.fulfillmentStatus,
    liveMode: order.liveMode,
    markAsTest: !order.liveMode,
    source: order.source,
    items: order.items.map((item) => ({
      _id: item.id,
      name: item.name,
      qty: item.qty,
      locationId: order.locationId,
      ...formatWares(world, item),
    })),
    coupon: order.coupon === undefined ? undefined : { _id: order.coupon.id, code: order.coupon.code },
    automaticTaxesCalculated: false,
    createdBy: order.createdBy,
    createdAt: order.createdAt,
    updatedAt: order.updatedAt,
    traceId,
  };
}

export function formatFulfilment(world: World, fulfilment: Fulfilment, order: Order): Record<string, unknown> {
  return {
    ...formatOwner(fulfilment),
    trackings: fulfilment.trackings,
    items: fulfilment.items.flatMap(({ priceId, qty }) => {
      const item = order.items.find((candidate) => candidate.priceId === priceId);
      return item === undefined ? [] : [{ _id: item.id, name: item.name, qty, ...formatWares(world, item) }];
    }),
    createdAt: fulfilment.createdAt,
    updatedAt: fulfilment.updatedAt,
  };
}

export function formatListedTransaction(world: World, transaction: Transaction): Record<string, unknown> {
  const { id: _id, locationId: _locationId, source, meta: _meta, ...rest } = transaction;
  return {
    ...formatOwner(transaction),
    ...rest,
    ...formatContact(world, transaction.contactId),
    ...formatSource(source, 'entitySource'),
  };
}

export function formatTransaction(world: World, transaction: Transaction, traceId: string): Record<string, unknown> {
  const { id: _id, locationId: _locationId, source, paymentProviderType, ...rest } = transaction;
  return {
    ...formatOwner(transaction),
    ...rest,
    contactSnapshot: formatContactSnapshot(world, transaction.contactId),
    entitySource: source,
    invoiceId: transaction.entityType === 'invoice' ? transaction.entityId : undefined,
    paymentProvider: { type: paymentProviderType },
    markAsTest: !transaction.liveMode,
    isParent: false,
    traceId,
  };
}

export function formatListedSubscription(world: World, subscription: Subscription): Record<string, unknown> {
  const { id: _id, locationId: _locationId, source, productName, interval, startDate, ...rest } = subscription;
  return {
    ...formatOwner(subscription),
    ...rest,
    ...formatContact(world, subscription.contactId),
    ...formatSource(source, 'entitySource'),
    subscriptionSnapshot: {
      id: rest.subscriptionId,
      status: rest.status,
      start_time: startDate,
      interval,
      productName,
    },
  };
}

const intervalTypes: Readonly<Record<string, string>> = {
  day: 'daily',
  week: 'weekly',
  month: 'monthly',
  year: 'yearly',
};

export function formatSubscription(world: World, subscription: Subscription, traceId: string): Record<string, unknown> {
  const { id: _id, locationId, source, productName, interval, startDate, paymentProviderType, ...rest } = subscription;
  return {
    ...formatOwner(subscription),
    ...rest,
    contactSnapshot: formatContactSnapshot(world, subscription.contactId),
    entitySource: source,
    subscriptionSnapshot: { id: rest.subscriptionId, status: rest.status, start_time: startDate },
    paymentProvider: { type: paymentProviderType },
    recurringProduct: { locationId, name: productName },
    schedule: {
      rrule: { intervalType: intervalTypes[interval] ?? interval, interval: 1, startDate: startDate.slice(0, 10) },
    },
    markAsTest: !subscription.liveMode,
    traceId,
  };
}

/** Where now lies in the coupon's time. */
export function getCouponStatus(coupon: Coupon, now: number): 'scheduled' | 'active' | 'expired' {
  if (Date.parse(coupon.startDate) > now) return 'scheduled';
  return coupon.endDate !== undefined && Date.parse(coupon.endDate) <= now ? 'expired' : 'active';
}

export function formatCoupon(world: World, coupon: Coupon): Record<string, unknown> {
  const { id: _id, locationId: _locationId, ...rest } = coupon;
  return { ...formatOwner(coupon), ...rest, status: getCouponStatus(coupon, world.now()) };
}

export function formatWhitelabelProvider(provider: WhitelabelProvider): Record<string, unknown> {
  const { id: _id, locationId: _locationId, uniqueName, ...rest } = provider;
  return { ...formatOwner(provider), ...rest, route: uniqueName };
}

export function formatCustomProvider(provider: CustomProvider, traceId: string): Record<string, unknown> {
  const { id, live, test, ...rest } = provider;
  const paymentProvider = {
    ...(live === undefined ? {} : { live: { liveMode: true, ...live } }),
    ...(test === undefined ? {} : { test: { liveMode: false, ...test } }),
  };
  return { _id: id, ...rest, paymentProvider, deleted: false, traceId };
}
