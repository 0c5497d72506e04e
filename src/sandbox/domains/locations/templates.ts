/** SMS, e-mail and WhatsApp templates: listed and deleted here, written in HighLevel's own interface. */
import { badRequest } from '../../errors.ts';
import type { Handlers } from '../../handler.ts';
import { resolveInLocation } from './access.ts';
import { type Template, templates } from './records.ts';
import { parseWindow, takeWindow } from './slice.ts';

function formatTemplate({ deleted: _deleted, ...template }: Template): Record<string, unknown> {
  if (template.type !== 'email') return template;
  const { urlAttachments: _urlAttachments, ...email } = template;
  return email;
}

export const templateHandlers: Handlers = {
  'GET /locations/{locationId}/templates': (request, world) => {
    const { deleted = false, type } = request.query;
    const found = templates(world)
      .inLocation(request.locationId)
      .filter((template) => template.deleted === deleted && (type === undefined || template.type === type));
    const page = takeWindow(found, parseWindow(request.query, { limit: 25 }));
    return { body: { templates: page.map(formatTemplate), totalCount: found.length } };
  },

  'DELETE /locations/{locationId}/templates/{id}': (request, world) => {
    const template = resolveInLocation(templates(world), request.path.id ?? '', request.locationId, () =>
      badRequest('Template not found'),
    );
    templates(world).update(template.id, { deleted: true });
    return { body: { succeded: true } };
  },
};
