/** What this server may call at all, by whatever way. */
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import { type Permissions, refuseOperation } from '../pipeline/permit.ts';

/** The operations that neither the policy, nor read-only mode, nor the catalogue itself keeps from agents. */
export function listCallable(dependencies: Permissions & { readonly catalogue: Catalogue }): readonly OperationRow[] {
  return dependencies.catalogue.rows.filter((row) => row.guided && refuseOperation(row, dependencies) === undefined);
}
