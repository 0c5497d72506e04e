/** A secret that all who share a state share, and nobody else has. */
import { randomBytes } from 'node:crypto';
import type { Records } from './state.ts';

const BYTES = 32;

/**
 * The key of this name: the first one who needs it makes it; the store decides who was first.
 *
 * @returns undefined where it was there and is gone again
 * @throws StateError when the store cannot be used
 */
export async function fetchSharedKey(records: Records, name: string, keepMs: number): Promise<Buffer | undefined> {
  const found = await records.get(name);
  if (found !== undefined) return Buffer.from(found.value, 'base64');
  const made = randomBytes(BYTES);
  const isOurs = await records.put(name, made.toString('base64'), { expected: 'absent', keepMs });
  if (isOurs !== undefined) return made;
  const theirs = await records.get(name);
  return theirs && Buffer.from(theirs.value, 'base64');
}
