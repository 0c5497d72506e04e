/** Each method of the SDK beside the operation of ours that makes the same request. */
import type { OperationRow } from '../../../src/catalogue/row.ts';
import { correctComponents } from '../documents/components.ts';
import { expectOperation } from '../documents/expect.ts';
import { getIdentity, readDocuments } from '../documents/read.ts';
import { Tally } from '../documents/tally.ts';
import type { Driver } from '../wire/driver.ts';
import { type MatchedOperation, matchOperation } from '../wire/match.ts';
import { type Declaration, readDeclarations } from './declarations.ts';
import type { SdkMethod } from './methods.ts';

export interface Pair {
  readonly method: SdkMethod;
  readonly row: OperationRow;
  readonly operation: MatchedOperation;
  /** What the SDK's declarations say the method takes. */
  readonly declaration: Declaration;
}

/** @returns the pair of each method, or nothing where no operation is on its path. */
export async function pairMethods(
  folder: string,
  methods: readonly SdkMethod[],
  driver: Driver,
): Promise<ReadonlyMap<SdkMethod, Pair | undefined>> {
  const documents = readDocuments(folder);
  const components = correctComponents(documents);
  const all = [...documents.v2, ...documents.v3Only];
  const documented = new Map(all.map((operation) => [getIdentity(operation.key), operation]));
  const rows = new Map(driver.rows.map((row) => [getIdentity(row.key), row]));
  const declarations = new Map(
    [...new Set(methods.map(({ service }) => service))].map((service) => [service, readDeclarations(service)]),
  );
  const pairs = new Map<SdkMethod, Pair | undefined>();
  for (const method of methods) {
    const identity = getIdentity(method.request);
    const [operation, row] = [documented.get(identity), rows.get(identity)];
    const declaration = declarations.get(method.service)?.get(method.name);
    if (declaration === undefined) throw new Error(`the SDK's declarations do not know ${method.id}`);
    if (operation === undefined || row === undefined) pairs.set(method, undefined);
    else {
      const expected = expectOperation(operation, components, new Tally());
      const own = matchOperation(expected, await driver.loadOperation(row));
      pairs.set(method, { method, row, operation: own, declaration });
    }
  }
  return pairs;
}
