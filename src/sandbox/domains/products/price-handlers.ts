/** Prices of a product, and the stock that is kept per price. */
import { unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, newestFirst, replaceRecord, splitList, takePage } from '../payments/lists.ts';
import { buildPrice } from './drafts.ts';
import { findProduct } from './product-handlers.ts';
import type { Price } from './records.ts';
import { prices, products } from './records.ts';
import { formatInventoryItem, formatPrice } from './views.ts';

const unknownPrice = 'Price not found';

/** The price of the path, which must be one of the product's. */
function findPrice(world: World, request: SandboxRequest): Price {
  const product = findProduct(world, request.path.productId ?? '', request);
  const price = findRecord(prices(world), request.path.priceId ?? '', request, unknownPrice);
  return price.productId === product.id ? price : findRecord(prices(world), '', request, unknownPrice);
}

export const priceHandlers: Handlers = {
  'GET /products/{productId}/price': (request, world) => {
    const product = findProduct(world, request.path.productId ?? '', request);
    const ids = splitList(request.query.ids);
    const found = prices(world)
      .indexed(request.locationId)
      .filter((price) => price.productId === product.id && (ids === undefined || ids.includes(price.id)));
    const page = takePage(newestFirst(found), request.query, 0);
    return { body: { prices: page.map(formatPrice), total: found.length } };
  },

  'GET /products/{productId}/price/{priceId}': (request, world) => ({ body: formatPrice(findPrice(world, request)) }),

  'POST /products/{productId}/price': (request, world) => {
    const product = findProduct(world, request.path.productId ?? '', request);
    return { body: formatPrice(prices(world).insert(buildPrice(world, product, request.body))) };
  },

  'PUT /products/{productId}/price/{priceId}': (request, world) => {
    const before = findPrice(world, request);
    const product = findProduct(world, before.productId, request);
    const price = buildPrice(world, product, request.body, before);
    return { body: formatPrice(replaceRecord(prices(world), before, price)) };
  },

  'DELETE /products/{productId}/price/{priceId}': (request, world) => {
    prices(world).delete(findPrice(world, request).id);
    return { body: { status: true } };
  },

  'GET /products/inventory': (request, world) => {
    const found = newestFirst(prices(world).indexed(request.locationId))
      .filter((price) => price.trackInventory)
      .map((price) => ({ price, product: products(world).get(price.productId) }))
      .filter(({ price, product }) => hasWords(request.query.search, [price.name, product?.name, price.sku]));
    const page = takePage(found, request.query, 0);
    const inventory = page.map(({ price, product }) => formatInventoryItem(price, product));
    return { body: { inventory, total: { total: found.length } } };
  },

  'POST /products/inventory': (request, world) => {
    const changes = (request.body.items as readonly Record<string, unknown>[]).map((item) => {
      const price = findRecord(prices(world), String(item.priceId), request, unknownPrice);
      const quantity = item.availableQuantity as number | undefined;
      if (quantity !== undefined && !(quantity >= 0)) {
        throw unprocessable(['availableQuantity must not be less than 0']);
      }
      const allowed = item.allowOutOfStockPurchases as boolean | undefined;
      const change: Partial<Price> = {
        trackInventory: true,
        updatedAt: world.timestamp(),
        ...(quantity === undefined ? {} : { availableQuantity: quantity }),
        ...(allowed === undefined ? {} : { allowOutOfStockPurchases: allowed }),
      };
      return { id: price.id, change };
    });
    for (const { id, change } of changes) prices(world).update(id, change);
    return { body: { status: true, message: 'Successfully updated' } };
  },
};
