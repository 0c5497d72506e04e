/** Reads HighLevel's OpenAPI documents from a folder, wherever in it they lie. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Source } from '../operation.ts';
import type { Schema } from './schema.ts';

export interface RawParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required?: boolean;
  readonly explode?: boolean;
  readonly schema?: Schema;
  readonly default?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
}

type RawContent = Readonly<Record<string, { readonly schema?: Schema }>>;

export interface RawResponse {
  readonly content?: RawContent;
  readonly headers?: Readonly<Record<string, { readonly description?: string }>>;
}

export interface RawOperation {
  readonly parameters?: readonly RawParameter[];
  readonly requestBody?: { readonly content?: RawContent; readonly required?: boolean };
  readonly responses?: Readonly<Record<string, RawResponse>>;
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[];
  readonly deprecated?: boolean;
}

interface RawDocument {
  readonly openapi: string;
  readonly paths?: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> };
}

export interface ApiDocument {
  /** The file's name without `.json`: `contacts`, `contacts-v3`. */
  readonly name: string;
  readonly source: Source;
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
  readonly schemas: Readonly<Record<string, Schema>>;
}

const V3_SUFFIX = '-v3';

/**
 * All OpenAPI documents below a folder, V2 before v3, by name. Which set one belongs to is read from
 * its file name, because the folders are called differently in each checkout.
 * @throws when the folder has no document or two of the same name.
 */
export function fetchDocuments(folder: string): readonly ApiDocument[] {
  const documents = new Map<string, ApiDocument>();
  for (const file of findJsonFiles(folder)) {
    const text = readFileSync(file, 'utf8');
    if (!text.includes('"openapi"')) continue;
    const name = basename(file, '.json');
    const raw = parseDocument(text, name);
    if (raw === undefined) continue;
    if (documents.has(name)) throw new Error(`two OpenAPI documents are called ${name}.json below ${folder}`);
    documents.set(name, raw);
  }
  if (documents.size === 0) throw new Error(`no OpenAPI documents with paths below ${folder}`);
  return [...documents.values()].sort(bySourceThenName);
}

function findJsonFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.includes('node_modules'))
    .map((file) => join(folder, file))
    .sort();
}

/** A document without paths (the shared components) has no operations and is left out. */
function parseDocument(text: string, name: string): ApiDocument | undefined {
  // A `$ref` is made unique across documents here, while it is text: afterwards it can be carried anywhere.
  const qualified = text.replaceAll('#/components/schemas/', `${name}#`);
  const raw = JSON.parse(qualified) as RawDocument;
  if (typeof raw.openapi !== 'string' || raw.paths === undefined || Object.keys(raw.paths).length === 0)
    return undefined;
  return {
    name,
    source: name.endsWith(V3_SUFFIX) ? 'v3' : 'v2',
    paths: raw.paths,
    schemas: raw.components?.schemas ?? {},
  };
}

function bySourceThenName(a: ApiDocument, b: ApiDocument): number {
  return a.source === b.source ? (a.name < b.name ? -1 : 1) : a.source < b.source ? -1 : 1;
}

/** Documents of the v3 set whose V2 sibling has another name. */
const resourceOfV3: Readonly<Record<string, string>> = {
  'ad-publishing-v3': 'ad-manager',
  'saas-v3': 'saas-api',
  'social-planner-v3': 'social-media-posting',
};

/** The resource folder a document's operations belong to. */
export function getResource(document: ApiDocument): string {
  if (document.source === 'v2') return document.name;
  return resourceOfV3[document.name] ?? document.name.slice(0, -V3_SUFFIX.length);
}
