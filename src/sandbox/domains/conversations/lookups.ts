/** Finding conversations, messages and contacts, and refusing in HighLevel's words what is not there. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { Collection, SandboxRecord, World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import { type Conversation, conversations, type EmailMessage, emails, type Message, messages } from './records.ts';

function find<T extends SandboxRecord>(
  collection: Collection<T>,
  request: SandboxRequest,
  { id, name }: { readonly id: string | undefined; readonly name: string },
): T {
  const record = id === undefined ? undefined : collection.get(id);
  if (record === undefined || (request.locationId !== '' && record.locationId !== request.locationId)) {
    throw badRequest(`${name} with id ${id} not found`);
  }
  return record;
}

/** Throws a 400 when the location of the request has no such conversation. */
export const findConversation = (world: World, request: SandboxRequest, id: string | undefined): Conversation =>
  find(conversations(world), request, { id, name: 'Conversation' });

export const findMessage = (world: World, request: SandboxRequest, id: string | undefined): Message =>
  find(messages(world), request, { id, name: 'Message' });

export const findEmail = (world: World, request: SandboxRequest, id: string | undefined): EmailMessage =>
  find(emails(world), request, { id, name: 'Email message' });

export const findContact = (world: World, request: SandboxRequest, id: string): Contact =>
  find(contacts(world), request, { id, name: 'Contact' });

/** Epoch milliseconds of a date in a body, or the given moment without one. Throws a 422 for what is no date. */
export function parseDate(value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  const parsed = Date.parse(value);
  if (Number.isNaN(parsed)) throw unprocessable(['date must be a valid ISO 8601 date string']);
  return parsed;
}

/** The words of a comma-separated list; empty without one. */
export function parseList(value: string | readonly string[] | undefined): string[] {
  const texts = typeof value === 'string' ? [value] : (value ?? []);
  return texts.flatMap((text) => text.split(',')).filter((word) => word !== '');
}
