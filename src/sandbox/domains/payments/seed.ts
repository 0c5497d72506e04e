/** Trade of the last 90 days in each location: 20 orders with their payments, 6 subscriptions, 4 coupons. */
import type { Person, SeedContext, SeedLocation } from '../../domain.ts';
import type { World } from '../../world.ts';
import type { Price } from '../products/records.ts';
import { prices, products } from '../products/records.ts';
import { bookTransaction } from './book-transaction.ts';
import { multiplyToMinor, percentOf, toMajor } from './money.ts';
import type { Coupon, EntitySource, Order } from './records.ts';
import { coupons, fulfilments, orders, subscriptions } from './records.ts';

const orderCount = 20;
const subscriptionCount = 6;
const day = 24 * 60 * 60 * 1000;

function seedCoupons({ world, startOfDay, daysAgo }: SeedContext, location: SeedLocation): Coupon[] {
  const dayAt = (days: number) => new Date(startOfDay(days, location.timezone)).toISOString();
  const sketches = [
    { name: 'Welcome', code: 'WELCOME10', discountType: 'percentage', discountValue: 10, startDate: dayAt(-120) },
    {
      name: 'This month',
      code: 'SAVE25',
      discountType: 'amount',
      discountValue: 25,
      startDate: dayAt(-14),
      endDate: dayAt(16),
    },
    {
      name: 'Last season',
      code: 'SPRING15',
      discountType: 'percentage',
      discountValue: 15,
      startDate: dayAt(-100),
      endDate: dayAt(-40),
    },
    {
      name: 'Next season',
      code: 'SOON20',
      discountType: 'percentage',
      discountValue: 20,
      startDate: dayAt(10),
      endDate: dayAt(40),
    },
  ] as const;
  return sketches.map((sketch, index) =>
    coupons(world).insert({
      ...sketch,
      id: world.newObjectId(),
      locationId: location.id,
      usageCount: 0,
      productIds: [],
      applyToFuturePayments: true,
      applyToFuturePaymentsConfig: { type: 'forever' },
      limitPerCustomer: 0,
      createdAt: daysAgo(130 - index),
      updatedAt: daysAgo(130 - index),
    }),
  );
}

interface OrderSketch {
  readonly person: Person;
  readonly price: Price;
  readonly qty: number;
  readonly source: EntitySource;
  readonly createdAt: string;
  readonly coupon?: Coupon;
  readonly status: Order['status'];
  readonly liveMode: boolean;
}

/** Inserts the order and, when it was paid, its payment. */
function seedOrder(world: World, sketch: OrderSketch): Order {
  const { person, price, qty, source, createdAt, coupon, status, liveMode } = sketch;
  const { currency } = price;
  const subtotal = multiplyToMinor(price.amount, qty, currency);
  const discount = coupon === undefined ? 0 : percentOf(subtotal, coupon.discountValue);
  const amount = toMajor(subtotal - discount, currency);
  const isPaid = status === 'completed' || status === 'refunded';
  const name = products(world).get(price.productId)?.name ?? price.name;
  const order = orders(world).insert({
    id: world.newObjectId(),
    locationId: person.locationId,
    contactId: person.contactId,
    currency,
    amount,
    subtotal: toMajor(subtotal, currency),
    discount: toMajor(discount, currency),
    amountPaid: isPaid ? amount : 0,
    amountRefunded: status === 'refunded' ? amount : 0,
    status,
    fulfillmentStatus: 'unfulfilled',
    liveMode,
    source,
    items: [
      {
        id: world.newObjectId(),
        name,
        qty,
        amount: price.amount,
        productId: price.productId,
        priceId: price.id,
        recurring: price.type === 'recurring',
      },
    ],
    ...(coupon === undefined ? {} : { coupon: { id: coupon.id, code: coupon.code } }),
    notes: status === 'refunded' ? [{ id: world.newObjectId(), body: 'Sent back unopened.', createdAt }] : [],
    createdAt,
    updatedAt: createdAt,
  });
  if (isPaid) payOrder(world, order, createdAt);
  return order;
}

function payOrder(world: World, order: Order, createdAt: string, subscriptionId?: string): void {
  bookTransaction(world, {
    locationId: order.locationId,
    contactId: order.contactId,
    currency: order.currency,
    amount: order.amount,
    amountRefunded: order.amountRefunded,
    status: order.status === 'refunded' ? 'refunded' : 'succeeded',
    liveMode: order.liveMode,
    entityType: 'order',
    entityId: order.id,
    source: order.source,
    paymentProviderType: 'stripe',
    paymentMethod: { card: { brand: 'visa', last4: '4242' } },
    chargeId: `ch_sandbox_${world.newObjectId()}`,
    createdAt,
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
  });
}

/** Sends the goods of every second paid order. */
function fulfilOrder(world: World, order: Order): void {
  fulfilments(world).insert({
    id: world.newObjectId(),
    locationId: order.locationId,
    orderId: order.id,
    trackings: [{ trackingNumber: `SBX${order.id.slice(0, 8).toUpperCase()}`, shippingCarrier: 'FedEx' }],
    items: order.items.map(({ priceId, qty }) => ({ priceId, qty })),
    createdAt: order.createdAt,
    updatedAt: order.createdAt,
  });
  orders(world).update(order.id, { fulfillmentStatus: 'fulfilled' });
}

function createSources(world: World): EntitySource[] {
  return [
    { type: 'funnel', subType: 'one_step_order_form', id: world.newId(), name: 'Spring offer' },
    { type: 'website', subType: 'store', id: world.newId(), name: 'Online store' },
    { type: 'payment_link', subType: 'qr_code', id: world.newId(), name: 'Counter code' },
  ];
}

const statuses: readonly Order['status'][] = [
  'completed',
  'completed',
  'completed',
  'pending',
  'completed',
  'refunded',
];

function seedOrders(context: SeedContext, location: SeedLocation, people: readonly Person[], coupon?: Coupon): void {
  const { world } = context;
  const sources = createSources(world);
  const oneTime = prices(world)
    .inLocation(location.id)
    .filter((price) => price.type === 'one_time');
  for (let index = 0; index < orderCount; index += 1) {
    const price = context.pick(oneTime);
    const isDiscounted = coupon !== undefined && index % 5 === 0;
    const order = seedOrder(world, {
      person: context.pick(people),
      price,
      qty: context.between(1, 3),
      source: context.pick(sources),
      createdAt: context.daysAgo(88 - index * 4.4),
      ...(isDiscounted ? { coupon } : {}),
      status: statuses[index % statuses.length] ?? 'completed',
      liveMode: index % 10 !== 9,
    });
    if (isDiscounted) coupons(world).update(coupon.id, { usageCount: index / 5 + 1 });
    if (price.trackInventory && order.status === 'completed' && index % 2 === 0) fulfilOrder(world, order);
  }
}

/** Monthly subscriptions, each begun by an order, with a payment for every month since. */
function seedSubscriptions(context: SeedContext, location: SeedLocation, people: readonly Person[]): void {
  const { world } = context;
  const source: EntitySource = { type: 'funnel', subType: 'two_step_order_form', id: world.newId(), name: 'Plans' };
  const monthly = prices(world)
    .inLocation(location.id)
    .filter((price) => price.recurring?.interval === 'month');
  for (let index = 0; index < subscriptionCount; index += 1) {
    const person = people[(index * 7) % people.length];
    const price = monthly[index % monthly.length];
    if (person === undefined || price === undefined) continue;
    const startedDaysAgo = 85 - index * 12;
    const createdAt = context.daysAgo(startedDaysAgo);
    const isCanceled = index === 2;
    const base = { person, price, qty: 1, source, createdAt, liveMode: true };
    const order = seedOrder(world, { ...base, status: 'pending' });
    orders(world).update(order.id, { status: 'completed', amountPaid: order.amount });
    const subscriptionId = `sub_sandbox_${world.newObjectId()}`;
    const paidUntilDaysAgo = isCanceled ? startedDaysAgo - 30 : 0;
    for (let ago = startedDaysAgo; ago > paidUntilDaysAgo; ago -= 30) {
      payOrder(world, order, context.daysAgo(ago), subscriptionId);
    }
    subscriptions(world).insert({
      id: world.newObjectId(),
      locationId: location.id,
      contactId: person.contactId,
      currency: price.currency,
      amount: price.amount,
      status: isCanceled ? 'canceled' : index === 4 ? 'past_due' : 'active',
      liveMode: true,
      entityType: 'order',
      entityId: order.id,
      source,
      subscriptionId,
      paymentProviderType: 'stripe',
      productName: products(world).get(price.productId)?.name ?? price.name,
      interval: 'month',
      startDate: createdAt,
      ...(isCanceled ? { canceledAt: new Date(Date.parse(createdAt) + 30 * day).toISOString() } : {}),
      createdAt,
      updatedAt: createdAt,
    });
  }
}

/** Needs the products' seed. */
export function seedPayments(context: SeedContext): void {
  for (const location of context.locations) {
    const people = context.peopleIn(location.id);
    if (people.length === 0) continue;
    const [welcome] = seedCoupons(context, location);
    seedOrders(context, location, people, welcome);
    seedSubscriptions(context, location, people);
  }
}
