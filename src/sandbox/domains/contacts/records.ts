/** The records of contacts and what hangs on them, for this domain and for those that lean on it. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export type DndStatus = 'active' | 'inactive' | 'permanent';

export interface DndSetting {
  readonly status: DndStatus;
  readonly message?: string;
  readonly code?: string;
}

/** Channels as V2 spells them. `active` means: do not disturb on this channel. */
export type DndChannel = 'Call' | 'Email' | 'SMS' | 'WhatsApp' | 'GMB' | 'FB';

export type DndSettings = Readonly<Partial<Record<DndChannel, DndSetting>>>;

export interface CustomFieldValue {
  readonly id: string;
  readonly value: unknown;
}

/** Where a contact came from, as HighLevel's attribution objects name it. */
export interface Attribution {
  readonly url: string;
  readonly campaign?: string;
  readonly utmSource?: string;
  readonly utmMedium?: string;
  readonly referrer?: string;
  readonly medium?: string;
  readonly mediumId?: string;
}

export interface Contact extends SandboxRecord {
  readonly firstName?: string;
  readonly lastName?: string;
  /** First and last name, else the e-mail, else the phone: what messages, opportunities and invoices show. */
  readonly contactName?: string;
  readonly email?: string;
  /** E.164. */
  readonly phone?: string;
  readonly companyName?: string;
  readonly businessId?: string;
  readonly type: string;
  readonly source?: string;
  readonly gender?: string;
  readonly address1?: string;
  readonly city?: string;
  readonly state?: string;
  readonly country?: string;
  readonly postalCode?: string;
  readonly website?: string;
  readonly timezone?: string;
  /** ISO time at midnight UTC. */
  readonly dateOfBirth?: string;
  readonly assignedTo?: string;
  readonly followers: readonly string[];
  /** Lower case, in the order in which they were added. */
  readonly tags: readonly string[];
  /** Do not disturb on every channel. */
  readonly dnd: boolean;
  readonly dndSettings: DndSettings;
  readonly inboundDndSettings?: { readonly all?: DndSetting };
  readonly customFields: readonly CustomFieldValue[];
  readonly attributionSource?: Attribution;
  readonly lastAttributionSource?: Attribution;
  readonly validEmail?: boolean;
  readonly bounceEmail: boolean;
  readonly unsubscribeEmail: boolean;
  readonly isValidWhatsapp?: boolean;
  readonly lastEmailClickedDate?: string;
  readonly lastEmailOpenedDate?: string;
  readonly lastActivity?: string;
  readonly dateAdded: string;
  readonly dateUpdated: string;
}

export interface Note extends SandboxRecord {
  readonly contactId: string;
  readonly body: string;
  readonly title?: string;
  readonly color?: string;
  readonly pinned: boolean;
  readonly userId?: string;
  readonly dateAdded: string;
}

export interface Task extends SandboxRecord {
  readonly contactId: string;
  readonly title: string;
  readonly body?: string;
  readonly assignedTo?: string;
  readonly dueDate: string;
  readonly completed: boolean;
}

/** A contact on its way through a campaign or a workflow. */
export interface Enrolment extends SandboxRecord {
  readonly contactId: string;
  /** Of the campaign or the workflow. */
  readonly automationId: string;
  readonly status: 'active' | 'finished';
  readonly eventStartTime?: string;
  readonly dateAdded: string;
}

/** What is left of a deleted contact: bulk operations tell it from one that never was. */
export interface DeletedContact extends SandboxRecord {
  readonly dateDeleted: string;
}

export const contacts = (world: World): Collection<Contact> => world.collection<Contact>('contacts');
export const deletedContacts = (world: World): Collection<DeletedContact> =>
  world.collection<DeletedContact>('deleted-contacts');
export const notes = (world: World): Collection<Note> => world.collection<Note>('notes');
export const tasks = (world: World): Collection<Task> => world.collection<Task>('tasks');
export const campaignEnrolments = (world: World): Collection<Enrolment> =>
  world.collection<Enrolment>('campaign-enrolments');
export const workflowEnrolments = (world: World): Collection<Enrolment> =>
  world.collection<Enrolment>('workflow-enrolments');
