/** What the sandbox needs of the operation catalogue: all routes at once, their facts when first asked for. */
import { catalogueIndex } from '../../tools/index.gen.ts';
import type { Operation, OperationKey, Operations, Source } from '../catalogue/operation.ts';

export interface RouteFact {
  readonly key: OperationKey;
  readonly resource: string;
  readonly source: Source;
}

export interface SandboxCatalogue {
  readonly routes: readonly RouteFact[];
  load(resource: string): Promise<Operations>;
}

export interface KnownOperation {
  readonly key: OperationKey;
  readonly resource: string;
  readonly operation: Operation;
}

/** Every operation of HighLevel, by the generated index. */
export function getFullCatalogue(): SandboxCatalogue {
  fullCatalogue ??= createFullCatalogue();
  return fullCatalogue;
}

let fullCatalogue: SandboxCatalogue | undefined;

function createFullCatalogue(): SandboxCatalogue {
  const resources = new Map(Object.entries(catalogueIndex));
  return {
    routes: [...resources].flatMap(([resource, { rows }]) =>
      rows.map(({ key, source = 'v2' }) => ({ key, resource, source })),
    ),
    async load(resource) {
      const found = resources.get(resource);
      if (found === undefined) throw new Error(`unknown resource ${resource}`);
      return (await found.load.operations()).operations;
    },
  };
}

/** A catalogue of operations that are already loaded, for tests. */
export function createCatalogue(resources: Readonly<Record<string, Operations>>): SandboxCatalogue {
  const routes = Object.entries(resources).flatMap(([resource, operations]) =>
    Object.entries(operations).map(([key, { source }]) => ({ key: key as OperationKey, resource, source })),
  );
  return {
    routes,
    load(resource) {
      const operations = resources[resource];
      return operations === undefined
        ? Promise.reject(new Error(`unknown resource ${resource}`))
        : Promise.resolve(operations);
    },
  };
}
