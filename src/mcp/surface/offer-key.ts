/** Every write takes an idempotency key beside the arguments of its operation. */
import { idempotencyKeyName } from '../pipeline/idempotency-key.ts';

interface Listed {
  readonly inputSchema: { readonly properties?: Readonly<Record<string, unknown>> | undefined };
}

/** A copy of the tool with the key as its last argument. What it means stands in the instructions, once for all. */
export function offerKey<T extends Listed>(tool: T): T {
  const { inputSchema } = tool;
  const properties = { ...inputSchema.properties, [idempotencyKeyName]: { type: 'string' } };
  return { ...tool, inputSchema: { ...inputSchema, properties } };
}
