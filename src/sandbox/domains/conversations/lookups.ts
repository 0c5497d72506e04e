/** Conversations, messages and e-mails that a request names. */
import { unprocessable } from '../../errors.ts';
import type { SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { findRecord } from '../shared/find-record.ts';
import { type Conversation, conversations, type EmailMessage, emails, type Message, messages } from './records.ts';

/** Throws a 400 when the location of the request has no such conversation. */
export const findConversation = (world: World, request: SandboxRequest, id: string | undefined): Conversation =>
  findRecord(conversations(world), request, { id, name: 'Conversation' });

export const findMessage = (world: World, request: SandboxRequest, id: string | undefined): Message =>
  findRecord(messages(world), request, { id, name: 'Message' });

export const findEmail = (world: World, request: SandboxRequest, id: string | undefined): EmailMessage =>
  findRecord(emails(world), request, { id, name: 'Email message' });

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
