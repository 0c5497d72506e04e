/**
 * Mistakes of the documents that can be recognised by their shape inside any schema. Which ones and why
 * is data in `tools/repairs/rules.ts`; here is the code behind each id.
 */
import {
  correctItemsByExample,
  correctScalarTypedObject,
  getTypeOf,
  keepObjectShownAsText,
  typeByExample,
  widenByExample,
} from './example-rules.ts';
import { type Components, extractRequired, resolveSchema, type Schema } from './schema.ts';

/** Whether a schema describes what agents send or what HighLevel answers. */
export type Mode = 'input' | 'output';

type SchemaRule = (schema: Schema, mode: Mode, components: Components) => Schema | undefined;

/** Only for answers: an argument stays what is documented, or is repaired one by one. */
const inAnswers =
  (rule: (schema: Schema) => Schema | undefined): SchemaRule =>
  (schema, mode) =>
    mode === 'output' ? rule(schema) : undefined;

/** Each gives the corrected schema, or nothing when the mistake is not there. Applied in this order. */
export const schemaRules = {
  'object-shown-as-text': keepObjectShownAsText,
  'object-is-scalar': correctScalarTypedObject,
  'enum-is-nested': flattenEnum,
  'enum-repeats': removeRepeatedEnumValues,
  'enum-of-another-type': correctTypeByEnum,
  'array-without-items': openItems,
  'items-of-another-type': correctItemsByExample,
  'type-missing': inAnswers(typeByExample),
  'union-of-like-objects': mergeLikeObjects,
  'union-of-enums': mergeEnums,
  'enum-too-long': hideLongEnum,
  'default-of-another-type': correctDefault,
  'example-of-another-type': inAnswers(widenByExample),
} as const satisfies Record<string, SchemaRule>;

export type SchemaRuleId = keyof typeof schemaRules;

/** Runs all rules over one schema node (not its children) and reports each one that changed it. */
export function applySchemaRules(
  schema: Schema,
  mode: Mode,
  components: Components,
  report: (rule: SchemaRuleId) => void,
): Schema {
  let current = schema;
  for (const [id, rule] of Object.entries(schemaRules) as [SchemaRuleId, SchemaRule][]) {
    const corrected = rule(current, mode, components);
    if (corrected === undefined) continue;
    report(id);
    current = corrected;
  }
  return current;
}

function flattenEnum(schema: Schema): Schema | undefined {
  if (!schema.enum?.some(Array.isArray)) return undefined;
  return { ...schema, enum: schema.enum.flat() };
}

function removeRepeatedEnumValues(schema: Schema): Schema | undefined {
  if (schema.enum === undefined) return undefined;
  const values = [...new Set(schema.enum)];
  return values.length === schema.enum.length ? undefined : { ...schema, enum: values };
}

function correctTypeByEnum(schema: Schema): Schema | undefined {
  if (schema.enum === undefined || schema.type === 'array') return undefined;
  const types = new Set(schema.enum.map(getTypeOf).filter((type) => type !== undefined));
  const [type] = types;
  if (types.size !== 1 || type === undefined || type === schema.type) return undefined;
  return schema.type === 'integer' && type === 'number' ? undefined : { ...schema, type };
}

function openItems(schema: Schema): Schema | undefined {
  const { items } = schema;
  if (schema.type !== 'array') return undefined;
  if (items === undefined) return { ...schema, items: {} };
  if (items.type === 'array' && items.items === undefined) return { ...schema, items: {} };
  return undefined;
}

function mergeLikeObjects(schema: Schema, mode: Mode, components: Components): Schema | undefined {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives === undefined || alternatives.length < 2) return undefined;
  const members = alternatives.map((member) => resolveSchema(member, components));
  const names = Object.keys(members[0]?.properties ?? {}).sort();
  const alike = members.every(
    (member) =>
      member.properties !== undefined &&
      Object.keys(member.properties).sort().join() === names.join() &&
      names.length > 0,
  );
  if (!alike) return undefined;
  const merged = names.map((name): [string, Schema] => {
    const variants = members.map((member) => member.properties?.[name] ?? {});
    return [name, mergeVariants(variants, mode, components)];
  });
  const required = names.filter((name) => members.every((member) => extractRequired(member).has(name)));
  const { oneOf: _, anyOf: __, ...rest } = schema;
  return { ...rest, type: 'object', properties: Object.fromEntries(merged), required };
}

function mergeVariants(variants: readonly Schema[], mode: Mode, components: Components): Schema {
  const distinct = new Map<string, Schema>();
  for (const variant of variants) {
    const { example: _, ...corrected } = applySchemaRules(variant, mode, components, () => {});
    distinct.set(JSON.stringify(withoutProse(corrected)), corrected);
  }
  const [only] = distinct.values();
  return distinct.size === 1 && only !== undefined ? only : { anyOf: [...distinct.values()] };
}

function withoutProse(schema: Schema): unknown {
  return JSON.parse(
    JSON.stringify(schema, (key, value) => (key === 'description' || key === 'example' ? undefined : value)),
  );
}

function mergeEnums(schema: Schema, _mode: Mode, components: Components): Schema | undefined {
  const alternatives = schema.oneOf ?? schema.anyOf;
  if (alternatives === undefined || alternatives.length < 2) return undefined;
  const members = alternatives.map((member) => resolveSchema(member, components));
  if (!members.every(({ type, enum: values }) => type === 'string' && values !== undefined)) return undefined;
  const { oneOf: _, anyOf: __, ...rest } = schema;
  return { ...rest, type: 'string', enum: [...new Set(members.flatMap((member) => member.enum ?? []))] };
}

/** Enumerations of this size cost agents hundreds of tokens in every list of tools. */
const LONG_ENUM = 100;

function hideLongEnum(schema: Schema, mode: Mode): Schema | undefined {
  const { enum: values, ...rest } = schema;
  if (mode === 'output' || values === undefined || values.length < LONG_ENUM) return undefined;
  if (!values.every((value) => typeof value === 'string')) return undefined;
  const call = { from: '../one-of-many.ts', name: 'oneOfMany', text: `oneOfMany(${JSON.stringify(values)})` } as const;
  return { ...rest, call };
}

function correctDefault(schema: Schema): Schema | undefined {
  const { default: value, type } = schema;
  if (value === undefined || type === undefined) return undefined;
  const expected = type === 'integer' ? 'number' : type;
  if (getTypeOf(value) === expected) return undefined;
  const { default: _, ...rest } = schema;
  if (expected === 'number' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)) {
    return { ...rest, default: Number(value) };
  }
  if (expected === 'boolean' && (value === 'true' || value === 'false')) return { ...rest, default: value === 'true' };
  if (expected === 'string' && typeof value !== 'object') return { ...rest, default: String(value) };
  return rest;
}
