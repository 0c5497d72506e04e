/** The mark around what outsiders wrote: random, so that nobody who wrote something can have known it. */
import { randomBytes } from 'node:crypto';

/** Fields between the two marks. */
export function bound(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const boundary = randomBytes(4).toString('hex');
  return { untrusted: boundary, ...fields, end: boundary };
}
