/** Proposals and contracts, and the templates that they are made from. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface GrandTotal {
  readonly amount: number;
  readonly currency: string;
  readonly discountPercentage: number;
  readonly discounts: readonly { readonly id: string; readonly value: number; readonly type: string }[];
}

export interface ProposalTemplate extends SandboxRecord {
  readonly name: string;
  readonly type: 'proposal' | 'estimate' | 'contentLibrary';
  readonly version: number;
  /** Anybody with its address may fill it in. */
  readonly isPublicDocument: boolean;
  readonly updatedBy: string;
  /** What a document made from it asks for. */
  readonly grandTotal: GrandTotal;
  readonly deleted: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Recipient {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly contactName: string;
  readonly entityName: 'contacts' | 'users';
  readonly role: 'user' | 'signer';
  readonly isPrimary: boolean;
  readonly signingOrder: number;
  readonly hasCompleted: boolean;
  readonly signedDate?: string;
  readonly lastViewedAt?: string;
  readonly shareLink?: string;
}

/** What one recipient opens the document with. */
export interface DocumentLink {
  readonly referenceId: string;
  readonly documentId: string;
  readonly recipientId: string;
  readonly entityName: 'contacts' | 'users';
  readonly recipientCategory: 'recipient' | 'cc' | 'bcc';
  readonly documentRevision: number;
  readonly createdBy: string;
  readonly deleted: boolean;
}

export type DocumentStatus = 'draft' | 'sent' | 'viewed' | 'completed' | 'accepted';
export type PaymentStatus = 'waiting_for_payment' | 'paid' | 'no_payment';

export interface ProposalDocument extends SandboxRecord {
  readonly name: string;
  readonly type: 'proposal' | 'estimate' | 'contentLibrary';
  readonly templateId?: string;
  readonly opportunityId?: string;
  readonly status: DocumentStatus;
  readonly paymentStatus: PaymentStatus;
  readonly documentRevision: number;
  readonly grandTotal: GrandTotal;
  readonly recipients: readonly Recipient[];
  readonly links: readonly DocumentLink[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const proposalTemplates = (world: World): Collection<ProposalTemplate> =>
  world.collection<ProposalTemplate>('proposal-templates');
export const proposalDocuments = (world: World): Collection<ProposalDocument> =>
  world.collection<ProposalDocument>('proposal-documents');
