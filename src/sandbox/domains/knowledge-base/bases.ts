/** The knowledge bases themselves: at most 15 in a location. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { hasWords, pickFields } from '../payments/lists.ts';
import { takeAfterId } from '../shared/pages.ts';
import { crawls, faqs, type KnowledgeBase, knowledgeBases, pages, partsOf } from './records.ts';

/** As documented for the creation. */
const mostPerLocation = 15;

/** Throws a 400 for a knowledge base that the location does not have. */
export function resolveBase(world: World, locationId: string, id: string): KnowledgeBase {
  return resolveInLocation(knowledgeBases(world), id, locationId, () => badRequest('Knowledge base not found'));
}

/** Throws a 422 for a blank name, a 400 for one that another knowledge base of the location has. */
function validateName(world: World, locationId: string, name: unknown, exceptId?: string): void {
  if (name === undefined) return;
  const wanted = String(name).trim().toLowerCase();
  if (wanted === '') throw unprocessable(['name should not be empty']);
  const taken = knowledgeBases(world)
    .inLocation(locationId)
    .some((base) => base.id !== exceptId && base.name.toLowerCase() === wanted);
  if (taken) throw badRequest('Knowledge base with the same name already exists');
}

function formatBase({ isDefault: _isDefault, ...base }: KnowledgeBase): object {
  return { ...base, nameLowerCase: base.name.toLowerCase(), deleted: false };
}

/** How much a knowledge base holds; of pages, only the trained ones count. */
function countParts(world: World, base: KnowledgeBase): object {
  const trained = partsOf(pages(world), base).filter((page) => page.status === 'Successful');
  const other = { richText: 0, files: 0, webSearches: 0, tables: 0 };
  return { faqs: partsOf(faqs(world), base).length, urls: trained.length, ...other };
}

const baseOfPath = (request: SandboxRequest, world: World): KnowledgeBase =>
  resolveBase(world, request.locationId, request.path.knowledgeBaseId ?? request.path.id ?? '');

export const baseHandlers: Handlers = {
  'GET /knowledge-bases/': (request, world) => {
    const { query, limit = 20, lastKnowledgeBaseId } = request.query;
    const all = knowledgeBases(world).indexed(request.locationId);
    const found = all.filter((base) => hasWords(query, [base.name]));
    const { items, hasMore, lastId } = takeAfterId(found, lastKnowledgeBaseId, limit);
    const listed = items.map(({ id, name, createdAt }) => ({ id, name, createdAt }));
    const cursor = lastId === undefined ? {} : { lastKnowledgeBaseId: lastId };
    return { body: { success: true, data: { knowledgeBases: listed, activeCount: all.length, hasMore, ...cursor } } };
  },

  'POST /knowledge-bases/': (request, world) => {
    const { locationId } = request;
    const { name, description } = request.body;
    validateName(world, locationId, name);
    if (knowledgeBases(world).inLocation(locationId).length >= mostPerLocation)
      throw badRequest(`A location can have at most ${mostPerLocation} knowledge bases`);
    const now = world.timestamp();
    const base = knowledgeBases(world).insert({
      id: world.newId(),
      locationId,
      name,
      isDefault: false,
      createdAt: now,
      updatedAt: now,
      ...(description !== undefined && { description }),
    });
    return { body: { success: true, data: { ...formatBase(base), kbMetadata: {} } } };
  },

  'GET /knowledge-bases/{knowledgeBaseId}': (request, world) => {
    const base = baseOfPath(request, world);
    const data = { ...formatBase(base), kbMetadata: countParts(world, base), isDefault: base.isDefault };
    return { body: { success: true, data } };
  },

  'PUT /knowledge-bases/{id}': (request, world) => {
    const { id, locationId } = baseOfPath(request, world);
    const change = pickFields(request.body, ['name', 'description']);
    validateName(world, locationId, change.name, id);
    knowledgeBases(world).update(id, { ...change, updatedAt: world.timestamp() });
    return { body: { success: true } };
  },

  'DELETE /knowledge-bases/{knowledgeBaseId}': (request, world) => {
    const base = baseOfPath(request, world);
    for (const faq of partsOf(faqs(world), base)) faqs(world).delete(faq.id);
    for (const page of partsOf(pages(world), base)) pages(world).delete(page.id);
    for (const crawl of partsOf(crawls(world), base)) crawls(world).delete(crawl.id);
    knowledgeBases(world).delete(base.id);
    return { body: { success: true } };
  },
};
