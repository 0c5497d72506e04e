/** Products: list, get, create, replace, delete, and which online store shows them. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, newestFirst, replaceRecord, splitList, takePage } from '../payments/lists.ts';
import { buildPrice, buildProduct } from './drafts.ts';
import type { Product } from './records.ts';
import { prices, pricesOfProduct, productCollections, productReviews, products } from './records.ts';
import { formatProduct } from './views.ts';

/** Throws a 400 "Product not found", as documented. */
export function findProduct(world: World, id: string, request: SandboxRequest): Product {
  return findRecord(products(world), id, request, 'Product not found');
}

/** Deletes the product with its prices and reviews. */
export function deleteProduct(world: World, product: Product): void {
  for (const price of pricesOfProduct(world, product)) prices(world).delete(price.id);
  for (const review of productReviews(world).inLocation(product.locationId)) {
    if (review.productId === product.id) productReviews(world).delete(review.id);
  }
  products(world).delete(product.id);
}

function isIncluded(product: Product, storeId: string): boolean {
  return product.stores[storeId]?.included ?? false;
}

function listProducts(world: World, request: SandboxRequest): Product[] {
  const { search, collectionIds, collectionSlug, productIds, storeId, includedInStore, availableInStore, sortOrder } =
    request.query;
  const wantedCollections = splitList(collectionIds) ?? [];
  const bySlug = productCollections(world)
    .inLocation(request.locationId)
    .find((collection) => collection.slug === collectionSlug);
  const found = products(world)
    .indexed(request.locationId)
    .filter(
      (product) =>
        hasWords(search, [product.name, product.description]) &&
        (wantedCollections.length === 0 || product.collectionIds.some((id) => wantedCollections.includes(id))) &&
        (collectionSlug === undefined || (bySlug !== undefined && product.collectionIds.includes(bySlug.id))) &&
        (productIds === undefined || productIds.includes(product.id)) &&
        (includedInStore === undefined || storeId === undefined || isIncluded(product, storeId) === includedInStore) &&
        (availableInStore === undefined || product.availableInStore === availableInStore),
    );
  const newest = newestFirst(found);
  return sortOrder === 'asc' ? newest.toReversed() : newest;
}

/** The display priorities of a body. The documents lose the type of the entries, so these names are a guess. */
function parsePriorities(entries: readonly unknown[]): { id: string; displayPriority: number }[] {
  return entries.map((entry) => {
    const { productId, _id, displayPriority } = Object(entry) as Record<string, unknown>;
    const id = productId ?? _id;
    if (typeof id !== 'string' || typeof displayPriority !== 'number') {
      throw badRequest('Each product needs productId and displayPriority');
    }
    return { id, displayPriority };
  });
}

export const productHandlers: Handlers = {
  'GET /products/': (request, world) => {
    const found = listProducts(world, request);
    const page = takePage(found, request.query, 0);
    return { body: { products: page.map(formatProduct), total: [{ total: found.length }] } };
  },

  'GET /products/{productId}': (request, world) => {
    const product = formatProduct(findProduct(world, request.path.productId ?? '', request));
    return { body: request.query.sendWishlistStatus === true ? { ...product, isWishlisted: false } : product };
  },

  'POST /products/': (request, world) => {
    const product = products(world).insert(buildProduct(world, request.locationId, request.body));
    return { body: formatProduct(product) };
  },

  'PUT /products/{productId}': (request, world) => {
    const before = findProduct(world, request.path.productId ?? '', request);
    const product = buildProduct(world, request.locationId, request.body, before);
    const added = ((request.body.prices ?? []) as readonly unknown[]).filter((price) => typeof price === 'object');
    const newPrices = added.map((price) => buildPrice(world, product, Object(price)));
    for (const price of newPrices) prices(world).insert(price);
    return { body: formatProduct(replaceRecord(products(world), before, product)) };
  },

  'DELETE /products/{productId}': (request, world) => {
    deleteProduct(world, findProduct(world, request.path.productId ?? '', request));
    return { body: { status: true } };
  },

  'GET /products/store/{storeId}/stats': (request, world) => {
    const { search, collectionIds } = request.query;
    const wanted = splitList(collectionIds);
    const found = products(world)
      .indexed(request.locationId)
      .filter(
        (product) =>
          hasWords(search, [product.name]) &&
          (wanted === undefined || product.collectionIds.some((id) => wanted.includes(id))),
      );
    const includedInStore = found.filter((product) => isIncluded(product, request.path.storeId ?? '')).length;
    const excludedFromStore = found.length - includedInStore;
    return { body: { totalProducts: found.length, includedInStore, excludedFromStore } };
  },

  'POST /products/store/{storeId}': (request, world) => {
    const storeId = request.path.storeId ?? '';
    const included = request.body.action === 'include';
    const chosen = (request.body.productIds as readonly string[]).map((id) => findProduct(world, id, request));
    for (const product of chosen) {
      const store = { ...product.stores[storeId], included };
      products(world).update(product.id, { stores: { ...product.stores, [storeId]: store } });
    }
    return { body: { status: true, message: 'Successfully updated' } };
  },

  'POST /products/store/{storeId}/priority': (request, world) => {
    const storeId = request.path.storeId ?? '';
    const wanted = parsePriorities(request.body.products).map(({ id, displayPriority }) => ({
      product: findProduct(world, id, request),
      displayPriority,
    }));
    for (const { product, displayPriority } of wanted) {
      const store = { included: isIncluded(product, storeId), displayPriority };
      products(world).update(product.id, { stores: { ...product.stores, [storeId]: store } });
    }
    return { body: { status: true } };
  },
};
