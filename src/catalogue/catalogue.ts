/** The catalogue at run time: an index in memory, and each resource's schemas loaded when first asked for. */
import { distance } from 'fastest-levenshtein';
import type { z } from 'zod';
import { catalogueIndex } from '../../tools/index.gen.ts';
import type { Guide } from './guide.ts';
import type { Method, Operation, OperationKey } from './operation.ts';
import type { CatalogueIndex, IndexRow, OperationRow, ResourceLoaders, ToolDefinition } from './row.ts';

export type { OperationRow, ToolDefinition } from './row.ts';

/** Everything about one operation, its schema of arguments built. */
export interface LoadedOperation {
  readonly operation: Operation;
  readonly guide: Guide;
  readonly input: z.ZodObject;
  /** Built when first read; absent where the documents have no schema of the answer. */
  readonly output: z.ZodType | undefined;
}

export interface Catalogue {
  /** Every operation, in a fixed order. */
  readonly rows: readonly OperationRow[];
  readonly resources: readonly string[];
  findByName(name: string): OperationRow | undefined;
  findByKey(key: string): OperationRow | undefined;
  /** The names most like a given one, nearest first. Chosen among `names`, by default all judged operations. */
  listNearestNames(name: string, names?: readonly string[], count?: number): string[];
  /**
   * Loads the operation's resource and no other. The same object is given each time.
   * @throws Error for an operation that no person has judged.
   */
  loadOperation(row: OperationRow): Promise<LoadedOperation>;
  /** The facts of one operation, judged or not. @throws Error for a key that no operation has. */
  loadOperationByKey(key: OperationKey): Promise<Operation>;
  /** The definitions of a resource's judged operations, as they stand in `tools/list`. */
  loadTools(resource: string): Promise<readonly ToolDefinition[]>;
}

/** @param index What there is and how to load it; tests give their own. */
export function createCatalogue(index: CatalogueIndex = catalogueIndex): Catalogue {
  const rows = Object.entries(index).flatMap(([resource, { rows: own }]) => own.map((row) => buildRow(row, resource)));
  const byName = new Map<string, OperationRow>(rows.map((row) => [row.name, row]));
  const byKey = new Map<string, OperationRow>(rows.map((row) => [row.key, row]));
  const loaded = new Map<OperationKey, Promise<LoadedOperation>>();

  const getLoaders = (resource: string): ResourceLoaders => {
    const found = index[resource];
    if (found === undefined) throw new Error(`no resource is called ${resource}`);
    return found.load;
  };

  return {
    rows,
    resources: Object.keys(index),
    findByName: (name) => byName.get(name),
    findByKey: (key) => byKey.get(key),
    listNearestNames(name, names = rows.filter(({ guided }) => guided).map((row) => row.name), count = 3) {
      const wanted = name.toLowerCase();
      const ranked = names.map((candidate) => ({ candidate, gap: getGap(wanted, candidate) }));
      return ranked
        .sort((a, b) => a.gap - b.gap || (a.candidate < b.candidate ? -1 : 1))
        .slice(0, count)
        .map(({ candidate }) => candidate);
    },
    loadOperation(row) {
      const known = loaded.get(row.key);
      if (known !== undefined) return known;
      const loading = loadOperation(row, getLoaders(row.resource));
      loaded.set(row.key, loading);
      loading.catch(() => loaded.delete(row.key));
      return loading;
    },
    async loadOperationByKey(key) {
      const row = byKey.get(key);
      const operation = row && (await getLoaders(row.resource).operations()).operations[row.key];
      if (operation === undefined) throw new Error(`no operation is ${key}`);
      return operation;
    },
    loadTools: async (resource) => (await getLoaders(resource).tools()).default,
  };
}

function buildRow(row: IndexRow, resource: string): OperationRow {
  const { placeholder, source = 'v2', level = 'location', ...facts } = row;
  const [method, path] = row.key.split(' ') as [Method, `/${string}`];
  return { ...facts, method, path, source, level, resource, guided: placeholder !== true };
}

/** Agents guess names by their words more than by their letters: `create_contact` means `contacts_contact_create`. */
function getGap(wanted: string, candidate: string): number {
  return Math.min(distance(wanted, candidate), getWordGap(wanted, candidate));
}

/** Letters of words that only one of the names has; those that only the candidate has count a quarter. */
function getWordGap(wanted: string, candidate: string): number {
  const [ours, theirs] = [listWords(wanted), listWords(candidate)];
  const count = (words: readonly string[]): number => words.join('').length;
  const missing = ours.filter((word) => !theirs.includes(word));
  const extra = theirs.filter((word) => !ours.includes(word));
  return missing.length === ours.length ? Number.POSITIVE_INFINITY : count(missing) + count(extra) / 4;
}

/** Words of a name in the singular, each once. */
function listWords(name: string): string[] {
  const words = name.split(/[^a-z0-9]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => word.replace(/s$/, '')))];
}

async function loadOperation(row: OperationRow, loaders: ResourceLoaders): Promise<LoadedOperation> {
  const [{ operations }, { guides }] = await Promise.all([loaders.operations(), loaders.guides()]);
  const operation = operations[row.key];
  const guide = guides[row.key];
  if (operation === undefined || guide === undefined)
    throw new Error(`the index knows ${row.key}, ${row.resource} does not`);
  if ('placeholder' in guide) throw new Error(`${row.name} has not been judged yet`);
  let output: z.ZodType | undefined;
  return {
    operation,
    guide,
    input: operation.input(),
    get output() {
      output ??= operation.output?.();
      return output;
    },
  };
}
