/** Arguments that are this server's own, beside those of the operation. */
import type { Arguments } from './context.ts';
import { CallRefusal } from './refusal.ts';

/** Taken by every write. */
export const idempotencyKeyName = 'idempotencyKey';
/** Taken by what is confirmed: the id of a plan that was shown. */
export const planName = 'plan';

const MAX_LENGTH = 200;

export interface Extracted {
  readonly args: Arguments;
  readonly value: string | undefined;
}

/**
 * Takes one of them out of the arguments. One that is not needed does no harm.
 *
 * @throws CallRefusal for what cannot be one
 */
export function extractOwn(own: string, given: Arguments, toolName: string): Extracted {
  const { [own]: value, ...args } = given;
  if (value === undefined || value === null) return { args, value: undefined };
  if (typeof value === 'string' && value.trim() !== '' && value.length <= MAX_LENGTH && !/\p{Cc}/u.test(value)) {
    return { args, value };
  }
  const advice =
    own === planName
      ? 'Pass the id of the plan as it was shown, or leave it out to be shown one.'
      : `Pass any text of 1 to ${MAX_LENGTH} printable characters, the same for every repetition of one call.`;
  throw new CallRefusal('invalid_arguments', `${toolName} was called with a value of ${own} that is none.`, { advice });
}
