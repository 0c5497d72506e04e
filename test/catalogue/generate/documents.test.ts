/**
 * The generator on HighLevel's own documents. They are not part of this repository: HIGHLEVEL_DOCS names their
 * folder, a checkout of the public docs repository. Without them these tests are skipped, and say so.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildCatalogueFiles, type CatalogueFiles } from '../../../src/catalogue/generate/catalogue-files.ts';
import { compareFiles } from '../../../src/catalogue/generate/tree.ts';
import { repairs } from '../../../tools/repairs/index.ts';
import { listResourceFolders } from '../resources.ts';
import { collectProse, findBorrowedProse, readDocuments } from './prose.ts';

const sibling = '../shared/highlevel/specs';
const folder = process.env.HIGHLEVEL_DOCS ?? (existsSync(sibling) ? sibling : undefined);

describe.skipIf(folder === undefined)(
  "HighLevel's documents (skipped unless HIGHLEVEL_DOCS names their folder)",
  () => {
    let built: CatalogueFiles;

    beforeAll(() => {
      // Refuses repairs that change nothing, so building at all says that each is still needed.
      built = buildCatalogueFiles(folder ?? '');
    });

    it('give the files in the tree', () => {
      expect(compareFiles(built.files, 'operations.gen.ts')).toEqual([]);
    });

    it('give the same files a second time', () => {
      expect(buildCatalogueFiles(folder ?? '').files).toEqual(built.files);
    });

    it('still make every mistake that has a rule', () => {
      expect([...built.ruleUses.keys()].sort()).toEqual(repairs.rules.map(({ rule }) => rule).sort());
    });

    it('lend no sentence to what is generated', () => {
      const prose = collectProse(readDocuments(folder ?? ''));
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
  },
);

it('gives a reason for every repair', () => {
  const all = [...repairs.rules, ...repairs.components, ...repairs.operations];
  expect(all.filter(({ reason }) => reason.length < 20)).toEqual([]);
  expect(new Set(repairs.rules.map(({ rule }) => rule)).size).toBe(repairs.rules.length);
});
