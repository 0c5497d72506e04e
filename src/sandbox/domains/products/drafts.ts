/** Records from request bodies, and the rules that a body must keep beyond its types. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { World } from '../../world.ts';
import { pickFields } from '../payments/lists.ts';
import { getMinorDigits } from '../payments/money.ts';
import type { Price, Product } from './records.ts';
import { productCollections, products } from './records.ts';

type Body = Readonly<Record<string, unknown>>;

const productFields = [
  'description',
  'image',
  'statementDescriptor',
  'medias',
  'variants',
  'automaticTaxCategoryId',
  'isLabelEnabled',
  'label',
  'seo',
  'taxInclusive',
];

const priceFields = [
  'description',
  'membershipOffers',
  'trialPeriod',
  'totalCycles',
  'setupFee',
  'compareAtPrice',
  'userId',
  'meta',
  'availableQuantity',
  'sku',
  'shippingOptions',
  'isDigitalProduct',
  'digitalDelivery',
];

/** `Awesome Product!` becomes `awesome-product`. */
export function formatSlug(name: string): string {
  const words = name.toLowerCase().match(/[a-z0-9]+/g);
  return words?.join('-') ?? 'product';
}

/** The slug, with a number behind it when the location already has it. */
function resolveFreeSlug(world: World, locationId: string, wanted: string): string {
  const taken = new Set(
    products(world)
      .inLocation(locationId)
      .map((product) => product.slug),
  );
  let slug = wanted;
  for (let next = 2; taken.has(slug); next += 1) slug = `${wanted}-${next}`;
  return slug;
}

/** Throws a 400 when a collection is not one of the location's. */
export function validateCollectionIds(world: World, locationId: string, ids: readonly string[]): void {
  for (const id of ids) {
    if (productCollections(world).get(id)?.locationId !== locationId) throw badRequest(`Collection ${id} not found`);
  }
}

/**
 * The product that a body describes. With `before`, the one it replaces: id, creation and stores stay, and the slug
 * when the body names none. Throws a 400 for an unknown collection or a slug that another product has.
 */
export function buildProduct(world: World, locationId: string, body: Body, before?: Product): Product {
  const collectionIds = (body.collectionIds ?? []) as readonly string[];
  validateCollectionIds(world, locationId, collectionIds);
  const name = body.name as string;
  if (name.trim() === '') throw unprocessable(['name should not be empty']);
  const wanted = body.slug as string | undefined;
  const owner = products(world)
    .inLocation(locationId)
    .find((product) => product.slug === wanted);
  if (owner !== undefined && owner.id !== before?.id) throw badRequest(`Slug ${wanted} is already in use`);
  const now = world.timestamp();
  return {
    ...pickFields(body, productFields),
    id: before?.id ?? world.newObjectId(),
    locationId,
    name,
    productType: body.productType as Product['productType'],
    availableInStore: (body.availableInStore as boolean | undefined) ?? false,
    collectionIds,
    isTaxesEnabled: (body.isTaxesEnabled as boolean | undefined) ?? false,
    taxes: (body.taxes ?? []) as readonly string[],
    slug: wanted ?? before?.slug ?? resolveFreeSlug(world, locationId, formatSlug(name)),
    stores: before?.stores ?? {},
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/** The price that a body describes. Throws a 422 for an amount below zero or a recurring price without interval. */
export function buildPrice(world: World, product: Product, body: Body, before?: Price): Price {
  const amount = body.amount as number;
  const currency = (body.currency as string).toUpperCase();
  getMinorDigits(currency);
  if (!(amount >= 0)) throw unprocessable(['amount must not be less than 0']);
  const type = body.type as Price['type'];
  const recurring = body.recurring as Price['recurring'];
  if (type === 'recurring' && recurring === undefined) throw unprocessable(['recurring should not be empty']);
  const now = world.timestamp();
  return {
    ...pickFields(body, priceFields),
    ...(type === 'recurring' && recurring !== undefined ? { recurring } : {}),
    id: before?.id ?? world.newObjectId(),
    locationId: product.locationId,
    productId: product.id,
    name: body.name as string,
    type,
    currency,
    amount,
    variantOptionIds: (body.variantOptionIds ?? []) as readonly string[],
    trackInventory: (body.trackInventory as boolean | undefined) ?? false,
    allowOutOfStockPurchases: (body.allowOutOfStockPurchases as boolean | undefined) ?? false,
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}
