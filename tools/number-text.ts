/** A number that travels as text inside a JSON body, given by an agent as either. */
import { z } from 'zod';

export function numberText(): z.ZodType {
  return z.union([z.string().regex(/^\d+$/), z.int().nonnegative()]).transform(String);
}
