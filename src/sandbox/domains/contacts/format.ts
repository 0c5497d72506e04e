/** The shapes in which contacts are answered; every operation has its own. */
import type { World } from '../../world.ts';
import { businesses } from '../businesses/records.ts';
import type { Contact } from './records.ts';

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();

function fullName({ firstName, lastName }: Contact): string | undefined {
  return [firstName, lastName].filter(Boolean).join(' ') || undefined;
}

/** What all answers share. */
function buildBase(contact: Contact): Record<string, unknown> {
  const { firstName, lastName, email } = contact;
  return {
    id: contact.id,
    locationId: contact.locationId,
    firstName,
    firstNameLowerCase: lower(firstName),
    lastName,
    lastNameLowerCase: lower(lastName),
    fullNameLowerCase: lower(fullName(contact)),
    email,
    emailLowerCase: lower(email),
    phone: contact.phone,
    companyName: contact.companyName,
    businessId: contact.businessId,
    type: contact.type,
    source: contact.source,
    gender: contact.gender,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    country: contact.country,
    postalCode: contact.postalCode,
    website: contact.website,
    timezone: contact.timezone,
    assignedTo: contact.assignedTo,
    tags: contact.tags,
    dnd: contact.dnd,
    dndSettings: contact.dndSettings,
    inboundDndSettings: contact.inboundDndSettings,
    customFields: contact.customFields,
    dateAdded: contact.dateAdded,
    dateUpdated: contact.dateUpdated,
  };
}

/** As create answers. */
export function formatCreated(contact: Contact): Record<string, unknown> {
  const birth = contact.dateOfBirth === undefined ? undefined : new Date(contact.dateOfBirth);
  return {
    ...buildBase(contact),
    deleted: false,
    bounceEmail: contact.bounceEmail,
    unsubscribeEmail: contact.unsubscribeEmail,
    dateOfBirth: contact.dateOfBirth,
    birthMonth: birth && birth.getUTCMonth() + 1,
    birthDay: birth?.getUTCDate(),
    offers: [],
    products: [],
  };
}

/** As get, update, upsert and the duplicate search answer. */
export function formatContact(contact: Contact): Record<string, unknown> {
  return {
    ...buildBase(contact),
    name: fullName(contact),
    dateOfBirth: contact.dateOfBirth?.slice(0, 10),
    followers: contact.followers,
    lastActivity: contact.lastActivity,
    attributionSource: contact.attributionSource,
    lastAttributionSource: contact.lastAttributionSource,
    additionalEmails: [],
    additionalPhones: [],
  };
}

/** As the lists answer: what is missing is null there. */
export function formatListed(contact: Contact): Record<string, unknown> {
  return {
    id: contact.id,
    locationId: contact.locationId,
    contactName: contact.contactName ?? null,
    firstName: contact.firstName ?? null,
    lastName: contact.lastName ?? null,
    companyName: contact.companyName ?? null,
    email: contact.email ?? null,
    phone: contact.phone ?? null,
    dnd: contact.dnd,
    type: contact.type,
    source: contact.source ?? null,
    assignedTo: contact.assignedTo ?? null,
    city: contact.city ?? null,
    state: contact.state ?? null,
    postalCode: contact.postalCode ?? null,
    address1: contact.address1 ?? null,
    dateAdded: contact.dateAdded,
    dateUpdated: contact.dateUpdated,
    dateOfBirth: contact.dateOfBirth ?? null,
    businessId: contact.businessId ?? null,
    tags: contact.tags,
    followers: contact.followers,
    country: contact.country ?? null,
    website: contact.website ?? null,
    timezone: contact.timezone ?? null,
    customFields: contact.customFields,
    attributions: [contact.attributionSource, contact.lastAttributionSource].filter((one) => one !== undefined),
  };
}

/** As advanced search answers: `address` instead of `address1`, the date of birth in epoch milliseconds (#314). */
export function formatFound(contact: Contact, world: World): Record<string, unknown> {
  const { attributions: _attributions, address1, ...listed } = formatListed(contact);
  return {
    ...listed,
    firstNameLowerCase: lower(contact.firstName) ?? null,
    lastNameLowerCase: lower(contact.lastName) ?? null,
    address: address1,
    businessName: (contact.businessId && businesses(world).get(contact.businessId)?.name) ?? null,
    dateOfBirth: contact.dateOfBirth === undefined ? null : Date.parse(contact.dateOfBirth),
    dndSettings: contact.dndSettings,
    inboundDndSettings: contact.inboundDndSettings ?? null,
    phoneLabel: null,
    additionalEmails: [],
    additionalPhones: [],
    validEmail: contact.validEmail ?? null,
    attributionSource: contact.attributionSource ?? null,
    lastAttributionSource: contact.lastAttributionSource ?? null,
  };
}
