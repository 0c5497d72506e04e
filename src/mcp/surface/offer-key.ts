/** Every write takes an idempotency key beside the arguments of its operation, and what is confirmed takes a plan. */
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

function offer<T extends Listed>(tool: T, own: Readonly<Record<string, object>>): T {
  const { inputSchema } = tool;
  return { ...tool, inputSchema: { ...inputSchema, properties: { ...inputSchema.properties, ...own } } };
}
