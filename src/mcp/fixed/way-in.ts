/** How an agent gets to call an operation that it was told of. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { type Permissions, refuseOperation } from '../pipeline/permit.ts';
import type { Surface } from '../surface/surface.ts';
import { getCallTool } from './call-operation.ts';

export interface WayInDependencies extends Permissions {
  readonly surface: Surface;
}

/** Nothing where it is listed under its own name; else the tool that calls it, or why none does. */
export function describeWayIn(row: OperationRow, { surface, ...permissions }: WayInDependencies): object {
  if (surface.has(row.name)) return {};
  const refusal = refuseOperation(row, permissions);
  return refusal === undefined
    ? { callWith: getCallTool(row.risk) }
    : { callable: false, why: refusal.message, toLift: refusal.advice };
}
