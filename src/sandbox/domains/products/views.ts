/** Products and what belongs to them as the API shows them: `_id` for the id, `product` for the product's id. */
import type { Price, Product, ProductCollection, ProductReview } from './records.ts';

export function formatProduct({ id, stores: _stores, ...product }: Product): Record<string, unknown> {
  return { _id: id, ...product };
}

export function formatPrice({ id, productId, ...price }: Price): Record<string, unknown> {
  return { _id: id, product: productId, ...price };
}

export function formatCollection(collection: ProductCollection): Record<string, unknown> {
  const { id, locationId, image = '', seo = {}, ...rest } = collection;
  return { _id: id, altId: locationId, altType: 'location', image, seo, ...rest };
}

export function formatReview({ id, locationId, ...review }: ProductReview): Record<string, unknown> {
  return { _id: id, altId: locationId, altType: 'location', ...review };
}

export function formatInventoryItem(price: Price, product: Product | undefined): Record<string, unknown> {
  return {
    _id: price.id,
    name: price.name,
    availableQuantity: price.availableQuantity ?? 0,
    sku: price.sku ?? '',
    allowOutOfStockPurchases: price.allowOutOfStockPurchases,
    product: price.productId,
    updatedAt: price.updatedAt,
    image: product?.image ?? '',
    productName: product?.name ?? '',
  };
}
