/** Arguments of our own beside those of the operation: a key for every write, a plan, a location where theirs has none. */
import { placeName } from '../pipeline/context.ts';
import { idempotencyKeyName, planName } from '../pipeline/own-arguments.ts';

interface Listed {
  readonly inputSchema: { readonly properties?: Readonly<Record<string, unknown>> | undefined };
}

/** A copy of the tool with the key as its last argument. What it means stands in the instructions, once for all. */
export function offerKey<T extends Listed>(tool: T): T {
  return offer(tool, { [idempotencyKeyName]: { type: 'string' } });
}

/** A copy of the tool that takes the id of a plan as well. */
export function offerPlan<T extends Listed>(tool: T): T {
  return offer(tool, { [planName]: { type: 'string', description: 'id of a plan it showed' } });
}

/** A copy of the tool that takes the location, which the token alone would say. */
export function offerPlace<T extends Listed>(tool: T): T {
  return offer(tool, { [placeName]: { type: 'string' } });
}

function offer<T extends Listed>(tool: T, own: Readonly<Record<string, object>>): T {
  const { inputSchema } = tool;
  return { ...tool, inputSchema: { ...inputSchema, properties: { ...inputSchema.properties, ...own } } };
}
