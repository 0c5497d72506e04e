/** Two JSON Schemas, and what changed between them in words: a line per field. */
import { isDeepStrictEqual } from 'node:util';
import type { JsonSchema } from '../../json-schema.ts';

/** `+ name (text, required)`, `- name`, `name: required`, `name: text -> number`, `kind: + cat`. */
export function listSchemaChanges(before: JsonSchema, after: JsonSchema, path = ''): readonly string[] {
  if (isDeepStrictEqual(before, after)) return [];
  if (isObjectSchema(before) && isObjectSchema(after)) return compareObjects(before, after, path);
  if (isListSchema(before) && isListSchema(after)) {
    const items = listSchemaChanges(before.items, after.items, `${path}[]`);
    return items.length > 0 ? items : [`${path}: ${describe(before)}, in detail`];
  }
  const [words, newWords] = [readEnum(before), readEnum(after)];
  if (words !== undefined && newWords !== undefined) {
    const added = newWords.filter((word) => !words.includes(word)).map((word) => `+ ${word}`);
    const removed = words.filter((word) => !newWords.includes(word)).map((word) => `- ${word}`);
    if (added.length + removed.length > 0) return [`${path || 'value'}: ${[...added, ...removed].join(' ')}`];
  }
  const [old, now] = [describe(before), describe(after)];
  return [`${path || 'value'}: ${old === now ? `${now}, in detail` : `${old} -> ${now}`}`];
}

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
}

function isObjectSchema(schema: JsonSchema): schema is ObjectSchema {
  return typeof schema.properties === 'object' && schema.properties !== null;
}

function isListSchema(schema: JsonSchema): schema is JsonSchema & { readonly items: JsonSchema } {
  return schema.type === 'array' && typeof schema.items === 'object';
}

function compareObjects(before: ObjectSchema, after: ObjectSchema, path: string): readonly string[] {
  const names = [...new Set([...Object.keys(before.properties), ...Object.keys(after.properties)])];
  const [needed, nowNeeded] = [readRequired(before), readRequired(after)];
  return names.flatMap((name) => {
    const place = path === '' ? name : `${path}.${name}`;
    const [old, now] = [before.properties[name], after.properties[name]];
    if (old === undefined)
      return now === undefined ? [] : [`+ ${place} (${describe(now)}${nowNeeded.has(name) ? ', required' : ''})`];
    if (now === undefined) return [`- ${place}`];
    const flag =
      needed.has(name) === nowNeeded.has(name) ? [] : [`${place}: ${nowNeeded.has(name) ? 'required' : 'optional'}`];
    return [...flag, ...listSchemaChanges(old, now, place)];
  });
}

function readRequired({ required }: JsonSchema): ReadonlySet<string> {
  return new Set(Array.isArray(required) ? (required as string[]) : []);
}

function readEnum(schema: JsonSchema): readonly string[] | undefined {
  if (Array.isArray(schema.enum)) return schema.enum.map(String);
  return schema.const === undefined ? undefined : [String(schema.const)];
}

/** A type in a word or two. */
export function describe(schema: JsonSchema): string {
  const words = readEnum(schema);
  if (words !== undefined) return words.length <= 5 ? words.join('/') : `one of ${words.length} words`;
  const branches = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(branches)) return [...new Set((branches as JsonSchema[]).map(describe))].join(' or ');
  if (isListSchema(schema)) return `list of ${describe(schema.items)}`;
  return typeof schema.type === 'string' ? schema.type : 'anything';
}
