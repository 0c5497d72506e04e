/** Whether the fields of a request are those of the facts: 422 with every complaint at once. */
import type { Operation } from '../../../catalogue/operation.ts';
import { unprocessable } from '../../errors.ts';
import type { UploadedFile } from '../../handler.ts';
import { formatIssue } from './complaints.ts';
import { type FieldFact, getFields } from './facts.ts';
import type { ReadFields } from './read.ts';

/** Throws a 422 that lists unknown, missing and mistyped fields. */
export function validateFields(operation: Operation, read: ReadFields, files: readonly UploadedFile[]): void {
  const { fields, schema } = getFields(operation);
  const values = { ...(withoutNulls(read.values) as Record<string, unknown>), ...keptNulls(fields, read) };
  const { error } = schema.safeParse(values);
  const complaints = [
    ...read.unknownNames.map((name) => `property ${name} should not exist`),
    ...(error?.issues ?? []).flatMap((issue) => formatIssue(issue, values)).map((text) => toWire(text, fields)),
    ...fields.filter((field) => isEmptyText(field, values)).map(({ wireName }) => `${wireName} should not be empty`),
    ...fields.filter((field) => isMissingFile(field, files)).map(({ wireName }) => `${wireName} should not be empty`),
  ];
  if (complaints.length > 0) throw unprocessable([...new Set(complaints)]);
}

/** class-validator takes null for an optional field as absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(entries.map(([name, inner]) => [name, withoutNulls(inner)]));
}

/** Null stays null where it is a value of its own: `businessId: null` takes contacts out of their business. */
function keptNulls(fields: readonly FieldFact[], { values }: ReadFields): Record<string, null> {
  const isNullable = ({ schema }: FieldFact): boolean =>
    [schema, ...(schema.anyOf ?? [])].some(({ type }) => [type].flat().includes('null'));
  const kept = fields.filter((field) => field.isRequired && values[field.name] === null && isNullable(field));
  return Object.fromEntries(kept.map(({ name }) => [name, null]));
}

function isEmptyText({ name, place, isRequired }: FieldFact, values: Readonly<Record<string, unknown>>): boolean {
  return isRequired && place === 'body' && values[name] === '';
}

function isMissingFile({ place, wireName, isRequired }: FieldFact, files: readonly UploadedFile[]): boolean {
  if (!isRequired) return false;
  if (place === 'files') return files.length === 0;
  return place === 'file' && !files.some(({ field }) => field === wireName);
}

/** Complaints begin with the argument's name; the sender knows the name on the wire, or no name for a whole body. */
function toWire(text: string, fields: readonly FieldFact[]): string {
  const [, name = '', rest = ''] = /^([^\s.]+)(.*)$/s.exec(text) ?? [];
  const field = fields.find((candidate) => candidate.name === name);
  if (field === undefined) return text;
  if (field.place === 'whole-body') return rest.startsWith('.') ? rest.slice(1) : `body${rest}`;
  return `${field.wireName}${rest}`;
}
