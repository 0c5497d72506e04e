/**
 * A reader of HighLevel's OpenAPI documents, written a second time: it shares nothing with the generator, so that
 * the generator's mistakes show.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export interface RawSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: RawSchema;
  readonly properties?: Readonly<Record<string, RawSchema>>;
  readonly required?: readonly string[] | boolean;
  readonly additionalProperties?: boolean | RawSchema;
  readonly allOf?: readonly RawSchema[];
  readonly oneOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  /** Only in repairs: a schema written by hand. */
  readonly call?: { readonly name: string; readonly text: string };
}

export interface RawParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: RawSchema;
  readonly oneOf?: readonly RawSchema[];
  readonly anyOf?: readonly RawSchema[];
  /** Not of the documents: what a rule has the server send where the parameter is left out. */
  readonly sendDefault?: number;
}

interface RawOperation {
  readonly parameters?: readonly RawParameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: RawSchema }>> };
}

export interface DocumentedOperation {
  /** `POST /contacts/`, as documented. */
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly document: string;
  readonly source: 'v2' | 'v3';
  readonly parameters: readonly RawParameter[];
  /** The first of the documented kinds of body. */
  readonly body: { readonly mediaType: string; readonly schema: RawSchema } | undefined;
}

export interface Documents {
  readonly v2: readonly DocumentedOperation[];
  /** Those that V2 does not have, under whatever parameter names. */
  readonly v3Only: readonly DocumentedOperation[];
  /** The v3 operation of the same identity. */
  readonly twins: ReadonlyMap<string, DocumentedOperation>;
  /** By `document#Name`, as every `$ref` is written after reading. */
  readonly components: ReadonlyMap<string, RawSchema>;
}

/** Names of parameters and a trailing slash do not tell two operations apart. */
export function getIdentity(key: string): string {
  return key.replace(/\{.*?\}/g, '*').replace(/\/$/, '');
}

/** @throws Error when the folder holds no documents. */
export function readDocuments(folder: string): Documents {
  const components = new Map<string, RawSchema>();
  const all: DocumentedOperation[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!file.endsWith('.json')) continue;
    const document = basename(file, '.json');
    const { openapi, paths, components: shared } = parse(readFileSync(join(folder, file), 'utf8'), document);
    if (openapi === undefined || paths === undefined || Object.keys(paths).length === 0) continue;
    for (const [name, schema] of Object.entries(shared?.schemas ?? {})) components.set(`${document}#${name}`, schema);
    for (const [path, methods] of Object.entries(paths)) {
      for (const [method, raw] of Object.entries(methods)) all.push(describe(document, method, path, raw));
    }
  }
  if (all.length === 0) throw new Error(`no OpenAPI documents below ${folder}`);
  const v2 = all.filter(({ source }) => source === 'v2');
  const identities = new Set(v2.map(({ key }) => getIdentity(key)));
  const v3 = all.filter(({ source }) => source === 'v3');
  return {
    v2,
    v3Only: v3.filter(({ key }) => !identities.has(getIdentity(key))),
    twins: new Map(v3.map((operation) => [getIdentity(operation.key), operation])),
    components,
  };
}

interface RawDocument {
  readonly openapi?: string;
  readonly paths?: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, RawSchema>> };
}

function parse(text: string, document: string): RawDocument {
  const local = '#/components/schemas/';
  return JSON.parse(text, (name: string, value: unknown) =>
    name === '$ref' && typeof value === 'string' && value.startsWith(local)
      ? `${document}#${value.slice(local.length)}`
      : value,
  ) as RawDocument;
}

function describe(document: string, lowerMethod: string, path: string, raw: RawOperation): DocumentedOperation {
  const method = lowerMethod.toUpperCase();
  const [first] = Object.entries(raw.requestBody?.content ?? {});
  return {
    key: `${method} ${path}`,
    method,
    path,
    document,
    source: document.endsWith('-v3') ? 'v3' : 'v2',
    parameters: raw.parameters ?? [],
    body: first && { mediaType: first[0], schema: first[1].schema ?? {} },
  };
}
