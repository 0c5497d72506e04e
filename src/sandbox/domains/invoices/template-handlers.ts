/** Templates of invoices: list, get, create, replace, delete, and the two settings that have their own PATCH. */
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import {
  findRecord,
  hasWords,
  isOfMode,
  isWithinDays,
  newestFirst,
  replaceRecord,
  takePage,
} from '../payments/lists.ts';
import { buildBilling } from './billing.ts';
import type { InvoiceTemplate } from './records.ts';
import { invoiceTemplates } from './records.ts';
import { formatTemplate } from './views.ts';

function findTemplate(world: World, request: SandboxRequest): InvoiceTemplate {
  return findRecord(invoiceTemplates(world), request.path.templateId ?? '', request, 'Template not found');
}

function buildTemplate(world: World, request: SandboxRequest, before?: InvoiceTemplate): InvoiceTemplate {
  const { body, locationId } = request;
  const billing = buildBilling(world, body, { locationId, title: 'INVOICE', before });
  return { ...billing, internal: body.internal ?? false };
}

export const templateHandlers: Handlers = {
  // Templates have no status, so that filter finds nothing to filter by.
  'GET /invoices/template': (request, world) => {
    const found = newestFirst(invoiceTemplates(world).indexed(request.locationId)).filter(
      (template) =>
        isWithinDays(template.createdAt, request.query) &&
        isOfMode(template.liveMode, request.query.paymentMode) &&
        hasWords(request.query.search, [template.id, template.name]),
    );
    return { body: { data: takePage(found, request.query, 10).map(formatTemplate), totalCount: found.length } };
  },

  'GET /invoices/template/{templateId}': (request, world) => ({ body: formatTemplate(findTemplate(world, request)) }),

  'POST /invoices/template': (request, world) => ({
    body: formatTemplate(invoiceTemplates(world).insert(buildTemplate(world, request))),
  }),

  'PUT /invoices/template/{templateId}': (request, world) => {
    const before = findTemplate(world, request);
    const after = buildTemplate(world, request, before);
    return { body: formatTemplate(replaceRecord(invoiceTemplates(world), before, after)) };
  },

  'DELETE /invoices/template/{templateId}': (request, world) => {
    invoiceTemplates(world).delete(findTemplate(world, request).id);
    return { body: { success: true } };
  },

  'PATCH /invoices/template/{templateId}/late-fees-configuration': (request, world) => {
    const { id } = findTemplate(world, request);
    const { lateFeesConfiguration } = request.body;
    const change = { lateFeesConfiguration, updatedAt: world.timestamp() };
    return { body: formatTemplate(invoiceTemplates(world).update(id, change)) };
  },

  'PATCH /invoices/template/{templateId}/payment-methods-configuration': (request, world) => {
    const { id } = findTemplate(world, request);
    const { paymentMethods } = request.body;
    const change = { ...(paymentMethods === undefined ? {} : { paymentMethods }), updatedAt: world.timestamp() };
    return { body: formatTemplate(invoiceTemplates(world).update(id, change)) };
  },
};
