/** What goes with a contact when it is deleted. */
import type { Collection, SandboxRecord, World } from '../../world.ts';
import { appointments } from '../calendars/records.ts';
import { conversations, messages } from '../conversations/records.ts';
import { opportunities } from '../opportunities/records.ts';
import { campaignEnrolments, notes, tasks, workflowEnrolments } from './records.ts';

interface OfContact extends SandboxRecord {
  readonly contactId?: string;
}

/** Deletes the contact's notes, tasks, enrolments, opportunities, appointments, conversations and messages. */
export function deleteDependants(world: World, contactId: string, locationId: string): void {
  deleteOf(notes(world), contactId, locationId);
  deleteOf(tasks(world), contactId, locationId);
  deleteOf(campaignEnrolments(world), contactId, locationId);
  deleteOf(workflowEnrolments(world), contactId, locationId);
  deleteOf(opportunities(world), contactId, locationId);
  deleteOf(appointments(world), contactId, locationId);
  deleteOf(messages(world), contactId, locationId);
  deleteOf(conversations(world), contactId, locationId);
}

function deleteOf<T extends OfContact>(collection: Collection<T>, contactId: string, locationId: string): void {
  for (const record of collection.inLocation(locationId)) {
    if (record.contactId === contactId) collection.delete(record.id);
  }
}
