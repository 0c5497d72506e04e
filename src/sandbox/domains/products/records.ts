/** Products, what they cost, how a shop groups them and what buyers say of them. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type ProductType = 'DIGITAL' | 'PHYSICAL' | 'SERVICE' | 'PHYSICAL/DIGITAL';

export interface ProductVariant {
  readonly id: string;
  readonly name: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

export interface ProductLabel {
  readonly title: string;
  readonly startDate?: string;
  readonly endDate?: string;
}

export interface Seo {
  readonly title?: string;
  readonly description?: string;
}

export interface Product extends SandboxRecord {
  readonly name: string;
  readonly productType: ProductType;
  readonly description?: string;
  readonly image?: string;
  readonly statementDescriptor?: string;
  readonly availableInStore: boolean;
  readonly medias?: readonly Readonly<Record<string, unknown>>[];
  readonly variants?: readonly ProductVariant[];
  readonly collectionIds: readonly string[];
  readonly isTaxesEnabled: boolean;
  readonly taxes: readonly string[];
  readonly automaticTaxCategoryId?: string;
  readonly isLabelEnabled?: boolean;
  readonly label?: ProductLabel;
  /** Unique within a location. */
  readonly slug: string;
  readonly seo?: Seo;
  readonly taxInclusive?: boolean;
  /** Online stores that show the product, and its place in them. */
  readonly stores: Readonly<Record<string, { readonly included: boolean; readonly displayPriority?: number }>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type RecurrenceInterval = 'day' | 'week' | 'month' | 'year';

export interface Price extends SandboxRecord {
  readonly productId: string;
  readonly name: string;
  readonly type: 'one_time' | 'recurring';
  readonly currency: string;
  /** In the major unit: 9.99. */
  readonly amount: number;
  readonly recurring?: { readonly interval: RecurrenceInterval; readonly intervalCount: number };
  readonly description?: string;
  readonly membershipOffers?: readonly Readonly<Record<string, string>>[];
  readonly trialPeriod?: number;
  readonly totalCycles?: number;
  readonly setupFee?: number;
  readonly variantOptionIds: readonly string[];
  readonly compareAtPrice?: number;
  readonly userId?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly trackInventory: boolean;
  readonly availableQuantity?: number;
  readonly allowOutOfStockPurchases: boolean;
  readonly sku?: string;
  readonly shippingOptions?: Readonly<Record<string, unknown>>;
  readonly isDigitalProduct?: boolean;
  readonly digitalDelivery?: readonly unknown[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ProductCollection extends SandboxRecord {
  readonly name: string;
  /** Unique within a location. */
  readonly slug: string;
  readonly image?: string;
  readonly seo?: Seo;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ProductReview extends SandboxRecord {
  readonly productId: string;
  readonly storeId: string;
  readonly headline: string;
  readonly detail: string;
  /** 1 to 5. */
  readonly rating: number;
  /** `pending` until somebody approves or rejects it. */
  readonly status: string;
  readonly user: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly reply: readonly unknown[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const products = (world: World): Collection<Product> => world.collection<Product>('products');
export const prices = (world: World): Collection<Price> => world.collection<Price>('prices');
export const productCollections = (world: World): Collection<ProductCollection> =>
  world.collection<ProductCollection>('product-collections');
export const productReviews = (world: World): Collection<ProductReview> =>
  world.collection<ProductReview>('product-reviews');

/** The prices of a product, oldest first. */
export const pricesOfProduct = (world: World, product: Product): Price[] =>
  prices(world)
    .inLocation(product.locationId)
    .filter((price) => price.productId === product.id);
