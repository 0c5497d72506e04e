/**
 * Rules of `tools/repairs/rules.ts` that read the true type off a documented example, where the declared type
 * and the example contradict each other.
 */
import type { Schema } from './schema.ts';

/** A JSON Schema type for a value, `undefined` for null. */
export function getTypeOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return Array.isArray(value) ? 'array' : typeof value;
}

/** `type: object` and not a word more. */
export function isFreeObject(schema: Schema): boolean {
  return (
    schema.type === 'object' &&
    schema.properties === undefined &&
    schema.additionalProperties === undefined &&
    !isCombined(schema)
  );
}

function isCombined(schema: Schema): boolean {
  return schema.allOf !== undefined || schema.oneOf !== undefined || schema.anyOf !== undefined;
}

const openObject: Schema = { type: 'object', additionalProperties: true };

/** As in `"{ code: 'FEST10' }"`. */
function isObjectAsText(sample: unknown): boolean {
  return typeof sample === 'string' && /^\s*\{(?!\{)/.test(sample);
}

function getSample(schema: Schema): unknown {
  return schema.enum?.[0] ?? schema.default ?? schema.example;
}

export function keepObjectShownAsText(schema: Schema): Schema | undefined {
  if (!isFreeObject(schema) || !isObjectAsText(getSample(schema))) return undefined;
  const { default: _, ...rest } = schema;
  return { ...rest, ...openObject };
}

export function correctScalarTypedObject(schema: Schema): Schema | undefined {
  if (!isFreeObject(schema)) return undefined;
  const sample = getSample(schema);
  const type = getTypeOf(sample);
  if (type === undefined || type === 'object') return undefined;
  if (!Array.isArray(sample)) return { ...schema, type };
  // Several values of one enumeration as the example of a single value.
  const itemType = getTypeOf(sample[0]);
  return { ...schema, type, items: itemType === undefined ? {} : { type: itemType } };
}

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

function isScalarType(type: string | undefined): boolean {
  return type !== undefined && scalars.has(type);
}

/** `integer` is how some documents say that a number is whole; examples only know numbers. */
function getBroadType(schema: Schema): string | undefined {
  return schema.type === 'integer' ? 'number' : schema.type;
}

export function correctItemsByExample(schema: Schema): Schema | undefined {
  const { items, example } = schema;
  if (schema.type !== 'array' || items?.enum !== undefined || !isScalarType(items?.type)) return undefined;
  const shown = listItemTypes(example);
  if (shown.length === 0 || (shown.length === 1 && shown[0] === getBroadType(items ?? {}))) return undefined;
  const types = shown.map((type): Schema => (type === 'object' ? openObject : { type }));
  const { example: _, ...rest } = schema;
  return { ...rest, items: types.length === 1 ? { ...types[0] } : { anyOf: types } };
}

/** The types of the items that an example shows; a single object stands for a list of one. */
function listItemTypes(example: unknown): readonly string[] {
  if (isObjectAsText(example) || getTypeOf(example) === 'object') return ['object'];
  if (!Array.isArray(example)) return [];
  const types = example.map(getTypeOf).filter((type) => type !== undefined);
  return types.includes('array') ? [] : [...new Set(types)];
}

export function typeByExample(schema: Schema): Schema | undefined {
  const isUntyped = schema.type === undefined && schema.properties === undefined && schema.enum === undefined;
  if (!isUntyped || isCombined(schema) || schema.call !== undefined) return undefined;
  const type = getTypeOf(schema.example);
  if (type === 'object') return { ...schema, ...openObject };
  if (type !== 'array') return type === undefined ? undefined : { ...schema, type };
  const [itemType, ...others] = listItemTypes(schema.example);
  const items = itemType === 'object' ? openObject : itemType === undefined ? {} : { type: itemType };
  return { ...schema, type, items: others.length > 0 ? {} : items };
}

/** Accepts what is declared and what is shown. */
export function widenByExample(schema: Schema): Schema | undefined {
  const { example, nullable, ...declared } = schema;
  const type = getTypeOf(example);
  const isList = schema.type === 'array' && isScalarType(type) && example !== '';
  if (type === undefined || !(isList || isScalarType(schema.type)) || type === getBroadType(schema)) return undefined;
  const base = nullable === undefined ? {} : { nullable };
  if (!isScalarType(type)) return base;
  return { ...base, anyOf: [isList ? declared : { type: getBroadType(schema) ?? type }, { type }] };
}
