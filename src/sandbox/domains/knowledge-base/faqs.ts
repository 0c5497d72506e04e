/** Questions and their answers. */
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { resolveInLocation } from '../locations/access.ts';
import { takeAfterId } from '../shared/pages.ts';
import { resolveBase } from './bases.ts';
import { type Faq, faqs } from './records.ts';

const resolveFaq = (request: SandboxRequest, world: World): Faq =>
  resolveInLocation(faqs(world), request.path.id ?? '', request.locationId, () => badRequest('FAQ not found'));

const formatFaq = (faq: Faq): object => ({ ...faq, questionLowerCase: faq.question.toLowerCase(), deleted: false });

export const faqHandlers: Handlers = {
  'GET /knowledge-bases/faqs': (request, world) => {
    const { knowledgeBaseId, limit = 10, lastFaqId } = request.query;
    const base = resolveBase(world, request.locationId, knowledgeBaseId);
    const all = faqs(world)
      .indexed(request.locationId)
      .filter((faq) => faq.knowledgeBaseId === base.id);
    const { items, hasMore, lastId } = takeAfterId(all, lastFaqId, limit);
    const cursor = lastId === undefined ? {} : { lastFaqId: lastId };
    return { body: { count: all.length, faqs: items.map(formatFaq), hasMore, ...cursor } };
  },

  'POST /knowledge-bases/faqs': (request, world) => {
    const { question, answer, knowledgeBaseId } = request.body;
    const { id, locationId } = resolveBase(world, request.locationId, knowledgeBaseId);
    const now = world.timestamp();
    const faq = faqs(world).insert({
      id: world.newId(),
      locationId,
      knowledgeBaseId: id,
      question,
      answer,
      trainedUrlId: world.newObjectId(),
      createdAt: now,
      updatedAt: now,
    });
    return { body: { success: true, faq: formatFaq(faq) } };
  },

  'PUT /knowledge-bases/faqs/{id}': (request, world) => {
    const { question, answer } = request.body;
    faqs(world).update(resolveFaq(request, world).id, { question, answer, updatedAt: world.timestamp() });
    return { body: { success: true } };
  },

  'DELETE /knowledge-bases/faqs/{id}': (request, world) => {
    faqs(world).delete(resolveFaq(request, world).id);
    return { body: { success: true } };
  },
};
