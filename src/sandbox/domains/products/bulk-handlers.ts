/** Changes of many products at once: by one rule for all, or each with its own new values. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, pickFields } from '../payments/lists.ts';
import { getMinorDigits, percentOf, toMajor, toMinor } from '../payments/money.ts';
import { buildPrice, buildProduct, validateCollectionIds } from './drafts.ts';
import { deleteProduct, findProduct } from './product-handlers.ts';
import type { Price, Product } from './records.ts';
import { prices, pricesOfProduct, products } from './records.ts';

/** The documented maximum of `bulk-update/edit`. */
const largestEdit = 30;

interface PriceRule {
  readonly type: string;
  readonly value: number;
  readonly roundToWhole?: boolean;
}

/** The amount after the rule, never below zero. */
export function applyPriceRule(amount: number, rule: PriceRule, currency: string): number {
  const minor = toMinor(amount, currency);
  const value = toMinor(rule.value, currency);
  const changed = {
    INCREASE_BY_AMOUNT: minor + value,
    REDUCE_BY_AMOUNT: minor - value,
    SET_NEW_PRICE: value,
    INCREASE_BY_PERCENTAGE: minor + percentOf(minor, rule.value),
    REDUCE_BY_PERCENTAGE: minor - percentOf(minor, rule.value),
  }[rule.type];
  if (changed === undefined) throw unprocessable(['price.type must be a valid enum value']);
  const result = toMajor(Math.max(0, changed), currency);
  return rule.roundToWhole === true ? Math.round(result) : result;
}

/** The products that the body names, narrowed by its filters. */
function selectProducts(world: World, request: SandboxRequest): Product[] {
  const { productIds, filters = {} } = request.body;
  const { collectionIds, availableInStore, search } = filters;
  return (productIds as readonly string[])
    .map((id) => findProduct(world, id, request))
    .filter(
      (product) =>
        hasWords(search, [product.name]) &&
        (availableInStore === undefined || product.availableInStore === availableInStore) &&
        (collectionIds === undefined || product.collectionIds.some((id) => collectionIds.includes(id))),
    );
}

function changePrices(world: World, chosen: readonly Product[], change: (price: Price) => Partial<Price>): void {
  for (const price of chosen.flatMap((product) => pricesOfProduct(world, product))) {
    prices(world).update(price.id, { ...change(price), updatedAt: world.timestamp() });
  }
}

function changePriceAmounts(world: World, chosen: readonly Product[], price?: PriceRule, compareAt?: PriceRule): void {
  if (price === undefined && compareAt === undefined) throw badRequest('price or compareAtPrice is needed');
  changePrices(world, chosen, ({ amount, compareAtPrice = amount, currency }) => ({
    ...(price === undefined ? {} : { amount: applyPriceRule(amount, price, currency) }),
    ...(compareAt === undefined ? {} : { compareAtPrice: applyPriceRule(compareAtPrice, compareAt, currency) }),
  }));
}

function changeProducts(world: World, chosen: readonly Product[], change: Partial<Product>): void {
  for (const { id } of chosen) products(world).update(id, { ...change, updatedAt: world.timestamp() });
}

function bulkUpdate(world: World, request: SandboxRequest): void {
  const { type, price, compareAtPrice, availability, collectionIds, currency } = request.body;
  const chosen = selectProducts(world, request);
  switch (type) {
    case 'bulk-update-price':
      changePriceAmounts(world, chosen, price, compareAtPrice);
      break;
    case 'bulk-update-availability':
      if (availability === undefined) throw badRequest('availability is needed');
      changeProducts(world, chosen, { availableInStore: availability });
      break;
    case 'bulk-update-product-collection':
      validateCollectionIds(world, request.locationId, collectionIds ?? []);
      changeProducts(world, chosen, { collectionIds: collectionIds ?? [] });
      break;
    case 'bulk-update-currency':
      if (currency === undefined) throw badRequest('currency is needed');
      getMinorDigits(currency);
      changePrices(world, chosen, () => ({ currency: currency.toUpperCase() }));
      break;
    case 'bulk-delete-products':
      for (const product of chosen) deleteProduct(world, product);
      break;
    default:
      throw unprocessable(['type must be a valid enum value']);
  }
}

const editableOfProduct = [
  'name',
  'description',
  'image',
  'availableInStore',
  'collectionIds',
  'isLabelEnabled',
  'isTaxesEnabled',
  'seo',
  'slug',
  'automaticTaxCategoryId',
  'taxInclusive',
  'taxes',
  'medias',
  'label',
];

const editableOfPrice = [
  'name',
  'amount',
  'currency',
  'compareAtPrice',
  'availableQuantity',
  'trackInventory',
  'allowOutOfStockPurchases',
  'sku',
  'trialPeriod',
  'totalCycles',
  'setupFee',
  'shippingOptions',
  'recurring',
];

/** Builds everything first, so that a wrong id or value changes nothing. Answers how many products it changed. */
function bulkEdit(world: World, request: SandboxRequest): number {
  const edits = request.body.products as readonly Record<string, unknown>[];
  if (edits.length > largestEdit) throw unprocessable([`products must contain no more than ${largestEdit} elements`]);
  const built = edits.map((edit) => {
    const before = findProduct(world, String(edit._id), request);
    const change = pickFields(edit, editableOfProduct);
    const priceEdits = (edit.prices ?? []) as readonly Record<string, unknown>[];
    return {
      product: buildProduct(world, before.locationId, { ...before, ...change }, before),
      prices: priceEdits.map((priceEdit) => {
        const price = findRecord(prices(world), String(priceEdit._id), request, 'Price not found');
        return buildPrice(world, before, { ...price, ...pickFields(priceEdit, editableOfPrice) }, price);
      }),
    };
  });
  for (const { product, prices: changed } of built) {
    products(world).update(product.id, product);
    for (const price of changed) prices(world).update(price.id, price);
  }
  return built.length;
}

export const bulkHandlers: Handlers = {
  'POST /products/bulk-update': (request, world) => {
    bulkUpdate(world, request);
    return { body: { status: true, message: 'Successfully updated' } };
  },

  'POST /products/bulk-update/edit': (request, world) => {
    const updatedCount = bulkEdit(world, request);
    return { body: { message: 'Products updated successfully', status: true, updatedCount } };
  },
};
