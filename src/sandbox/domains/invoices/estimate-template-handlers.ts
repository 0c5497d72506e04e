/** Templates of estimates: list, create, replace, delete, preview. */
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord, hasWords, newestFirst, pickFields, replaceRecord, takePage } from '../payments/lists.ts';
import type { Body } from './billing.ts';
import { buildBilling } from './billing.ts';
import type { EstimateTemplate } from './records.ts';
import { estimateTemplates } from './records.ts';
import { formatEstimateTemplate } from './views.ts';

function findTemplate(world: World, request: SandboxRequest, id = request.path.templateId ?? ''): EstimateTemplate {
  return findRecord(estimateTemplates(world), id, request, 'Estimate template not found');
}

/** The documents type the items of these bodies wrongly (arrays of arrays), so both nestings are read. */
function flattenItems(body: Body): Body {
  return { ...body, items: (body.items as readonly unknown[]).flat() };
}

function buildTemplate(world: World, request: SandboxRequest, before?: EstimateTemplate): EstimateTemplate {
  const { body, locationId } = request;
  return {
    ...buildBilling(world, flattenItems(body), { locationId, title: 'ESTIMATE', before }),
    ...pickFields(body, ['meta']),
    estimateNumberPrefix: body.estimateNumberPrefix ?? 'EST-',
  };
}

export const estimateTemplateHandlers: Handlers = {
  'GET /invoices/estimate/template': (request, world) => {
    const found = newestFirst(estimateTemplates(world).indexed(request.locationId)).filter((template) =>
      hasWords(request.query.search, [template.id, template.name]),
    );
    const data = takePage(found, request.query, 10).map(formatEstimateTemplate);
    return { body: { data, totalCount: found.length, traceId: request.traceId } };
  },

  'GET /invoices/estimate/template/preview': (request, world) => ({
    body: formatEstimateTemplate(findTemplate(world, request, request.query.templateId)),
  }),

  'POST /invoices/estimate/template': (request, world) => ({
    body: formatEstimateTemplate(estimateTemplates(world).insert(buildTemplate(world, request))),
  }),

  'PUT /invoices/estimate/template/{templateId}': (request, world) => {
    const before = findTemplate(world, request);
    const after = buildTemplate(world, request, before);
    return { body: formatEstimateTemplate(replaceRecord(estimateTemplates(world), before, after)) };
  },

  'DELETE /invoices/estimate/template/{templateId}': (request, world) => {
    const template = findTemplate(world, request);
    estimateTemplates(world).delete(template.id);
    return { body: { ...formatEstimateTemplate(template), deleted: true } };
  },
};
