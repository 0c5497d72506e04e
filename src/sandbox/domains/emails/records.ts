/** E-mail templates in folders, campaigns, and the sends of workflows and bulk actions. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type EditorType = 'html' | 'builder' | 'text';

/** The older and the newer operations work on the same templates. */
export interface EmailTemplate extends SandboxRecord {
  readonly kind: 'template' | 'folder';
  readonly name: string;
  readonly editorType: EditorType;
  readonly content: string;
  readonly isPlainText: boolean;
  readonly builderVersion: '1' | '2';
  /** Absent at the top. */
  readonly parentFolderId?: string;
  readonly archived: boolean;
  readonly subjectLine?: string;
  readonly fromName?: string;
  readonly fromEmail?: string;
  readonly previewText?: string;
  /** Where an imported template came from. */
  readonly importUrl?: string;
  readonly updatedBy?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Sender {
  readonly subject: string;
  readonly fromName: string;
  readonly fromEmail: string;
  readonly replyToAddress?: string;
  readonly previewText?: string;
}

/** When how many e-mails leave. All of them count as sent at `finishedAt`; a feed never finishes. */
export interface Sending {
  readonly startsAt: string;
  readonly finishedAt?: string;
  readonly recipientCount: number;
}

export interface CampaignSchedule extends Sending {
  readonly scheduleType: 'immediate' | 'scheduled' | 'batch' | 'rss' | 'smart_send';
  readonly sender: Sender;
  readonly sendDays: readonly string[];
  readonly repeatAfter?: string;
  readonly clickTracking: boolean;
  readonly utmTracking: boolean;
  readonly resendToUnopened: boolean;
  /** Of an A/B test; the first one wins. */
  readonly variationIds: readonly string[];
}

export interface EmailCampaign extends SandboxRecord {
  readonly name: string;
  readonly editorType: EditorType;
  readonly content: string;
  readonly timeZone: string;
  readonly templateId?: string;
  readonly parentFolderId?: string;
  /** Under which its figures are found; absent until it is scheduled. */
  readonly sourceId?: string;
  /** Absent: a draft. */
  readonly schedule?: CampaignSchedule;
  readonly halted?: 'paused' | 'cancelled';
  readonly updatedBy: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** A step of a workflow that sends an e-mail. */
export interface WorkflowEmail extends Sender {
  /** A UUID. */
  readonly id: string;
  readonly name: string;
  readonly recipientCount: number;
  readonly createdAt: string;
}

/** The e-mails of one workflow; name and status are the workflow's. */
export interface WorkflowCampaign extends SandboxRecord {
  readonly workflowId: string;
  readonly steps: readonly WorkflowEmail[];
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** An e-mail that somebody sent to many contacts at once from their list. */
export interface BulkEmail extends SandboxRecord, Sending {
  /** A UUID. */
  readonly sourceId: string;
  readonly name: string;
  readonly scheduleType: 'NOW' | 'SCHEDULED' | 'DRIP';
  readonly sender: Sender;
  readonly templateId?: string;
  readonly createdAt: string;
}

export const emailTemplates = (world: World): Collection<EmailTemplate> =>
  world.collection<EmailTemplate>('email-templates');
export const emailCampaigns = (world: World): Collection<EmailCampaign> =>
  world.collection<EmailCampaign>('email-campaigns');
export const workflowCampaigns = (world: World): Collection<WorkflowCampaign> =>
  world.collection<WorkflowCampaign>('email-workflow-campaigns');
export const bulkEmails = (world: World): Collection<BulkEmail> => world.collection<BulkEmail>('email-bulk-actions');

/** Where the sandbox pretends to keep what was written; nothing answers there. */
export const getContentUrl = (kind: 'templates' | 'campaigns' | 'workflows' | 'bulk-actions', id: string): string =>
  `https://storage.sandbox.example.com/emails/${kind}/${id}.html`;
