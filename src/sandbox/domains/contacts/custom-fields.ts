/** Custom field values of contacts: how they arrive, and how they are kept. */
import type { World } from '../../world.ts';
import { type LocationCustomField, locationCustomFields } from '../locations/records.ts';
import type { CustomFieldValue } from './records.ts';

/** As V2 spells it: `field_value`; `value` is what answers carry and some clients send back. */
interface CustomFieldInput {
  readonly id?: string;
  readonly key?: string;
  readonly field_value?: unknown;
  readonly value?: unknown;
}

/** The custom fields that contacts of the location have. */
export function contactFields(world: World, locationId: string): LocationCustomField[] {
  return locationCustomFields(world)
    .inLocation(locationId)
    .filter((field) => field.model === 'contact');
}

/**
 * Lays the given values over the known ones. Fields that the location does not have are passed over without a
 * word, as HighLevel does; an empty value removes.
 */
export function mergeCustomFields(
  known: readonly CustomFieldValue[],
  given: readonly CustomFieldInput[],
  fields: readonly LocationCustomField[],
): CustomFieldValue[] {
  const values = new Map(known.map(({ id, value }) => [id, value]));
  for (const input of given) {
    const field = fields.find(({ id, fieldKey }) => id === input.id || isKey(fieldKey, input.key));
    const value = input.field_value ?? input.value;
    if (field === undefined) continue;
    if (isEmpty(value)) values.delete(field.id);
    else values.set(field.id, value);
  }
  return [...values].map(([id, value]) => ({ id, value }));
}

function isKey(fieldKey: string, key: string | undefined): boolean {
  return key !== undefined && (fieldKey === key || fieldKey === `contact.${key}`);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}
