/** The fields that advanced search of contacts offers, their types and operators (behaviour.md, section 4). */
import {
  createFieldFinder,
  type Field,
  type FieldFinder,
  type FieldTable,
  type FieldType,
  type NestedObject,
  type ValueField,
  wholeValue,
} from '../../search/fields.ts';
import type { World } from '../../world.ts';
import { businesses } from '../businesses/records.ts';
import { appointments } from '../calendars/records.ts';
import type { LocationCustomField } from '../locations/records.ts';
import { opportunities } from '../opportunities/records.ts';
import { contactFields } from './custom-fields.ts';
import { type Contact, type DndChannel, type Enrolment, workflowEnrolments } from './records.ts';

/** Finds the fields of a location's contacts, custom ones included. */
export function createContactFieldFinder(world: World, locationId: string): FieldFinder<Contact> {
  const findFixed = createFieldFinder({ ...ownFields, ...buildRelatedFields(world, locationId) });
  const customFields = contactFields(world, locationId);
  return (name) => {
    const [prefix, id, optionId] = name.split('.');
    if (prefix !== 'customFields') return findFixed(name);
    const field = customFields.find((one) => one.id === id);
    return field && buildCustomField(field, optionId);
  };
}

const keyword = (read: (contact: Contact) => unknown): Field<Contact> => ({ type: 'keyword', read });
const text = (read: (contact: Contact) => unknown): Field<Contact> => ({ type: 'text', read });
const whole = (read: (contact: Contact) => unknown): Field<Contact> => ({ type: 'text', read, operators: wholeValue });
const flag = (read: (contact: Contact) => unknown): Field<Contact> => ({ type: 'boolean', read });
const date = (read: (contact: Contact) => unknown): Field<Contact> => ({ type: 'date', read });

const ownFields: FieldTable<Contact> = {
  id: { type: 'keyword', read: (contact) => contact.id, operators: ['eq', 'not_eq'] },
  address: text((contact) => contact.address1),
  assignedTo: keyword((contact) => contact.assignedTo),
  city: text((contact) => contact.city),
  country: whole((contact) => contact.country),
  companyName: text((contact) => contact.companyName),
  dateAdded: date((contact) => contact.dateAdded),
  dateUpdated: date((contact) => contact.dateUpdated),
  dnd: flag((contact) => contact.dnd),
  email: whole((contact) => contact.email),
  followers: { type: 'keyword', read: (contact) => contact.followers, sortable: false },
  firstNameLowerCase: text((contact) => contact.firstName),
  lastNameLowerCase: text((contact) => contact.lastName),
  isValidWhatsapp: flag((contact) => contact.isValidWhatsapp),
  lastEmailClickedDate: date((contact) => contact.lastEmailClickedDate),
  lastEmailOpenedDate: date((contact) => contact.lastEmailOpenedDate),
  phone: { type: 'phone', read: (contact) => contact.phone },
  postalCode: text((contact) => contact.postalCode),
  source: text((contact) => contact.source),
  state: text((contact) => contact.state),
  tags: { type: 'text', read: (contact) => contact.tags, sortable: false },
  timezone: whole((contact) => contact.timezone),
  type: whole((contact) => contact.type),
  validEmail: flag((contact) => contact.validEmail),
  website: whole((contact) => contact.website),
  'dndSettings.Email.status': dndStatus('Email'),
  'dndSettings.SMS.status': dndStatus('SMS'),
  'dndSettings.Call.status': dndStatus('Call'),
  'inboundDndSettings.all.status': whole((contact) => contact.inboundDndSettings?.all?.status),
};

/** Added to the public search in June 2026 (#279). */
function dndStatus(channel: DndChannel): Field<Contact> {
  return whole((contact) => contact.dndSettings[channel]?.status);
}

/** Fields whose values other records hold; looked up once per search, and only when asked for. */
function buildRelatedFields(world: World, locationId: string): FieldTable<Contact> {
  const deals = groupLazily(() => opportunities(world).indexed(locationId));
  const visits = groupLazily(() => appointments(world).indexed(locationId));
  const enrolments = groupLazily(() => workflowEnrolments(world).indexed(locationId));
  const workflowIds = (contact: Contact, status: Enrolment['status']): string[] =>
    enrolments(contact.id)
      .filter((enrolment) => enrolment.status === status)
      .map((enrolment) => enrolment.automationId);
  return {
    businessName: text((contact) => contact.businessId && businesses(world).get(contact.businessId)?.name),
    lastAppointment: date((contact) => Math.max(...visits(contact.id).map((visit) => Date.parse(visit.startTime)))),
    activeWorkflows: { type: 'keyword', read: (contact) => workflowIds(contact, 'active'), sortable: false },
    finishedWorkflows: { type: 'keyword', read: (contact) => workflowIds(contact, 'finished'), sortable: false },
    opportunities: {
      type: 'nested',
      read: (contact) => deals(contact.id).map((deal) => ({ ...deal })),
      fields: { pipelineId: part('pipelineId'), pipelineStageId: part('pipelineStageId'), status: part('status') },
    },
  };
}

function part(name: string): ValueField<NestedObject> {
  return { type: 'keyword', read: (object) => object[name] };
}

function groupLazily<T extends { readonly contactId: string }>(read: () => readonly T[]): (contactId: string) => T[] {
  let groups: Map<string, T[]> | undefined;
  return (contactId) => {
    groups ??= Map.groupBy(read(), (record) => record.contactId);
    return groups.get(contactId) ?? [];
  };
}

const typesOfCustomFields: Readonly<Record<string, FieldType>> = {
  NUMERICAL: 'number',
  MONETORY: 'number',
  FLOAT: 'number',
  DATE: 'date',
  PHONE: 'phone',
};
const chosenFromOptions = new Set(['SINGLE_OPTIONS', 'MULTIPLE_OPTIONS', 'RADIO', 'CHECKBOX']);

/** `customFields.<id>`, or `customFields.<id>.<optionId>` for one line of a list of text boxes. */
function buildCustomField(field: LocationCustomField, optionId: string | undefined): Field<Contact> | undefined {
  const hasLines = field.dataType === 'TEXTBOX_LIST';
  if (hasLines !== (optionId !== undefined)) return undefined;
  const read = (contact: Contact): unknown => {
    const value = contact.customFields.find((one) => one.id === field.id)?.value;
    return optionId === undefined ? value : (value as Readonly<Record<string, unknown>> | undefined)?.[optionId];
  };
  const type = typesOfCustomFields[field.dataType] ?? 'text';
  return chosenFromOptions.has(field.dataType) ? { type, read, operators: wholeValue } : { type, read };
}
