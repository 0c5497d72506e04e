import { describe, expect, it } from 'vitest';
import { type Answer, openShop, type Shop } from '../payments/harness.ts';
import { refusalOf } from '../sdk.ts';

const list = (shop: Shop, query: object = {}) =>
  shop.products('listInvoices', { locationId: shop.locationId, ...query });
const names = (answer: Answer) => answer.products.map(({ name }: Answer) => name);
const draft = (shop: Shop) => ({ name: 'Tea pot', locationId: shop.locationId, productType: 'PHYSICAL' });
const create = (shop: Shop, change: object = {}) => shop.products('createProduct', { ...draft(shop), ...change });
const get = (shop: Shop, productId: string) =>
  shop.products('getProductById', { productId, locationId: shop.locationId });

describe('products', () => {
  it('are listed in pages with their odd total, and filtered', async () => {
    const shop = await openShop();
    const all = await list(shop);
    expect(all.total).toEqual([{ total: 8 }]);
    expect(names(await list(shop, { limit: 3, offset: 6 }))).toEqual(names(all).slice(6));
    expect(names(await list(shop, { sortOrder: 'asc' }))).toEqual(names(all).toReversed());
    expect(names(await list(shop, { search: 'HANDBOOK' }))).toEqual(['Handbook']);
    expect(names(await list(shop, { availableInStore: true }))).toHaveLength(3);
    expect(names(await list(shop, { collectionSlug: 'plans' })).toSorted()).toEqual(['Care plan', 'Premium plan']);
    expect(names(await list(shop, { collectionSlug: 'none' }))).toEqual([]);
    const { collectionIds } = all.products.find(({ name }: Answer) => name === 'Care plan');
    expect(names(await list(shop, { collectionIds: collectionIds.join(',') }))).toHaveLength(2);
    const storeId = shop.locationId;
    expect(names(await list(shop, { storeId, includedInStore: false }))).toHaveLength(5);
    expect(names(await list(shop, { productIds: [all.products[0]._id] }))).toEqual([names(all)[0]]);
  });

  it('live from creation to deletion, with their prices', async () => {
    const shop = await openShop();
    const { locationId } = shop;
    const created = await create(shop, { description: 'For six cups' });
    expect(created).toMatchObject({ slug: 'tea-pot', availableInStore: false });
    expect((await create(shop)).slug).toBe('tea-pot-2');
    const productId = created._id;
    const price = { name: 'Standard', type: 'one_time', currency: 'USD', amount: 24.5, locationId };
    const { _id: priceId } = await shop.products('createPriceForProduct', { productId }, price);

    const replaced = await shop.products('updateProductById', { productId }, { ...draft(shop), name: 'Kettle' });
    expect(replaced).toMatchObject({ name: 'Kettle', slug: 'tea-pot', createdAt: created.createdAt });
    expect(replaced).not.toHaveProperty('description');

    expect(await shop.products('deleteProductById', { productId, locationId })).toMatchObject({ status: true });
    const refusal = await refusalOf(get(shop, productId));
    expect([refusal.statusCode, refusal.response.message]).toEqual([400, 'Product not found']);
    expect(shop.sandbox.world.collection('prices').get(priceId)).toBeUndefined();
  });

  it.each([
    ['a collection of nowhere', { collectionIds: ['ffffffffffffffffffffffff'] }, 400],
    ['a slug that is taken', { slug: 'handbook' }, 400],
    ['an empty name', { name: ' ' }, 422],
  ])('are refused with %s', async (_what, change, status) => {
    const shop = await openShop();
    expect((await refusalOf(create(shop, change))).statusCode).toBe(status);
    expect((await list(shop)).total).toEqual([{ total: 8 }]);
  });

  it('are shown in a store or left out of it', async () => {
    const shop = await openShop();
    const storeId = 'store-of-the-test';
    const { products } = await list(shop);
    const productIds = products.slice(0, 3).map(({ _id }: Answer) => _id);
    const stats = () => shop.products('getProductStoreStats', { storeId, ...shop.owner });
    await shop.products('updateStoreStatus', { storeId }, { ...shop.owner, action: 'include', productIds });
    expect(await stats()).toMatchObject({ totalProducts: 8, includedInStore: 3, excludedFromStore: 5 });
    const [productId] = productIds;
    const exclude = { ...shop.owner, action: 'exclude', productIds: [productId] };
    await shop.products('updateStoreStatus', { storeId }, exclude);
    expect((await stats()).includedInStore).toBe(2);
    const order = (id: string) => ({ ...shop.owner, products: [{ productId: id, displayPriority: 1 }] });
    await shop.products('updateDisplayPriority', { storeId }, order(productId));
    expect((await stats()).includedInStore).toBe(2);
    const unknown = shop.products('updateDisplayPriority', { storeId }, order('none'));
    expect((await refusalOf(unknown)).statusCode).toBe(400);
  });
});

describe('prices', () => {
  it('live from creation to deletion', async () => {
    const shop = await openShop();
    const { locationId } = shop;
    const { _id: productId } = await create(shop);
    const body = { name: 'Monthly', type: 'recurring', currency: 'usd', amount: 9.99, locationId };
    const recurring = { interval: 'month', intervalCount: 1 };
    const createPrice = (change: object) =>
      shop.products('createPriceForProduct', { productId }, { ...body, ...change });
    expect((await refusalOf(createPrice({}))).statusCode).toBe(422);
    expect((await refusalOf(createPrice({ recurring, amount: -1 }))).statusCode).toBe(422);
    expect((await refusalOf(createPrice({ recurring, currency: 'coins' }))).statusCode).toBe(422);
    const price = await createPrice({ recurring, trialPeriod: 7 });
    expect(price).toMatchObject({ product: productId, currency: 'USD', recurring, trialPeriod: 7 });

    const path = { productId, priceId: price._id };
    const change = { ...body, type: 'one_time', amount: 99 };
    const updated = await shop.products('updatePriceByIdForProduct', path, change);
    expect(updated).toMatchObject({ type: 'one_time', amount: 99 });
    expect(updated).not.toHaveProperty('recurring');
    expect(updated).not.toHaveProperty('trialPeriod');

    await createPrice({ recurring });
    const prices = (query: object) => shop.products('listPricesForProduct', { productId, locationId, ...query });
    expect((await prices({})).total).toBe(2);
    expect((await prices({ ids: price._id })).prices).toMatchObject([{ _id: price._id }]);
    await shop.products('deletePriceByIdForProduct', { ...path, locationId });
    const read = shop.products('getPriceByIdForProduct', { ...path, locationId });
    expect((await refusalOf(read)).response.message).toBe('Price not found');
    const [other] = (await list(shop, { search: 'handbook' })).products;
    const mixed = shop.products('getPriceByIdForProduct', {
      productId: other._id,
      priceId: (await prices({})).prices[0]._id,
      locationId,
    });
    expect((await refusalOf(mixed)).statusCode).toBe(400);
  });

  it('keep count of what is in stock', async () => {
    const shop = await openShop();
    const inventory = (query: object = {}) => shop.products('getListInventory', { ...shop.owner, ...query });
    expect((await inventory()).total).toEqual({ total: 3 });
    const {
      inventory: [book],
    } = await inventory({ search: 'handbook' });
    expect(book).toMatchObject({ sku: 'BOOK-1', availableQuantity: 0, productName: 'Handbook' });
    const write = (availableQuantity: number, priceId = book._id) =>
      shop.products('updateInventory', { ...shop.owner, items: [{ priceId, availableQuantity }] });
    await write(30);
    expect((await inventory({ search: 'handbook' })).inventory[0].availableQuantity).toBe(30);
    expect((await refusalOf(write(-1))).statusCode).toBe(422);
    expect((await refusalOf(write(1, 'none'))).statusCode).toBe(400);
  });
});

describe('collections', () => {
  it('live from creation to deletion, and products let go of them', async () => {
    const shop = await openShop();
    const body = { ...shop.owner, name: 'Best sellers', slug: 'best-sellers' };
    const { data: created } = await shop.products('createProductCollection', body);
    expect(created).toMatchObject({ slug: 'best-sellers', altId: shop.locationId });
    const collectionId = created._id;
    expect((await refusalOf(shop.products('createProductCollection', body))).statusCode).toBe(400);
    const spaced = shop.products('createProductCollection', { ...body, slug: 'best sellers' });
    expect((await refusalOf(spaced)).statusCode).toBe(422);

    const { _id } = await create(shop, { collectionIds: [collectionId] });
    const change = { ...shop.owner, name: 'Favourites', seo: { title: 'Favourites' } };
    await shop.products('updateProductCollection', { collectionId }, change);
    const read = () => shop.products('getProductCollectionId', { collectionId, altId: shop.locationId });
    expect((await read()).data).toMatchObject({ name: 'Favourites', slug: 'best-sellers' });
    const found = await shop.products('getProductCollection', { ...shop.owner, name: 'favour' });
    expect([found.total, found.data[0]._id]).toEqual([1, collectionId]);

    await shop.products('deleteProductCollection', { collectionId, ...shop.owner });
    expect((await refusalOf(read())).statusCode).toBe(400);
    expect((await get(shop, _id)).collectionIds).toEqual([]);
  });
});

describe('reviews', () => {
  it('are listed, counted, answered, approved and deleted', async () => {
    const shop = await openShop();
    const reviews = (query: object = {}) => shop.products('getProductReviews', { ...shop.owner, ...query });
    const counts = async () => {
      const { data } = await shop.products('getReviewsCount', shop.owner);
      return Object.fromEntries(data.map(({ status, count }: Answer) => [status, count]));
    };
    expect(await counts()).toEqual({ approved: 6, pending: 3 });
    const byRating = await reviews({ sortField: 'rating', sortOrder: 'asc' });
    expect(byRating.data.map(({ rating }: Answer) => rating)).toEqual([2, 2, 2, 4, 4, 4, 5, 5, 5]);
    const { data: low } = await reviews({ rating: 2 });
    const [{ _id: reviewId, productId }, ...others] = low;
    expect((await reviews({ productId })).total).toBe(3);

    const reply = [{ headline: 'Sorry', comment: 'We will do better.', user: { name: 'Us', email: 'us@example.com' } }];
    const body = { ...shop.owner, productId, status: 'approved', reply };
    await shop.products('updateProductReview', { reviewId }, body);
    const chosen = others.map((review: Answer) => ({
      reviewId: review._id,
      productId: review.productId,
      storeId: shop.locationId,
    }));
    const bulk = { ...shop.owner, reviews: chosen, status: 'rejected' };
    const answer = await shop.fetch('POST', '/products/reviews/bulk-update', bulk);
    expect(answer.status).toBe(201);
    expect(await counts()).toEqual({ approved: 7, rejected: 2 });

    const wrong = shop.products('deleteProductReview', { reviewId, ...shop.owner, productId: 'other' });
    expect((await refusalOf(wrong)).statusCode).toBe(400);
    await shop.products('deleteProductReview', { reviewId, ...shop.owner, productId });
    expect((await reviews()).total).toBe(8);
  });
});

describe('changes of many products at once', () => {
  const update = (shop: Shop, change: object) => shop.products('bulkUpdate', { ...shop.owner, ...change });
  const amountsOf = async (shop: Shop, productId: string) => {
    const { prices } = await shop.products('listPricesForProduct', { productId, locationId: shop.locationId });
    return prices.map(({ amount }: Answer) => amount).toSorted((a: number, b: number) => a - b);
  };

  it('change prices by rule, to the cent', async () => {
    const shop = await openShop();
    const [kit] = (await list(shop, { search: 'starter' })).products;
    const change = (type: string, value: number, more: object = {}) =>
      update(shop, { type: 'bulk-update-price', productIds: [kit._id], price: { type, value, ...more } });
    await change('INCREASE_BY_PERCENTAGE', 10);
    expect(await amountsOf(shop, kit._id)).toEqual([38.49, 65.99]);
    await change('REDUCE_BY_AMOUNT', 40);
    expect(await amountsOf(shop, kit._id)).toEqual([0, 25.99]);
    await change('INCREASE_BY_AMOUNT', 0.5, { roundToWhole: true });
    expect(await amountsOf(shop, kit._id)).toEqual([1, 26]);
    await change('SET_NEW_PRICE', 12.34);
    expect(await amountsOf(shop, kit._id)).toEqual([12.34, 12.34]);
    await change('REDUCE_BY_PERCENTAGE', 50);
    expect(await amountsOf(shop, kit._id)).toEqual([6.17, 6.17]);
  });

  it('set availability, collections and currency, and delete', async () => {
    const shop = await openShop();
    const { products } = await list(shop);
    const productIds = products.map(({ _id }: Answer) => _id);
    await update(shop, { type: 'bulk-update-availability', productIds, availability: true });
    expect((await list(shop, { availableInStore: true })).products).toHaveLength(8);
    const filters = { search: 'plan' };
    await update(shop, { type: 'bulk-update-product-collection', productIds, filters, collectionIds: [] });
    expect((await list(shop, { collectionSlug: 'plans' })).products).toEqual([]);
    await update(shop, { type: 'bulk-update-currency', productIds, currency: 'eur' });
    const prices = shop.sandbox.world.collection('prices').inLocation(shop.locationId) as Answer[];
    expect(new Set(prices.map(({ currency }) => currency))).toEqual(new Set(['EUR']));
    const unknown = update(shop, { type: 'bulk-delete-products', productIds: [...productIds, 'none'] });
    expect((await refusalOf(unknown)).statusCode).toBe(400);
    expect((await list(shop)).total).toEqual([{ total: 8 }]);
    await update(shop, { type: 'bulk-delete-products', productIds: productIds.slice(0, 5) });
    expect((await list(shop)).total).toEqual([{ total: 3 }]);
  });

  it('edit each its own way, all or none', async () => {
    const shop = await openShop();
    const [kit] = (await list(shop, { search: 'starter' })).products;
    const prices = { productId: kit._id, locationId: shop.locationId };
    const [price] = (await shop.products('listPricesForProduct', prices)).prices;
    const edit = (products: object[]) => shop.products('bulkEdit', { ...shop.owner, products });
    const good = { _id: kit._id, name: 'Beginner kit', prices: [{ _id: price._id, amount: 30.01 }] };
    expect((await refusalOf(edit([good, { _id: 'none', name: 'x' }]))).statusCode).toBe(400);
    expect((await refusalOf(edit([{ ...good, prices: [{ _id: price._id, amount: -1 }] }]))).statusCode).toBe(422);
    expect((await refusalOf(edit(Array(31).fill(good)))).statusCode).toBe(422);
    expect((await get(shop, kit._id)).name).toBe('Starter kit');
    expect(await edit([good])).toMatchObject({ status: true, updatedCount: 1 });
    expect(await get(shop, kit._id)).toMatchObject({ name: 'Beginner kit', description: kit.description });
    expect(await amountsOf(shop, kit._id)).toContain(30.01);
  });
});
