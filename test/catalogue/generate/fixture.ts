/** Small documents in a folder of their own, run through the generator. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  buildCatalogueFiles,
  type CatalogueFiles,
  type Repairs,
} from '../../../src/catalogue/generate/catalogue-files.ts';
import type { Operation } from '../../../src/catalogue/operation.ts';
import { createFolder } from '../../support/run.ts';

export const noRepairs: Repairs = { components: [], operations: [] };

type Json = Readonly<Record<string, unknown>>;

/** A document with the given paths and components. */
export function buildDocument(paths: Json, schemas: Json = {}): Json {
  return { openapi: '3.0.0', info: { title: 'Pets' }, paths, components: { schemas } };
}

/** A V2 operation that answers 200, with Version and more. */
export function buildOperation(more: Json = {}): Json {
  const version = { name: 'Version', in: 'header', schema: { type: 'string', enum: ['2021-07-28'] } };
  return {
    responses: { 200: { description: 'ok' } },
    security: [{ bearer: ['pets.readonly'] }],
    ...more,
    parameters: [version, ...((more.parameters as Json[] | undefined) ?? [])],
  };
}

export function buildBody(schema: Json, type = 'application/json'): Json {
  return { requestBody: { content: { [type]: { schema } } } };
}

/** Runs the generator on documents by their path in the folder. */
export function generate(documents: Readonly<Record<string, Json>>, repairs: Repairs = noRepairs): CatalogueFiles {
  const folder = createFolder('docs');
  for (const [file, document] of Object.entries(documents)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), JSON.stringify(document));
  }
  return buildCatalogueFiles(folder, repairs);
}

/** The generated operations of one resource, evaluated. */
export async function evaluate(
  files: CatalogueFiles['files'],
  resource: string,
): Promise<Readonly<Record<string, Operation>>> {
  const text = files.get(`tools/${resource}/operations.gen.ts`);
  if (text === undefined) throw new Error(`nothing was generated for ${resource}`);
  // Beside the test, so that it finds zod; the imported helpers lie one folder above a resource's.
  const folder = mkdtempSync(join(import.meta.dirname, '.generated-'));
  try {
    const file = join(folder, 'operations.gen.ts');
    writeFileSync(file, text.replaceAll("'../", "'../../../../tools/"));
    const module = (await import(/* @vite-ignore */ file)) as { operations: Readonly<Record<string, Operation>> };
    return module.operations;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one operation of a document with one path, evaluated. */
export async function generateOne(
  path: string,
  method: string,
  operation: Json,
  schemas: Json = {},
): Promise<Operation> {
  const { files } = generate({ 'apps/pets.json': buildDocument({ [path]: { [method]: operation } }, schemas) });
  const [only] = Object.values(await evaluate(files, 'pets'));
  if (only === undefined) throw new Error('no operation was generated');
  return only;
}
