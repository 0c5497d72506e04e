/** The one argument that every write takes beside those of its operation. */
import type { Arguments } from './context.ts';
import { CallRefusal } from './refusal.ts';

export const idempotencyKeyName = 'idempotencyKey';

const MAX_LENGTH = 200;

export interface KeyedArguments {
  readonly args: Arguments;
  readonly idempotencyKey: string | undefined;
}

/**
 * Takes the key out of the arguments. A read needs none, and one that is given does no harm.
 *
 * @throws CallRefusal for a key that cannot be one
 */
export function extractIdempotencyKey(given: Arguments, toolName: string): KeyedArguments {
  const { [idempotencyKeyName]: key, ...args } = given;
  if (key === undefined || key === null) return { args, idempotencyKey: undefined };
  if (typeof key === 'string' && key.trim() !== '' && key.length <= MAX_LENGTH && !/\p{Cc}/u.test(key)) {
    return { args, idempotencyKey: key };
  }
  throw new CallRefusal('invalid_arguments', `${toolName} was called with an ${idempotencyKeyName} that is none.`, {
    advice: `Pass any text of 1 to ${MAX_LENGTH} printable characters, the same for every repetition of one call.`,
  });
}
