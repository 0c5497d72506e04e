/** Categories and tags: people make them in the app, the API lists them. */
import type { Handlers } from '../../handler.ts';
import { hasWords } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { answer, takePart } from './answer.ts';
import { type SocialCategory, type SocialTag, socialCategories, socialTags } from './records.ts';

export function formatCategory({ id, createdAt, ...category }: SocialCategory): Record<string, unknown> {
  return { _id: id, ...category, deleted: false, createdAt, updatedAt: createdAt };
}

function formatTag({ id, createdAt, ...tag }: SocialTag): Record<string, unknown> {
  return { _id: id, ...tag, deleted: false, createdAt, updatedAt: createdAt };
}

export const labelHandlers: Handlers = {
  'GET /social-media-posting/{locationId}/categories': ({ query, locationId }, world) => {
    const found = socialCategories(world)
      .indexed(locationId)
      .filter(({ name }) => hasWords(query.searchText, [name]));
    const categories = takePart(found, query).map(formatCategory);
    return answer(200, 'Fetched Categories by Location ID', { categories, count: found.length });
  },

  'GET /social-media-posting/{locationId}/categories/{id}': (request, world) => {
    const category = findRecord(socialCategories(world), request, { id: request.path.id, name: 'Category' });
    return answer(200, 'Fetched Category', { category: formatCategory(category) });
  },

  'GET /social-media-posting/{locationId}/tags': ({ query, locationId }, world) => {
    const found = socialTags(world)
      .indexed(locationId)
      .filter(({ tag }) => hasWords(query.searchText, [tag]));
    return answer(200, 'Fetched Tags by Location ID', {
      tags: takePart(found, query).map(formatTag),
      count: found.length,
    });
  },

  'POST /social-media-posting/{locationId}/tags/details': ({ body, locationId }, world) => {
    const wanted = new Set<string>(body.tagIds);
    const tags = socialTags(world)
      .inLocation(locationId)
      .filter(({ id }) => wanted.has(id));
    return answer(201, 'Fetched Tags by Tag IDs', { tags: tags.map(formatTag), count: tags.length });
  },
};
