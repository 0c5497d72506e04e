/** What a client says about a contact, brought into the form in which contacts are kept. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { World } from '../../world.ts';
import { locations } from '../locations/records.ts';
import { users } from '../users/records.ts';
import { contactFields, mergeCustomFields } from './custom-fields.ts';
import { normalizePhone } from './phone.ts';
import type { Contact } from './records.ts';
import { normalizeTags } from './tags.ts';

/** Undefined clears a field. */
export type ContactChange = { -readonly [Name in keyof Contact]?: Contact[Name] | undefined };

const plainFields = [
  'firstName',
  'lastName',
  'gender',
  'address1',
  'city',
  'state',
  'postalCode',
  'country',
  'website',
  'timezone',
  'source',
  'companyName',
  'assignedTo',
] as const;

const emailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/**
 * Parses the body of create, update and upsert. Only what the body names is in the change; an empty text or null
 * clears. Throws 422 for malformed values, 400 for users that do not exist.
 */
export function parseContact(
  // biome-ignore lint/suspicious/noExplicitAny: the gate has validated it against the operation's facts
  body: any,
  world: World,
  locationId: string,
  existing?: Contact,
): ContactChange {
  const change: ContactChange = typeof body.name === 'string' ? splitName(body.name) : {};
  for (const name of plainFields) if (body[name] !== undefined) change[name] = parseText(body[name]);
  if (body.email !== undefined) change.email = parseEmail(body.email);
  if (body.phone !== undefined) change.phone = parsePhone(body.phone, world, locationId);
  if (body.dateOfBirth !== undefined) change.dateOfBirth = parseDateOfBirth(body.dateOfBirth);
  if (body.tags !== undefined) change.tags = normalizeTags(body.tags ?? []);
  if (body.dnd !== undefined) change.dnd = body.dnd === true;
  if (body.dndSettings) change.dndSettings = { ...existing?.dndSettings, ...body.dndSettings };
  if (body.inboundDndSettings) change.inboundDndSettings = body.inboundDndSettings;
  if (body.customFields !== undefined) {
    const fields = contactFields(world, locationId);
    change.customFields = mergeCustomFields(existing?.customFields ?? [], body.customFields ?? [], fields);
  }
  if (change.assignedTo !== undefined) validateUser(world, change.assignedTo);
  return { ...change, contactName: buildContactName({ ...existing, ...change }) };
}

/** First and last name, else the e-mail, else the phone. */
export function buildContactName(contact: ContactChange): string | undefined {
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ');
  return name || contact.email || contact.phone;
}

/** Throws 400 when nobody has this id. */
export function validateUser(world: World, userId: string): void {
  if (!users(world).get(userId)) throw badRequest(`User with id ${userId} not found`);
}

function parseText(value: unknown): string | undefined {
  return value === null || String(value).trim() === '' ? undefined : String(value).trim();
}

function splitName(name: string): ContactChange {
  const [firstName, ...rest] = name.trim().split(/\s+/);
  return { firstName: firstName || undefined, lastName: rest.join(' ') || undefined };
}

function parseEmail(value: unknown): string | undefined {
  const email = parseText(value);
  if (email !== undefined && !emailAddress.test(email)) throw unprocessable(['email must be an email']);
  return email;
}

function parsePhone(value: unknown, world: World, locationId: string): string | undefined {
  const phone = parseText(value);
  return phone && normalizePhone(phone, locations(world).get(locationId)?.country ?? 'US');
}

/** Takes year first or year last, with `-`, `/`, `.` or `_` between (spec: supported formats). */
function parseDateOfBirth(value: unknown): string | undefined {
  const text = parseText(value);
  if (text === undefined) return undefined;
  const yearFirst = /^(\d{4})[-/._](\d{1,2})[-/._](\d{1,2})(?:T.*)?$/.exec(text);
  const yearLast = /^(\d{1,2})[-/._](\d{1,2})[-/._](\d{4})$/.exec(text);
  const [year, month, day] = yearFirst
    ? [yearFirst[1], yearFirst[2], yearFirst[3]]
    : [yearLast?.[3], yearLast?.[1], yearLast?.[2]];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1) throw unprocessable(['dateOfBirth must be a valid date']);
  return date.toISOString();
}
