/** Text from a query, a form or a path as the value that the facts declare. What does not fit stays text. */
import type { ValueSchema } from './facts.ts';

/** One text, or the repetitions of one name. */
export function coerceTexts(texts: readonly string[], schema: ValueSchema, separator?: ','): unknown {
  const [first] = texts;
  if (texts.length === 1 && first !== undefined && !isArrayOnly(schema)) return coerceText(first, schema);
  const parts = separator === undefined || texts.length > 1 ? texts : (first ?? '').split(separator);
  const items = getItems(schema);
  return parts.map((text) => coerceText(text, items));
}

function coerceText(text: string, schema: ValueSchema): unknown {
  const types = getTypes(schema);
  if (types.has('string') || types.size === 0) return text;
  if ((types.has('number') || types.has('integer')) && text.trim() !== '' && Number.isFinite(Number(text))) {
    return Number(text);
  }
  if (types.has('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  if (types.has('object') || types.has('array')) return parseJson(text);
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Arrays arrive as repetitions or lists; a text that starts like JSON is one value of a form. */
function isArrayOnly(schema: ValueSchema): boolean {
  const types = getTypes(schema);
  return types.has('array') && !types.has('string');
}

function getItems(schema: ValueSchema): ValueSchema {
  return schema.items ?? schema.anyOf?.map((branch) => branch.items).find((items) => items !== undefined) ?? {};
}

function getTypes(schema: ValueSchema): ReadonlySet<string> {
  const own = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  const values = [...(schema.enum ?? []), ...(schema.const === undefined ? [] : [schema.const])];
  const branches = (schema.anyOf ?? []).flatMap((branch) => [...getTypes(branch)]);
  return new Set([...own, ...values.map((value) => typeof value), ...branches]);
}
