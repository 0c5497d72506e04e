/** The facts in the tree, and those that the generator would make of other documents. */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { repairs as allRepairs } from '../../../../tools/repairs/index.ts';
import type { Operations } from '../../operation.ts';
import { buildCatalogueFiles, type Repairs } from '../catalogue-files.ts';
import { type Draft, getIdentity } from '../draft.ts';
import { projectRoot } from '../project.ts';
import { listResources } from '../tree.ts';
import type { CatalogueFacts } from './compare.ts';

/** What `tools/<resource>/operations.gen.ts` say. */
export async function loadCommittedFacts(): Promise<CatalogueFacts> {
  return await importFacts(projectRoot, listResources());
}

export interface NewerFacts {
  readonly facts: CatalogueFacts;
  /** Repairs that had to be left out and hand-written operations without need: the documents caught up with them. */
  readonly staleRepairs: readonly string[];
}

/** What the generator would make of a folder of documents. Writes nothing into the tree. */
export async function buildNewerFacts(folder: string, repairs: Repairs = allRepairs): Promise<NewerFacts> {
  const { files, drafts, staleRepairs } = buildWithFittingRepairs(folder, repairs);
  const root = mkdtempSync(join(tmpdir(), 'highlevel-diff-'));
  try {
    prepareImports(root);
    for (const [path, text] of files) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
      copyIfThere(join(dirname(path), 'operations.live.ts'), root);
    }
    const facts = await importFacts(root, listResources(root));
    return { facts, staleRepairs: [...staleRepairs, ...listDocumentedByNow(facts, drafts)] };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Generated files import zod and the hand-written schemas above their folder. */
function prepareImports(root: string): void {
  const tools = join(projectRoot, 'tools');
  mkdirSync(join(root, 'tools'));
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'), 'junction');
  for (const file of readdirSync(tools).filter((name) => name.endsWith('.ts') && !name.endsWith('.gen.ts'))) {
    copyFileSync(join(tools, file), join(root, 'tools', file));
  }
}

/** Operations written by hand for want of a document, which the generated ones take in. */
function copyIfThere(path: string, root: string): void {
  const source = join(projectRoot, path);
  if (existsSync(source)) copyFileSync(source, join(root, path));
}

/** Hand-written operations that the documents have caught up with. */
function listDocumentedByNow(facts: CatalogueFacts, drafts: readonly Draft[]): readonly string[] {
  const documented = new Set(drafts.map(getIdentity));
  return [...facts].flatMap(([resource, operations]) =>
    Object.entries(operations)
      .filter(([, operation]) => operation.source === 'live' && documented.has(getIdentity(operation)))
      .map(([key]) => `documented by now: ${key} in tools/${resource}/operations.live.ts`),
  );
}

async function importFacts(root: string, resources: readonly string[]): Promise<CatalogueFacts> {
  const loaded = resources.map(async (resource): Promise<[string, Operations]> => {
    const file = join(root, 'tools', resource, 'operations.gen.ts');
    const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as { operations: Operations };
    return [resource, module.operations];
  });
  return new Map(await Promise.all(loaded));
}

/** The generator refuses repairs that no longer fit, one at a time and by name; here they are only reported. */
function buildWithFittingRepairs(folder: string, repairs: Repairs) {
  const staleRepairs: string[] = [];
  for (let fitting = repairs; ; ) {
    try {
      return { ...buildCatalogueFiles(folder, fitting), staleRepairs };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const fewer = dropNamed(fitting, message);
      if (fewer === undefined) throw error;
      staleRepairs.push(message);
      fitting = fewer;
    }
  }
}

/** The repairs without the one that a message of the generator is about; nothing when it is about none. */
function dropNamed(repairs: Repairs, message: string): Repairs | undefined {
  const keys = repairs.operations.flatMap(({ operations }) => operations);
  const key = findLongest(keys, message);
  if (key !== undefined) {
    const own = repairs.operations.filter(({ operations }) => [operations].flat().includes(key));
    const culprit = own.find(({ reason }) => message.includes(reason)) ?? own[0];
    return {
      ...repairs,
      operations: repairs.operations.map((repair) =>
        repair === culprit
          ? { ...repair, operations: [repair.operations].flat().filter((each) => each !== key) }
          : repair,
      ),
    };
  }
  const id = findLongest(
    repairs.components.flatMap(({ component }) => component),
    message,
  );
  if (id === undefined) return undefined;
  return {
    ...repairs,
    components: repairs.components.map((repair) => ({
      ...repair,
      component: [repair.component].flat().filter((each) => each !== id),
    })),
  };
}

/** One key can be the start of another. */
function findLongest<Text extends string>(candidates: readonly Text[], message: string): Text | undefined {
  return candidates.filter((each) => message.includes(each)).toSorted((a, b) => b.length - a.length)[0];
}
