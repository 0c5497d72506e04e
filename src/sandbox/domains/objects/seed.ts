/** One custom object per location with records of some contacts, and the association between the two. */
import type { Person, SeedContext, SeedLocation } from '../../domain.ts';
import { associations, relations } from '../associations/records.ts';
import { objectFields } from '../custom-fields/records.ts';
import { objectRecords, objectSchemas } from './records.ts';
import { createSchema, type NewSchema } from './schemas.ts';

interface SeedField {
  readonly key: string;
  readonly name: string;
  readonly dataType: string;
  readonly options?: readonly string[];
}

interface SeedObject extends NewSchema {
  readonly fields: readonly SeedField[];
  readonly role: string;
  readonly count: number;
  buildProperties(person: Person, context: SeedContext): Readonly<Record<string, unknown>>;
}

const isoDay = (time: string): string => time.slice(0, 10);

const treatmentPlan: SeedObject = {
  key: 'custom_objects.treatment_plan',
  labels: { singular: 'Treatment Plan', plural: 'Treatment Plans' },
  description: 'What a patient and the practice agreed on',
  primaryDisplayPropertyDetails: { key: 'custom_objects.treatment_plan.name', name: 'Name', dataType: 'TEXT' },
  role: 'Patient',
  count: 14,
  fields: [
    {
      key: 'phase',
      name: 'Phase',
      dataType: 'SINGLE_OPTIONS',
      options: ['proposed', 'accepted', 'in_progress', 'finished'],
    },
    { key: 'estimated_cost', name: 'Estimated Cost', dataType: 'MONETORY' },
    { key: 'visits_planned', name: 'Visits Planned', dataType: 'NUMERICAL' },
    { key: 'starts_on', name: 'Starts On', dataType: 'DATE' },
    { key: 'notes', name: 'Notes', dataType: 'LARGE_TEXT' },
  ],
  buildProperties: (person, { pick, between, daysAgo }) => ({
    name: `${pick(['Aligners', 'Implant', 'Crown', 'Whitening'])} for ${person.firstName} ${person.lastName}`,
    phase: pick(['proposed', 'accepted', 'in_progress', 'finished']),
    estimated_cost: { currency: 'default', value: between(4, 60) * 100 },
    visits_planned: between(1, 12),
    starts_on: isoDay(daysAgo(between(-40, 40))),
  }),
};

const classPack: SeedObject = {
  key: 'custom_objects.class_pack',
  labels: { singular: 'Class Pack', plural: 'Class Packs' },
  description: 'Prepaid classes of a member',
  primaryDisplayPropertyDetails: { key: 'custom_objects.class_pack.name', name: 'Name', dataType: 'TEXT' },
  role: 'Member',
  count: 8,
  fields: [
    { key: 'classes_left', name: 'Classes Left', dataType: 'NUMERICAL' },
    { key: 'kind', name: 'Kind', dataType: 'RADIO', options: ['spin', 'yoga', 'boxing'] },
    { key: 'expires_on', name: 'Expires On', dataType: 'DATE' },
  ],
  buildProperties: (person, { pick, between, daysAgo }) => ({
    name: `${pick([5, 10, 20])} classes of ${person.firstName} ${person.lastName}`,
    classes_left: between(0, 20),
    kind: pick(['spin', 'yoga', 'boxing']),
    expires_on: isoDay(daysAgo(-between(1, 90))),
  }),
};

export function seedObjects(context: SeedContext): void {
  const [first, second] = context.locations;
  seedObject(context, first, treatmentPlan);
  seedObject(context, second, classPack);
}

function seedObject(context: SeedContext, { id: locationId }: SeedLocation, seed: SeedObject): void {
  const { world, daysAgo } = context;
  const { schema, folder } = createSchema(seed, locationId, world);
  const dates = { dateAdded: daysAgo(120), dateUpdated: daysAgo(120) };
  objectSchemas(world).update(schema.id, dates);
  for (const { key, name, dataType, options } of seed.fields)
    objectFields(world).insert({
      id: world.newId(),
      locationId,
      objectKey: schema.key,
      fieldKey: `${schema.key}.${key}`,
      name,
      dataType,
      parentId: folder.id,
      showInForms: true,
      ...(options && { options: options.map((option) => ({ key: option, label: formatLabel(option) })) }),
      ...dates,
    });
  const association = associations(world).insert({
    id: world.newObjectId(),
    locationId,
    key: `${seed.role}_${schema.key.split('.').at(-1)}`.toLowerCase(),
    firstObjectLabel: seed.labels.singular,
    firstObjectKey: schema.key,
    secondObjectLabel: seed.role,
    secondObjectKey: 'contact',
    associationType: 'USER_DEFINED',
    ...dates,
  });
  const customers = context.peopleIn(locationId).filter((person) => person.type === 'customer');
  for (const person of customers.slice(0, seed.count)) {
    const record = objectRecords(world).insert({
      id: world.newObjectId(),
      locationId,
      objectId: schema.id,
      objectKey: schema.key,
      owner: person.assignedTo === undefined ? [] : [person.assignedTo],
      followers: [],
      properties: seed.buildProperties(person, context),
      createdAt: person.dateAdded,
      updatedAt: person.dateAdded,
    });
    relations(world).insert({
      id: world.newObjectId(),
      locationId,
      associationId: association.id,
      firstRecordId: record.id,
      secondRecordId: person.contactId,
      dateAdded: person.dateAdded,
    });
  }
}

const formatLabel = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' ');
