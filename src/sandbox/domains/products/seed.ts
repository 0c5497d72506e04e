/** The shop of each location: eight products with their prices, three collections, some reviews. */
import type { SeedContext, SeedLocation } from '../../domain.ts';
import type { World } from '../../world.ts';
import { formatSlug } from './drafts.ts';
import type { Price, Product, ProductCollection, ProductType, RecurrenceInterval } from './records.ts';
import { prices, productCollections, productReviews, products } from './records.ts';

interface PriceSketch {
  readonly name: string;
  readonly amount: number;
  readonly every?: RecurrenceInterval;
  readonly sku?: string;
  readonly stock?: number;
}

interface ProductSketch {
  readonly name: string;
  readonly type: ProductType;
  readonly collection: string;
  readonly description: string;
  readonly prices: readonly PriceSketch[];
}

const sketches: readonly ProductSketch[] = [
  {
    name: 'First consultation',
    type: 'SERVICE',
    collection: 'Services',
    description: 'One hour to look at what you need.',
    prices: [{ name: 'One hour', amount: 120 }],
  },
  {
    name: 'Care plan',
    type: 'SERVICE',
    collection: 'Plans',
    description: 'A visit every month and help by phone.',
    prices: [
      { name: 'Monthly', amount: 89, every: 'month' },
      { name: 'Yearly', amount: 890, every: 'year' },
    ],
  },
  {
    name: 'Premium plan',
    type: 'SERVICE',
    collection: 'Plans',
    description: 'Everything in the care plan, within a day.',
    prices: [{ name: 'Monthly', amount: 249.5, every: 'month' }],
  },
  {
    name: 'Full-day workshop',
    type: 'SERVICE',
    collection: 'Services',
    description: 'A day for up to eight people.',
    prices: [
      { name: 'Standard', amount: 1450 },
      { name: 'Early booking', amount: 1250 },
    ],
  },
  {
    name: 'Starter kit',
    type: 'PHYSICAL',
    collection: 'Shop',
    description: 'All you need for the first week.',
    prices: [
      { name: 'Small', amount: 34.99, sku: 'KIT-S', stock: 40 },
      { name: 'Large', amount: 59.99, sku: 'KIT-L', stock: 12 },
    ],
  },
  {
    name: 'Handbook',
    type: 'PHYSICAL',
    collection: 'Shop',
    description: 'Two hundred pages, spiral bound.',
    prices: [{ name: 'Paperback', amount: 24.95, sku: 'BOOK-1', stock: 0 }],
  },
  {
    name: 'Video course',
    type: 'DIGITAL',
    collection: 'Shop',
    description: 'Twelve lessons to watch when it suits you.',
    prices: [{ name: 'Lifetime access', amount: 199 }],
  },
  {
    name: 'Emergency call-out',
    type: 'SERVICE',
    collection: 'Services',
    description: 'We come the same day.',
    prices: [{ name: 'Call-out', amount: 175.25 }],
  },
];

function seedCollections(world: World, location: SeedLocation, createdAt: string): Map<string, ProductCollection> {
  const names = ['Services', 'Plans', 'Shop'];
  return new Map(
    names.map((name) => {
      const slug = formatSlug(name);
      const record = { id: world.newObjectId(), locationId: location.id, name, slug, createdAt, updatedAt: createdAt };
      return [name, productCollections(world).insert(record)];
    }),
  );
}

function seedPrice(world: World, product: Product, sketch: PriceSketch): void {
  const { every, sku, stock } = sketch;
  const price: Price = {
    id: world.newObjectId(),
    locationId: product.locationId,
    productId: product.id,
    name: sketch.name,
    type: every === undefined ? 'one_time' : 'recurring',
    currency: 'USD',
    amount: sketch.amount,
    ...(every === undefined ? {} : { recurring: { interval: every, intervalCount: 1 } }),
    ...(sku === undefined ? {} : { sku }),
    ...(stock === undefined ? {} : { availableQuantity: stock }),
    variantOptionIds: [],
    trackInventory: stock !== undefined,
    allowOutOfStockPurchases: false,
    createdAt: product.createdAt,
    updatedAt: product.createdAt,
  };
  prices(world).insert(price);
}

const opinions = [
  { rating: 5, headline: 'Would buy again', detail: 'Came on time and does what it says.', status: 'approved' },
  { rating: 4, headline: 'Good', detail: 'Good value, the box was dented.', status: 'approved' },
  { rating: 2, headline: 'Not for me', detail: 'I expected more for the price.', status: 'pending' },
];

function seedReviews(context: SeedContext, location: SeedLocation, product: Product): void {
  const { world } = context;
  for (const [index, opinion] of opinions.entries()) {
    const buyer = context.peopleIn(location.id)[index * 3];
    if (buyer === undefined) continue;
    const createdAt = context.daysAgo(20 - index * 5);
    productReviews(world).insert({
      id: world.newObjectId(),
      locationId: location.id,
      productId: product.id,
      storeId: location.id,
      ...opinion,
      user: { name: `${buyer.firstName} ${buyer.lastName}`, email: buyer.email },
      reply: [],
      createdAt,
      updatedAt: createdAt,
    });
  }
}

/** Fills the shops of both locations. */
export function seedProducts(context: SeedContext): void {
  const { world } = context;
  for (const location of context.locations) {
    const collections = seedCollections(world, location, context.daysAgo(175));
    for (const [index, sketch] of sketches.entries()) {
      const createdAt = context.daysAgo(170 - index);
      const collection = collections.get(sketch.collection);
      const product = products(world).insert({
        id: world.newObjectId(),
        locationId: location.id,
        name: sketch.name,
        productType: sketch.type,
        description: sketch.description,
        availableInStore: sketch.collection === 'Shop',
        collectionIds: collection === undefined ? [] : [collection.id],
        isTaxesEnabled: false,
        taxes: [],
        slug: formatSlug(sketch.name),
        stores: sketch.collection === 'Shop' ? { [location.id]: { included: true, displayPriority: index } } : {},
        createdAt,
        updatedAt: createdAt,
      });
      for (const price of sketch.prices) seedPrice(world, product, price);
      if (sketch.collection === 'Shop') seedReviews(context, location, product);
    }
  }
}
