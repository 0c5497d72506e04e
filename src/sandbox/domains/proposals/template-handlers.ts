/** Templates: listed, and made into documents. They are written in HighLevel, not through the API. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { opportunities } from '../opportunities/records.ts';
import { hasWords, newestFirst, splitList } from '../payments/lists.ts';
import { findContact, findRecord } from '../shared/find-record.ts';
import { assertUser, defaultLimit, parseBound } from './document-handlers.ts';
import { buildDocument, getDocumentHost } from './drafts.ts';
import { type ProposalTemplate, proposalDocuments, proposalTemplates } from './records.ts';

function formatTemplate(template: ProposalTemplate, world: World): Record<string, unknown> {
  const { grandTotal: _total, ...shown } = template;
  if (!template.isPublicDocument) return { _id: template.id, ...shown };
  const made = proposalDocuments(world)
    .inLocation(template.locationId)
    .filter(({ templateId }) => templateId === template.id);
  const docFormUrl = `${getDocumentHost(world)}/documents/doc-form/${template.id}?locale=en_US`;
  return { _id: template.id, ...shown, documentCount: made.length, docFormUrl };
}

/** Throws 422 when public templates are asked for without the user, which the documents forbid. */
function selectTemplates(request: SandboxRequest, world: World): ProposalTemplate[] {
  const { type, name, isPublicDocument, userId, dateFrom, dateTo } = request.query;
  if (isPublicDocument === true && !userId) throw unprocessable(['userId should not be empty']);
  const types = splitList(type);
  const start = parseBound(dateFrom, 'dateFrom', Number.NEGATIVE_INFINITY);
  const end = parseBound(dateTo, 'dateTo', Number.POSITIVE_INFINITY);
  return newestFirst(proposalTemplates(world).indexed(request.locationId)).filter(
    (template) =>
      (types === undefined || types.includes(template.type)) &&
      (isPublicDocument === undefined || template.isPublicDocument === isPublicDocument) &&
      hasWords(name, [template.name]) &&
      Date.parse(template.createdAt) >= start &&
      Date.parse(template.createdAt) <= end,
  );
}

export const templateHandlers: Handlers = {
  'GET /proposals/templates': (request, world) => {
    const found = selectTemplates(request, world);
    const page = takeWindow(found, parseWindow(request.query, { limit: defaultLimit, maxLimit: 100 }));
    return { body: { data: page.map((template) => formatTemplate(template, world)), total: found.length } };
  },

  // What leaving sendDocument out does is undocumented: nothing leaves the house unless the request says so.
  'POST /proposals/templates/send': (request, world) => {
    const { templateId, userId, contactId, sendDocument = false, opportunityId } = request.body;
    const template = findRecord(proposalTemplates(world), request, { id: templateId, name: 'Template' });
    assertUser(world, userId);
    const contact = findContact(world, request, contactId);
    if (opportunityId !== undefined) {
      findRecord(opportunities(world), request, { id: opportunityId, name: 'Opportunity' });
    }
    if (sendDocument && contact.email === undefined) {
      throw badRequest("Unable to send e-mail, contact's e-mail is invalid");
    }
    const draft = buildDocument(world, { template, contact, userId, isSent: sendDocument, opportunityId });
    const { links } = proposalDocuments(world).insert(draft);
    return { body: { success: true, links } };
  },
};
