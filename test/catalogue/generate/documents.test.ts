/**
 * The generator on HighLevel's own documents. They are not part of this repository: HIGHLEVEL_DOCS names their
 * folder, a checkout of the public docs repository. Without it these tests are skipped, and a line says so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogueFiles, type CatalogueFiles } from '../../../src/catalogue/generate/catalogue-files.ts';
import { fetchDocuments, type RawResponse } from '../../../src/catalogue/generate/documents.ts';
import type { Draft } from '../../../src/catalogue/generate/draft.ts';
import { compareFiles } from '../../../src/catalogue/generate/tree.ts';
import { repairs } from '../../../tools/repairs/index.ts';
import { listResourceFolders } from '../resources.ts';
import { collectProse, findBorrowedProse, readDocuments } from './prose.ts';

const folder = process.env.HIGHLEVEL_DOCS ?? '';
const isGiven = folder !== '';
if (!isGiven) console.warn("skipped: HIGHLEVEL_DOCS does not say where HighLevel's OpenAPI documents are");

describe.skipIf(!isGiven)("HighLevel's documents", () => {
  let built: CatalogueFiles;

  beforeAll(() => {
    // Refuses repairs that change nothing, so building at all says that each is still needed.
    built = buildCatalogueFiles(folder);
  });

  it('give the files in the tree', () => {
    expect(compareFiles(built.files, 'operations.gen.ts')).toEqual([]);
  });

  it('give the same files a second time', () => {
    expect(buildCatalogueFiles(folder).files).toEqual(built.files);
  });

  it('still make every mistake that has a rule', () => {
    expect([...built.ruleUses.keys()].sort()).toEqual(repairs.rules.map(({ rule }) => rule).sort());
  });

  it('have the schema of no JSON answer that got lost', () => {
    const drafts = new Map<string, Draft>(built.drafts.map((draft) => [draft.key, draft]));
    const answered = fetchDocuments(folder).flatMap(({ paths }) =>
      Object.entries(paths).flatMap(([path, operations]) =>
        Object.entries(operations)
          .filter(([, { responses = {} }]) => hasJsonAnswer(responses))
          .map(([method]) => `${method.toUpperCase()} ${path}`),
      ),
    );
    const known = answered.filter((key) => drafts.has(key));
    expect(known.length).toBeGreaterThan(400);
    expect(known.filter((key) => drafts.get(key)?.output === undefined)).toEqual([]);
  });

  it('lend no sentence to what is generated', () => {
    const prose = collectProse(readDocuments(folder));
    expect(prose.size).toBeGreaterThan(1000);
    const texts = listResourceFolders().flatMap((resource) =>
      ['operations.gen.ts', 'tools.gen.json']
        .map((file) => join('tools', resource, file))
        .filter((file) => existsSync(file))
        .map((file): [string, string] => [file, readFileSync(file, 'utf8')]),
    );
    const borrowed = texts.flatMap(([file, text]) =>
      findBorrowedProse(text, prose).map((words) => `${file}: ${words}`),
    );
    expect(borrowed).toEqual([]);
  });
});

function hasJsonAnswer(responses: Readonly<Record<string, RawResponse>>): boolean {
  return Object.entries(responses).some(([status, { content }]) => {
    const schema = status.startsWith('2') ? content?.['application/json']?.schema : undefined;
    return schema !== undefined && Object.keys(schema).length > 0;
  });
}

it('gives a reason for every repair', () => {
  const all = [...repairs.rules, ...repairs.components, ...repairs.operations];
  expect(all.filter(({ reason }) => reason.length < 20)).toEqual([]);
  expect(new Set(repairs.rules.map(({ rule }) => rule)).size).toBe(repairs.rules.length);
});
