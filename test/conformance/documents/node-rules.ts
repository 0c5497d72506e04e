/**
 * The rules of `tools/repairs/rules.ts` that are about a single schema, read a second time from their words.
 * Rules about answers are not here: requests is all this test looks at.
 */
import type { RawSchema } from './read.ts';

/** A corrected schema, or nothing when the mistake is not there. */
type NodeRule = (schema: RawSchema) => RawSchema | undefined;

const openObject: RawSchema = { type: 'object', additionalProperties: true };

/** In the order in which they are applied. */
const nodeRules = {
  'object-shown-as-text': (schema) =>
    isBareObject(schema) && isObjectText(getSample(schema)) ? { ...schema, ...openObject } : undefined,
  'object-is-scalar': typeBareObject,
  'enum-is-nested': (schema) =>
    schema.enum?.some(Array.isArray) ? { ...schema, enum: schema.enum.flat() } : undefined,
  'enum-repeats': ({ enum: values = [], ...rest }) =>
    new Set(values).size < values.length ? { ...rest, enum: [...new Set(values)] } : undefined,
  'enum-of-another-type': typeByEnum,
  'array-without-items': openItems,
  'items-of-another-type': typeItems,
  // Only what agents are shown changes: the same values are taken, and others refused.
  'enum-too-long': (schema) => (isLongEnumOfText(schema) ? schema : undefined),
} as const satisfies Record<string, NodeRule>;

/** Every rule that this test follows or has no need to. Any other one is reported as a failure. */
export const knownRules: ReadonlySet<string> = new Set([
  ...Object.keys(nodeRules),
  // About components, unions and parameters: components.ts, to-shape.ts, parameter-rules.ts, expect.ts.
  ...['free-object-typed-in-v3', 'union-of-like-objects', 'comma-list-of-enum'],
  ...['path-parameter-undeclared', 'path-parameter-optional', 'version-undeclared'],
  ...['paging-typed-string', 'paging-fraction', 'paging-default-zero', 'paging-required', 'flag-typed-string'],
  // Several enumerations take the same words as one of them all.
  'union-of-enums',
  // About answers, or about what is never sent.
  ...['default-of-another-type', 'example-of-another-type', 'type-missing', 'scopes-undeclared'],
]);

/** The schema as the rules read it, each use reported. Its children are left alone. */
export function correctNode(schema: RawSchema, note: (rule: string) => void): RawSchema {
  let current = schema;
  for (const [id, rule] of Object.entries(nodeRules) as [string, NodeRule][]) {
    const corrected = rule(current);
    if (corrected === undefined) continue;
    note(id);
    current = corrected;
  }
  return current;
}

/** `type: object`, and nothing that says what is in it. */
export function isBareObject(schema: RawSchema): boolean {
  const { type, properties, additionalProperties, allOf, oneOf, anyOf } = schema;
  return type === 'object' && [properties, additionalProperties, allOf, oneOf, anyOf].every((it) => it === undefined);
}

function isLongEnumOfText({ enum: values = [] }: RawSchema): boolean {
  return values.length >= 100 && values.every((value) => typeof value === 'string');
}

function getSample({ enum: values, default: preset, example }: RawSchema): unknown {
  return values?.[0] ?? preset ?? example;
}

/** `{ code: "FEST10" }`, but not a placeholder such as `{{contact.name}}`. */
function isObjectText(sample: unknown): boolean {
  return typeof sample === 'string' && sample.trimStart().startsWith('{') && !sample.trimStart().startsWith('{{');
}

function nameType(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  return Array.isArray(value) ? 'array' : typeof value;
}

function typeBareObject(schema: RawSchema): RawSchema | undefined {
  const sample = getSample(schema);
  const type = nameType(sample);
  if (!isBareObject(schema) || type === undefined || type === 'object') return undefined;
  if (!Array.isArray(sample)) return { ...schema, type };
  const itemType = nameType(sample[0]);
  return { ...schema, type, items: itemType === undefined ? {} : { type: itemType } };
}

function typeByEnum(schema: RawSchema): RawSchema | undefined {
  const [type, ...others] = new Set((schema.enum ?? []).map(nameType).filter((each) => each !== undefined));
  const declared = schema.type === 'integer' ? 'number' : schema.type;
  if (type === undefined || others.length > 0 || declared === 'array' || declared === type) return undefined;
  return { ...schema, type };
}

function openItems(schema: RawSchema): RawSchema | undefined {
  const { type, items } = schema;
  const isHollow = items === undefined || (items.type === 'array' && items.items === undefined);
  return type === 'array' && isHollow ? { ...schema, items: {} } : undefined;
}

const scalars = ['string', 'number', 'integer', 'boolean'];

function typeItems(schema: RawSchema): RawSchema | undefined {
  const { type, items, example } = schema;
  if (type !== 'array' || items?.enum !== undefined || !scalars.includes(items?.type ?? '')) return undefined;
  const shown = listShownTypes(example);
  const declared = items?.type === 'integer' ? 'number' : items?.type;
  if (shown.length === 0 || (shown.length === 1 && shown[0] === declared)) return undefined;
  const types = shown.map((each): RawSchema => (each === 'object' ? openObject : { type: each }));
  return { ...schema, items: types.length === 1 ? { ...types[0] } : { anyOf: types } };
}

/** An example that is one object, as such or as text, stands for a list of one. */
function listShownTypes(example: unknown): readonly string[] {
  if (isObjectText(example) || nameType(example) === 'object') return ['object'];
  if (!Array.isArray(example) || example.some(Array.isArray)) return [];
  return [...new Set(example.map(nameType).filter((each) => each !== undefined))];
}
