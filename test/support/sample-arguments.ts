/**
 * Valid arguments for any operation, made from the JSON Schema of its input: the least that is accepted, and
 * everything at once. Deterministic, so that a failure can be looked at twice.
 */
import { z } from 'zod';
import type { LoadedOperation } from '../../src/catalogue/catalogue.ts';
import type { Place } from '../../src/catalogue/operation.ts';
import { namesLocation, placeInLocation } from './sample-location.ts';

export type Extent = 'minimal' | 'maximal';

interface Schema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** What an encoder gets wrong first; used wherever a schema takes any text. */
const AWKWARD_TEXT = 'a/b ?&=#%25+ü,🌄';
/** The same without what cannot be an id in a path or an item of a comma list. */
const AWKWARD_ID = 'a ?&=#%25+ü🌄';

/** Uploads take one source of content only. */
const file = { base64: Buffer.from('content').toString('base64'), filename: 'a.png', contentType: 'image/png' };

/** Rules between the members of a filter are no part of JSON Schema, so a sample by shape would break them. */
const filters = [
  {
    group: 'OR',
    filters: [
      { field: 'source', operator: 'contains', value: 'web' },
      { field: 'dateAdded', operator: 'range', value: { gte: '2026-01-01', lt: '2026-02-01' } },
    ],
  },
  { field: 'assignedTo', operator: 'exists' },
];

/** @throws Error when the samples do not fit a schema, which then needs a hand-written sample. */
export function buildSampleArguments(
  { input, operation }: Pick<LoadedOperation, 'input' | 'operation'>,
  extent: Extent,
): Record<string, unknown> {
  const schema = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }) as Schema;
  const sample = sampleObject(schema, extent, operation.places);
  // The one value there is, whatever the documents say of its type.
  for (const [name, role] of Object.entries(operation.context ?? {}))
    if (role === 'alt-type') sample[name] = 'location';
  settleChoices(sample, input, (name) =>
    sampleArgument(schema.properties?.[name] ?? {}, extent, name, operation.places[name]),
  );
  const parsed = input.safeParse(sample);
  if (!parsed.success) throw new Error(`sample does not fit: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
  return sample;
}

function sampleOf(schema: Schema, extent: Extent, name: string): unknown {
  const sample = sampleAny(schema, extent, name);
  return namesLocation(name) ? placeInLocation(sample) : sample;
}

function sampleAny(schema: Schema, extent: Extent, name: string): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.examples !== undefined) return schema.examples[0];
  if (schema.enum !== undefined) return extent === 'minimal' ? schema.enum[0] : schema.enum.at(-1);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches !== undefined) return sampleOf(branches[0] ?? {}, extent, name);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => sampleOf(part, extent, name)));
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  switch (type) {
    case 'string':
      return sampleText(schema, name);
    case 'integer':
    case 'number':
      return sampleNumber(schema);
    case 'boolean':
      return extent === 'maximal';
    case 'array':
      return sampleList(schema, extent, name);
    case 'object':
      return sampleObject(schema, extent);
    case 'null':
      return null;
    default:
      return AWKWARD_TEXT;
  }
}

function sampleObject(
  schema: Schema,
  extent: Extent,
  places: Readonly<Record<string, Place>> = {},
): Record<string, unknown> {
  const { properties = {}, required = [], additionalProperties } = schema;
  const names = Object.keys(properties).filter((name) => extent === 'maximal' || required.includes(name));
  const sample: Record<string, unknown> = {};
  for (const name of names) sample[name] = sampleArgument(properties[name] ?? {}, extent, name, places[name]);
  const isOpen = names.length === 0 && additionalProperties !== false && additionalProperties !== undefined;
  if (isOpen && extent === 'maximal') {
    sample['any key'] = typeof additionalProperties === 'object' ? sampleOf(additionalProperties, extent, 'any') : 'x';
  }
  return sample;
}

function sampleArgument(schema: Schema, extent: Extent, name: string, place: Place | undefined): unknown {
  if (place === 'file') return file;
  if (place === 'files') return { field_1: file };
  if (name === 'filters' && schema.type === 'array') return filters;
  const value = sampleOf(schema, extent, name);
  if (place !== 'path' && place !== 'query-comma') return value;
  return JSON.parse(JSON.stringify(value).replaceAll(AWKWARD_TEXT, AWKWARD_ID)) as unknown;
}

/** Rules between arguments name the one to blame: it is given where one is missing, and left out where one is too many. */
function settleChoices(
  sample: Record<string, unknown>,
  input: z.ZodObject,
  sampleOne: (name: string) => unknown,
): void {
  for (const { code, path } of input.safeParse(sample).error?.issues ?? []) {
    const [name] = path;
    if (code !== 'custom' || path.length !== 1 || typeof name !== 'string') continue;
    if (name in sample) delete sample[name];
    else sample[name] = sampleOne(name);
  }
}

function sampleList(schema: Schema, extent: Extent, name: string): unknown[] {
  const wanted = Math.min(extent === 'maximal' ? 2 : 1, schema.maxItems ?? 2);
  return Array.from({ length: Math.max(schema.minItems ?? 0, wanted) }, (_, index) => {
    const item = sampleOf(schema.items ?? {}, extent, name);
    const { enum: values, examples, format } = schema.items ?? {};
    const isFree = values === undefined && examples === undefined && format === undefined;
    return typeof item === 'string' && isFree ? `${item}${index}` : item;
  });
}

function sampleNumber(schema: Schema): number {
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 3 : schema.exclusiveMinimum + 1);
  return Math.min(Math.max(least, 3), schema.maximum ?? Number.POSITIVE_INFINITY);
}

function sampleText(schema: Schema, name: string): string {
  switch (schema.format) {
    case 'email':
      return 'person@example.com';
    case 'uri':
      return 'https://example.com/a?b=c';
    case 'date':
      return '2026-11-24';
    case 'date-time':
      return '2026-11-24T09:00:00Z';
    case 'time':
      return '09:00:00';
    case 'uuid':
      return '11111111-2222-4333-8444-555555555555';
    default:
      break;
  }
  if (schema.pattern !== undefined) return samplePattern(schema.pattern, name);
  return AWKWARD_TEXT.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength ?? AWKWARD_TEXT.length + 40);
}

const patternSamples = [
  '10',
  '2026-11-24',
  '09:00',
  '#aabbcc',
  'abc',
  'USD',
  'Europe/Madrid',
  'custom_objects.pet',
  'a',
  '+12025550147',
];

function samplePattern(pattern: string, name: string): string {
  const fitting = patternSamples.find((text) => new RegExp(pattern, 'u').test(text));
  if (fitting === undefined) throw new Error(`no sample for ${name}: ${pattern}`);
  return fitting;
}
