/** All resources of the tree, loaded as the generator loads them. */
import { readdirSync } from 'node:fs';
import type { Guide, Placeholder } from '../../src/catalogue/guide.ts';
import type { Operation, OperationKey, Operations } from '../../src/catalogue/operation.ts';
import { catalogueIndex } from '../../tools/index.gen.ts';

export interface Entry {
  readonly resource: string;
  readonly key: OperationKey;
  readonly operation: Operation;
  readonly guide: Guide | Placeholder;
}

export async function loadAllEntries(): Promise<readonly Entry[]> {
  const lists = await Promise.all(
    Object.entries(catalogueIndex).map(async ([resource, { load }]) => {
      const [{ operations }, { guides }] = await Promise.all([load.operations(), load.guides()]);
      return listEntries(resource, operations, guides);
    }),
  );
  return lists.flat();
}

function listEntries(
  resource: string,
  operations: Operations,
  guides: Readonly<Record<OperationKey, Guide | Placeholder>>,
): Entry[] {
  return (Object.entries(operations) as [OperationKey, Operation][]).map(([key, operation]) => {
    const guide = guides[key];
    if (guide === undefined) throw new Error(`${resource} has no guide for ${key}`);
    return { resource, key, operation, guide };
  });
}

export function isJudged(entry: Entry): entry is Entry & { readonly guide: Guide } {
  return !('placeholder' in entry.guide);
}

/** Folders of `tools/`: each is a resource, but for the repairs. */
export function listResourceFolders(): readonly string[] {
  return readdirSync('tools', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'repairs')
    .map(({ name }) => name)
    .sort();
}
