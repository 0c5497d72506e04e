/** Collections: the groups in which a shop shows its products. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, newestFirst, pickFields, splitList, takePage } from '../payments/lists.ts';
import type { ProductCollection } from './records.ts';
import { productCollections, products } from './records.ts';
import { formatCollection } from './views.ts';

function findCollection(world: World, request: SandboxRequest): ProductCollection {
  const id = request.path.collectionId ?? '';
  return findRecord(productCollections(world), id, request, 'Collection not found');
}

/** Slugs are part of an address: no spaces or special characters, and one collection each. */
function validateSlug(world: World, locationId: string, slug: string, ownId?: string): void {
  if (!/^[A-Za-z0-9_-]+$/.test(slug)) throw unprocessable(['slug must not contain spaces or special characters']);
  const owner = productCollections(world)
    .inLocation(locationId)
    .find((collection) => collection.slug === slug);
  if (owner !== undefined && owner.id !== ownId) throw badRequest(`Slug ${slug} is already in use`);
}

export const collectionHandlers: Handlers = {
  'GET /products/collections': (request, world) => {
    const ids = splitList(request.query.collectionIds);
    const found = newestFirst(productCollections(world).indexed(request.locationId)).filter(
      (collection) =>
        (ids === undefined || ids.includes(collection.id)) && hasWords(request.query.name, [collection.name]),
    );
    const page = takePage(found, request.query, 10);
    return { body: { data: page.map(formatCollection), total: found.length } };
  },

  'GET /products/collections/{collectionId}': (request, world) => ({
    body: { data: formatCollection(findCollection(world, request)), status: true },
  }),

  'POST /products/collections': (request, world) => {
    const { locationId, body } = request;
    validateSlug(world, locationId, body.slug);
    if (body.collectionId !== undefined && productCollections(world).get(body.collectionId) !== undefined) {
      throw badRequest(`Collection ${body.collectionId} already exists`);
    }
    const now = world.timestamp();
    const collection = productCollections(world).insert({
      ...pickFields(body, ['image', 'seo']),
      id: body.collectionId ?? world.newObjectId(),
      locationId,
      name: body.name,
      slug: body.slug,
      createdAt: now,
      updatedAt: now,
    });
    return { body: { data: formatCollection(collection) } };
  },

  'PUT /products/collections/{collectionId}': (request, world) => {
    const collection = findCollection(world, request);
    const change = pickFields(request.body, ['name', 'slug', 'image', 'seo']) as Partial<ProductCollection>;
    if (change.slug !== undefined) validateSlug(world, collection.locationId, change.slug, collection.id);
    productCollections(world).update(collection.id, { ...change, updatedAt: world.timestamp() });
    return { body: { status: true, message: 'Successfully updated' } };
  },

  'DELETE /products/collections/{collectionId}': (request, world) => {
    const { id, locationId } = findCollection(world, request);
    productCollections(world).delete(id);
    for (const product of products(world).inLocation(locationId)) {
      if (!product.collectionIds.includes(id)) continue;
      const collectionIds = product.collectionIds.filter((other) => other !== id);
      products(world).update(product.id, { collectionIds });
    }
    return { body: { status: true, message: 'Successfully deleted' } };
  },
};
