/** Opportunities as answers show them. */
import type { World } from '../../world.ts';
import { appointments } from '../calendars/records.ts';
import { contacts, notes, tasks } from '../contacts/records.ts';
import { conversations } from '../conversations/records.ts';
import type { Opportunity } from './records.ts';

/** The contact as opportunities carry it; missing when it has been deleted. */
function formatContact(contactId: string, world: World): Record<string, unknown> | undefined {
  const contact = contacts(world).get(contactId);
  if (!contact) return undefined;
  const { id, contactName, companyName, email, phone, tags } = contact;
  return { id, name: contactName, companyName, email, phone, tags };
}

export function formatOpportunity(opportunity: Opportunity, world: World): Record<string, unknown> {
  return {
    ...opportunity,
    lastActionDate: opportunity.updatedAt,
    contact: formatContact(opportunity.contactId, world),
  };
}

export interface Extras {
  readonly notes?: boolean | undefined;
  readonly tasks?: boolean | undefined;
  readonly calendarEvents?: boolean | undefined;
  readonly unReadConversations?: boolean | undefined;
}

/** What belongs to the opportunity's contact, as far as it was asked for. Unasked lists stay empty. */
export function formatWithExtras(opportunity: Opportunity, extras: Extras, world: World): Record<string, unknown> {
  const { contactId, locationId } = opportunity;
  const ofContact = <T extends { readonly contactId?: string }>(records: readonly T[]): T[] =>
    records.filter((record) => record.contactId === contactId);
  return {
    ...formatOpportunity(opportunity, world),
    notes: extras.notes ? ofContact(notes(world).inLocation(locationId)) : [],
    tasks: extras.tasks ? ofContact(tasks(world).inLocation(locationId)) : [],
    calendarEvents: extras.calendarEvents ? ofContact(appointments(world).inLocation(locationId)) : [],
    ...(extras.unReadConversations && {
      unReadConversations: ofContact(conversations(world).inLocation(locationId)).filter(
        ({ unreadCount }) => unreadCount > 0,
      ),
    }),
  };
}
