/** Values of filters and records, brought into a form in which they compare. */
import { unprocessable } from '../errors.ts';
import type { FieldType, ValueField } from './fields.ts';

export type Comparable = string | number | boolean;

/** The comparable values of a record's field; none when it is absent, null or empty. */
export function extractComparables<T>(field: ValueField<T>, record: T): Comparable[] {
  const value = field.read(record);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.flatMap((one) => normalize(field.type, one));
}

/** A filter's value for a field of this type. Throws 422 when it cannot be one. */
export function parseComparable(type: FieldType, value: unknown, path: string): Comparable {
  const [normalized] = isScalar(value) ? normalize(type, type === 'phone' ? digitsOf(String(value)) : value) : [];
  if (normalized === undefined) throw unprocessable([`${path} must be a valid ${type}`]);
  return normalized;
}

function normalize(type: FieldType, value: unknown): Comparable[] {
  if (value === undefined || value === null || value === '') return [];
  switch (type) {
    case 'keyword':
      return [String(value)];
    case 'text':
      return [String(value).toLowerCase()];
    case 'phone':
      return phoneForms(String(value));
    case 'number':
      return typeof value === 'boolean' ? [] : finite(Number(value));
    case 'boolean':
      return typeof value === 'boolean' ? [value] : ['true', 'false'].includes(String(value)) ? [value === 'true'] : [];
    case 'date':
      return finite(epochMs(value));
    default:
      return type satisfies never;
  }
}

/** Searching is documented without the country code, people search with it: both forms are indexed. */
function phoneForms(phone: string): string[] {
  const digits = digitsOf(phone);
  if (digits === '') return [];
  return phone.startsWith('+1') && digits.length === 11 ? [digits, digits.slice(1)] : [digits];
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '');
}

function epochMs(value: unknown): number {
  if (typeof value === 'number') return value;
  const text = String(value);
  return /^\d{12,14}$/.test(text) ? Number(text) : Date.parse(text);
}

function finite(value: number): number[] {
  return Number.isFinite(value) ? [value] : [];
}

function isScalar(value: unknown): value is Comparable {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
