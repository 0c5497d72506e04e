/** The shape of an answer in a line: names, and what lies inside of what, as far as there is room. */
import type { JsonSchema } from '../../catalogue/json-schema.ts';

const MAX_LENGTH = 1_200;
const MAX_DEPTH = 5;

/**
 * E.g. `{contacts: [{id, tags: []}], total: number}`. Text goes without saying, and so does what is not known. Where
 * it grows too long, what lies deepest becomes `{…}`.
 *
 * @returns undefined where nothing is known of what is inside
 */
export function outlineSchema(schema: JsonSchema): string | undefined {
  if (/^\W*$/.test(outline(schema, 1))) return undefined;
  for (let depth = MAX_DEPTH; depth > 1; depth -= 1) {
    const text = outline(schema, depth);
    if (text.length <= MAX_LENGTH) return text;
  }
  return outline(schema, 1);
}

function outline(schema: JsonSchema, depth: number): string {
  const { type, properties, items, anyOf, allOf } = schema;
  if (isSchema(properties) && Object.keys(properties).length > 0) return outlineFields(properties, depth);
  if (isSchema(items)) {
    const inside = outline(items, depth);
    return `[${inside === 'string' ? '' : inside}]`;
  }
  const [first] = [anyOf, allOf].flat().filter((part) => isSchema(part) && part.type !== 'null');
  if (isSchema(first)) return outline(first, depth);
  if (type === 'array') return '[]';
  if (type === 'object') return '{}';
  return typeof type === 'string' ? type : 'string';
}

function outlineFields(properties: JsonSchema, depth: number): string {
  if (depth === 0) return '{…}';
  const fields = Object.entries(properties).map(([name, schema]) => {
    const inside = isSchema(schema) ? outline(schema, depth - 1) : 'string';
    return inside === 'string' ? name : `${name}: ${inside}`;
  });
  return `{${fields.join(', ')}}`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
