/** Which operation a step calls, whether it may, and how it is written down. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { type LookupKindName, lookupKinds } from '../lookup/kinds.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { placeName, takesPlace } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { PromptStep } from './prompt.ts';

/** Why the step cannot be done on this server; undefined where it can. */
export function refuseStep(step: PromptStep, dependencies: CallDependencies): CallRefusal | undefined {
  try {
    return refuseOperation(getRow(step, dependencies), dependencies);
  } catch (refusal) {
    // A catalogue that lacks the operation is no fault of whoever lists prompts.
    if (refusal instanceof CallRefusal) return refusal;
    throw refusal;
  }
}

/** The call as an agent makes it, the location included where none is pinned. */
export function formatCall(step: PromptStep, dependencies: CallDependencies): string {
  return `${step.tool} ${JSON.stringify(nameLocation(step, dependencies))}`;
}

function nameLocation(step: PromptStep, dependencies: CallDependencies): object {
  if (dependencies.pins.locationId !== undefined) return step.input;
  if (step.tool === 'lookup') return { ...step.input, locationId: '<locationId>' };
  const row = getRow(step, dependencies);
  const own = dependencies.choosesLocation && takesPlace(row) ? placeName : undefined;
  const place = Object.entries(row.context ?? {}).find(([, role]) => role === 'location')?.[0] ?? own;
  if (place === undefined) return step.input;
  const args = step.input.arguments as object | undefined;
  return { ...step.input, arguments: { [place]: '<locationId>', ...args } };
}

function getRow({ tool, input }: PromptStep, { catalogue }: CallDependencies): OperationRow {
  const name = tool === 'lookup' ? lookupKinds[input.kind as LookupKindName].operation : String(input.operation);
  return findOperation(name, catalogue);
}
