/** The values of a request by argument name, and what came that no argument is called. */
import type { Operation, Place } from '../../../catalogue/operation.ts';
import type { UploadedFile } from '../../handler.ts';
import { coerceTexts } from './coerce.ts';
import { type FieldFact, getFields } from './facts.ts';

export interface RequestParts {
  readonly path: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  /** The body is a form: its values are text, and lists repeat their name. */
  readonly isForm: boolean;
  readonly files: readonly UploadedFile[];
}

export interface ReadFields {
  /** By argument name, for validation. */
  readonly values: Readonly<Record<string, unknown>>;
  /** By name on the wire, for handlers. */
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** Names in query and body that the facts do not have. */
  readonly unknownNames: readonly string[];
}

export function readFields(operation: Operation, parts: RequestParts): ReadFields {
  const { fields } = getFields(operation);
  const query = readQuery(ofPlace(fields, 'query', 'query-repeat', 'query-comma'), parts.query);
  const body = operation.body === 'none' ? { values: {}, unknownNames: [] } : readBody(fields, parts);
  const whole = ofPlace(fields, 'whole-body')[0];
  const values: Record<string, unknown> = {};
  for (const { name, wireName, place, schema } of fields) {
    const text = parts.path[wireName];
    if (place === 'path') values[name] = text === undefined ? undefined : coerceTexts([text], schema);
    else if (place === 'body') values[name] = body.values[wireName];
    else if (place === 'whole-body') values[name] = parts.body;
    else if (place.startsWith('query')) values[name] = query.values[wireName];
  }
  return {
    values,
    query: query.values,
    body: whole === undefined ? body.values : parts.body,
    unknownNames: [...query.unknownNames, ...(whole === undefined ? body.unknownNames : [])],
  };
}

interface Read {
  readonly values: Readonly<Record<string, unknown>>;
  readonly unknownNames: readonly string[];
}

/** `name[]=` is a repetition of `name`, as HighLevel's own SDK sends lists. */
function readQuery(fields: readonly FieldFact[], query: URLSearchParams): Read {
  const texts = new Map<string, string[]>();
  for (const [name, text] of query) {
    const plain = name.replace(/\[\d*\]$/, '');
    texts.set(plain, [...(texts.get(plain) ?? []), text]);
  }
  return readTexts(fields, texts);
}

function readBody(fields: readonly FieldFact[], { body, isForm }: RequestParts): Read {
  const inBody = ofPlace(fields, 'body');
  const given = typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  if (!isForm) {
    const names = new Set(inBody.map(({ wireName }) => wireName));
    return { values: { ...given }, unknownNames: Object.keys(given).filter((name) => !names.has(name)) };
  }
  const texts = Object.entries(given).map(([name, value]) => [name, [value].flat().map(String)] as const);
  return readTexts(inBody, new Map(texts));
}

function readTexts(fields: readonly FieldFact[], texts: ReadonlyMap<string, readonly string[]>): Read {
  const byName = new Map(fields.map((field) => [field.wireName, field]));
  const values: Record<string, unknown> = {};
  const unknownNames: string[] = [];
  for (const [name, given] of texts) {
    const field = byName.get(name);
    if (field === undefined) unknownNames.push(name);
    else values[name] = coerceTexts(given, field.schema, field.place === 'query-comma' ? ',' : undefined);
  }
  return { values, unknownNames };
}

function ofPlace(fields: readonly FieldFact[], ...places: readonly Place[]): FieldFact[] {
  return fields.filter(({ place }) => places.includes(place));
}
