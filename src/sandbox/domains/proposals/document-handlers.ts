/** Documents: listed, and sent to those who are to sign or pay. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { parseWindow, takeWindow } from '../locations/slice.ts';
import { hasWords, newestFirst } from '../payments/lists.ts';
import { findRecord } from '../shared/find-record.ts';
import { users } from '../users/records.ts';
import { buildLink, getDocumentHost } from './drafts.ts';
import { type DocumentLink, type ProposalDocument, proposalDocuments } from './records.ts';

/** A page when the request names no limit. */
export const defaultLimit = 10;

/** Epoch milliseconds of a bound. Throws 422 for what is not a date. */
export function parseBound(value: string | undefined, name: string, fallback: number): number {
  if (value === undefined) return fallback;
  const time = Date.parse(value);
  if (Number.isNaN(time)) throw unprocessable([`${name} must be a valid ISO 8601 date string`]);
  return time;
}

/** Throws 400 for somebody who does not work for the agency. */
export function assertUser(world: World, userId: string): void {
  if (users(world).get(userId)?.deleted !== false) throw badRequest('User not found');
}

function formatDocument(document: ProposalDocument, world: World): Record<string, unknown> {
  const { id, templateId: _template, opportunityId: _opportunity, status, paymentStatus, ...shown } = document;
  return {
    _id: id,
    documentId: id,
    ...shown,
    deleted: false,
    isExpired: false,
    fillableFields: document.recipients.map((recipient, index) => ({
      fieldId: `signature_${index + 1}`,
      isRequired: true,
      hasCompleted: recipient.hasCompleted,
      recipient: recipient.id,
      entityType: recipient.entityName,
      id: `${id}-${index + 1}`,
      type: 'Signature',
      value: '',
    })),
    locale: locations(world).get(document.locationId)?.country === 'US' ? 'en-US' : 'en-GB',
    status: [status],
    paymentStatus: [paymentStatus],
    recipients: document.recipients.map((recipient) => ({ ...recipient, phoneNumber: recipient.phone })),
  };
}

/** Throws 422 when only one end of the period is named, which the documents forbid. */
function selectDocuments(request: SandboxRequest, world: World): ProposalDocument[] {
  const { status, paymentStatus, query, dateFrom, dateTo } = request.query;
  if ((dateFrom === undefined) !== (dateTo === undefined)) {
    throw unprocessable(['dateFrom and dateTo must be provided together']);
  }
  const start = parseBound(dateFrom, 'dateFrom', Number.NEGATIVE_INFINITY);
  const end = parseBound(dateTo, 'dateTo', Number.POSITIVE_INFINITY);
  return newestFirst(proposalDocuments(world).indexed(request.locationId)).filter(
    (document) =>
      (status === undefined || status.includes(document.status)) &&
      (paymentStatus === undefined || paymentStatus.includes(document.paymentStatus)) &&
      hasWords(query, [document.name, ...document.recipients.map(({ contactName }) => contactName)]) &&
      Date.parse(document.createdAt) >= start &&
      Date.parse(document.createdAt) <= end,
  );
}

/** Links to those who get a copy; the recipients of the document have theirs. */
function buildCopies(request: SandboxRequest, world: World, document: ProposalDocument): DocumentLink[] {
  const { ccRecipients = [], sentBy } = request.body;
  const { id: documentId, documentRevision } = document;
  return (ccRecipients as readonly { readonly id: string }[]).map(({ id }) =>
    buildLink(world, { documentId, recipientId: id, recipientCategory: 'cc', documentRevision, createdBy: sentBy }),
  );
}

export const documentHandlers: Handlers = {
  'GET /proposals/document': (request, world) => {
    const found = selectDocuments(request, world);
    const page = takeWindow(found, parseWindow(request.query, { limit: defaultLimit, maxLimit: 100 }));
    const host = getDocumentHost(world);
    return {
      body: {
        documents: page.map((document) => formatDocument(document, world)),
        total: found.length,
        whiteLabelBaseUrl: host,
        whiteLabelBaseUrlForInvoice: host,
      },
    };
  },

  'POST /proposals/document/send': (request, world) => {
    const { documentId, sentBy, documentName } = request.body;
    const document = findRecord(proposalDocuments(world), request, { id: documentId, name: 'Document' });
    assertUser(world, sentBy);
    if (document.status === 'completed' || document.status === 'accepted') {
      throw badRequest('Document is already completed');
    }
    if (document.recipients.length === 0) throw badRequest('Document has no recipients');
    const links = [...document.links, ...buildCopies(request, world, document)];
    proposalDocuments(world).update(documentId, {
      name: documentName ?? document.name,
      // What somebody has opened stays opened.
      status: document.status === 'viewed' ? 'viewed' : 'sent',
      links,
      updatedAt: world.timestamp(),
    });
    return { body: { success: true, links } };
  },
};
