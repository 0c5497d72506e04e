/** Turns documents into drafts: one per operation, arguments flat, nothing repaired yet. */
import type { AnswerKind, BodyKind, ContextRole, Method, OperationKey, Place } from '../operation.ts';
import { type ApiDocument, getResource, type RawOperation, type RawParameter, type RawResponse } from './documents.ts';
import type { ArgumentDraft, Draft } from './draft.ts';
import { type Components, extractRequired, resolveSchema, type Schema } from './schema.ts';

const contextRoles: Readonly<Record<string, ContextRole>> = {
  locationId: 'location',
  location_id: 'location',
  altId: 'location',
  altType: 'alt-type',
  companyId: 'company',
  locationIds: 'location-list',
};

/** Drafts of one document, in its own order. */
export function buildDrafts(document: ApiDocument, components: Components): readonly Draft[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, raw]) => buildDraft({ document, path, method, raw, components })),
  );
}

interface Origin {
  readonly document: ApiDocument;
  readonly path: string;
  readonly method: string;
  readonly raw: RawOperation;
  readonly components: Components;
}

function buildDraft({ document, path, method: lowerMethod, raw, components }: Origin): Draft {
  const method = lowerMethod.toUpperCase() as Method;
  const body = getBody(raw);
  const success = Object.keys(raw.responses ?? {}).find((status) => status.startsWith('2')) ?? '200';
  const version = extractVersion(raw);
  const output = raw.responses?.[success]?.content?.['application/json']?.schema;
  const drafted: Draft = {
    key: `${method} ${path}` as OperationKey,
    method,
    path: path as `/${string}`,
    resource: getResource(document),
    source: document.source,
    ...(version === undefined ? {} : { version }),
    security: [...new Set((raw.security ?? []).flatMap((schemes) => Object.keys(schemes)))],
    scopes: [...new Set((raw.security ?? []).flatMap((schemes) => Object.values(schemes).flat()))],
    arguments: resolveCollisions([
      ...(raw.parameters ?? []).flatMap(buildParameter),
      ...buildBodyArguments(body.schema, { kind: body.kind, path, components }),
    ]),
    context: {},
    body: body.kind,
    answer: getAnswerKind(raw.responses?.[success]),
    success: Number(success),
    deprecated: raw.deprecated === true,
    ...(output === undefined || Object.keys(output).length === 0 ? {} : { output }),
  };
  for (const { name } of drafted.arguments) {
    const role = contextRoles[name];
    if (role !== undefined) drafted.context[name] = role;
  }
  return drafted;
}

/** Version and Authorization are headers that the client sets; no other header parameter exists. */
function buildParameter(parameter: RawParameter): readonly ArgumentDraft[] {
  if (parameter.in === 'header' || parameter.in === 'cookie') return [];
  const schema: Schema = {
    ...(parameter.schema ?? {}),
    ...(parameter.default === undefined ? {} : { default: parameter.default }),
    ...(parameter.anyOf === undefined ? {} : { anyOf: parameter.anyOf }),
    ...(parameter.oneOf === undefined ? {} : { oneOf: parameter.oneOf }),
  };
  return [{ name: parameter.name, place: getPlace(parameter, schema), required: parameter.required === true, schema }];
}

function getPlace(parameter: RawParameter, schema: Schema): Place {
  if (parameter.in === 'path') return 'path';
  const isList = schema.type === 'array' || schema.anyOf !== undefined || schema.oneOf !== undefined;
  if (!isList) return 'query';
  return parameter.explode === false ? 'query-comma' : 'query-repeat';
}

const bodyKinds: Readonly<Record<string, BodyKind>> = {
  'application/json': 'json',
  'multipart/form-data': 'multipart',
  'application/x-www-form-urlencoded': 'form',
};

function getBody(raw: RawOperation): { readonly kind: BodyKind; readonly schema: Schema } {
  const [type, content] = Object.entries(raw.requestBody?.content ?? {})[0] ?? [];
  if (type === undefined) return { kind: 'none', schema: {} };
  const kind = bodyKinds[type];
  if (kind === undefined) throw new Error(`a body of a kind that nobody judged: ${type}`);
  return { kind, schema: content?.schema ?? {} };
}

/** The documents say it in the description of a response header. */
function getAnswerKind(response: RawResponse | undefined): AnswerKind {
  const contentType = response?.headers?.['Content-Type']?.description ?? '';
  if (contentType.startsWith('audio/')) return 'audio';
  return contentType.startsWith('text/') ? 'text' : 'json';
}

interface BodyOrigin {
  readonly kind: BodyKind;
  readonly path: string;
  readonly components: Components;
}

function buildBodyArguments(body: Schema, origin: BodyOrigin): readonly ArgumentDraft[] {
  const { kind, path, components } = origin;
  const schema = resolveSchema(body, components);
  if (schema.type === 'array') {
    // A body that is a list is named after the last word of its path: `notifications`.
    const name = path.split('/').findLast((segment) => segment !== '' && !segment.startsWith('{')) ?? 'items';
    return [{ name, place: 'whole-body', required: true, schema }];
  }
  const alternatives = schema.oneOf ?? schema.anyOf ?? schema.allOf;
  if (alternatives !== undefined) return mergeAlternatives(alternatives, origin);
  const required = extractRequired(schema);
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const isFile = kind === 'multipart' && property.format === 'binary';
    return { name, place: isFile ? 'file' : 'body', required: required.has(name), schema: property };
  });
}

/**
 * A flat argument list has no alternatives at its root: the union of all properties, none required
 * unless every alternative requires it.
 */
function mergeAlternatives(all: readonly Schema[], origin: BodyOrigin): readonly ArgumentDraft[] {
  const merged = new Map<string, ArgumentDraft>();
  const lists = all.map((alternative) => buildBodyArguments(alternative, origin));
  for (const argument of lists.flat()) {
    const inEach = lists.every((list) => list.some(({ name, required }) => name === argument.name && required));
    const before = merged.get(argument.name);
    const schema =
      before === undefined || JSON.stringify(before.schema) === JSON.stringify(argument.schema)
        ? argument.schema
        : { anyOf: [before.schema, argument.schema] };
    merged.set(argument.name, { ...argument, schema, required: inEach });
  }
  return [...merged.values()];
}

const collisionPrefix: Partial<Record<Place, string>> = { query: 'query', body: 'body' };

/** The second argument of a name is called after its place: `queryCampaignGroupId`, `bodyType`. */
function resolveCollisions(all: readonly ArgumentDraft[]): ArgumentDraft[] {
  const taken = new Set<string>();
  return all.map((argument) => {
    const { name } = argument;
    if (!taken.has(name)) {
      taken.add(name);
      return argument;
    }
    const renamed = `${collisionPrefix[argument.place] ?? argument.place}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    if (taken.has(renamed)) throw new Error(`three arguments are called ${name}`);
    taken.add(renamed);
    return { ...argument, name: renamed, wireName: name };
  });
}

function extractVersion(raw: RawOperation): string | undefined {
  const header = raw.parameters?.find(({ in: place, name }) => place === 'header' && name.toLowerCase() === 'version');
  const version = header?.schema?.enum?.[0] ?? header?.schema?.default ?? header?.schema?.example;
  return typeof version === 'string' ? version : undefined;
}

/** Path, query, body; in each, what is required first. Otherwise in the documents' order. */
export function sortArguments(all: readonly ArgumentDraft[]): ArgumentDraft[] {
  const rank = ({ place, required }: ArgumentDraft): number => {
    const group = place === 'path' ? 0 : place.startsWith('query') ? 2 : 4;
    return group + (required ? 0 : 1);
  };
  return all.toSorted((a, b) => rank(a) - rank(b));
}
