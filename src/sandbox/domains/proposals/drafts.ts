/** Documents from templates, and the links that their recipients open them with. */
import type { World } from '../../world.ts';
import { companies } from '../companies/records.ts';
import type { Contact } from '../contacts/records.ts';
import { createWorldUuid } from '../shared/uuid.ts';
import type { DocumentLink, ProposalDocument, ProposalTemplate, Recipient } from './records.ts';

/** Where the agency's clients open documents. */
export function getDocumentHost(world: World): string {
  return `https://${companies(world).get(world.companyId)?.domain ?? 'agency.example.com'}`;
}

/** The contact as the one who signs. */
export function buildSigner(contact: Pick<Contact, 'id' | 'firstName' | 'lastName' | 'email' | 'phone'>): Recipient {
  const { id, firstName = '', lastName = '', email = '', phone = '' } = contact;
  return {
    ...{ id, firstName, lastName, email, phone },
    contactName: `${firstName} ${lastName}`.trim(),
    entityName: 'contacts',
    role: 'signer',
    isPrimary: true,
    signingOrder: 1,
    hasCompleted: false,
  };
}

export interface LinkRequest {
  readonly documentId: string;
  readonly recipientId: string;
  readonly recipientCategory: DocumentLink['recipientCategory'];
  readonly documentRevision: number;
  readonly createdBy: string;
}

export function buildLink(world: World, wanted: LinkRequest): DocumentLink {
  return { referenceId: createWorldUuid(world), ...wanted, entityName: 'contacts', deleted: false };
}

export interface DocumentRequest {
  readonly template: ProposalTemplate;
  readonly contact: Parameters<typeof buildSigner>[0];
  readonly userId: string;
  readonly isSent: boolean;
  readonly opportunityId?: string | undefined;
}

/** A document from a template for one contact. */
export function buildDocument(world: World, request: DocumentRequest): ProposalDocument {
  const { template, contact, userId, isSent, opportunityId } = request;
  const id = world.newObjectId();
  const signer = buildSigner(contact);
  const link = buildLink(world, {
    documentId: id,
    recipientId: signer.id,
    recipientCategory: 'recipient',
    documentRevision: 1,
    createdBy: userId,
  });
  return {
    id,
    locationId: template.locationId,
    name: template.name,
    type: template.type,
    templateId: template.id,
    ...(opportunityId !== undefined && { opportunityId }),
    status: isSent ? 'sent' : 'draft',
    paymentStatus: template.grandTotal.amount > 0 ? 'waiting_for_payment' : 'no_payment',
    documentRevision: 1,
    grandTotal: template.grandTotal,
    recipients: [{ ...signer, shareLink: `${getDocumentHost(world)}/documents/v1/${link.referenceId}` }],
    links: [link],
    createdAt: world.timestamp(),
    updatedAt: world.timestamp(),
  };
}
