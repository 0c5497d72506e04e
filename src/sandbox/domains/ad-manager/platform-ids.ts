/** Ids as the advertising platforms give them. */
import type { World } from '../../world.ts';

/** This many decimal digits, the first of them not zero. Deterministic from the world. */
export function createDigits(world: World, count: number): string {
  const first = 1 + Math.floor(world.random() * 9);
  const rest = Array.from({ length: count - 1 }, () => Math.floor(world.random() * 10));
  return [first, ...rest].join('');
}

/** The part of a Google resource name behind its last slash; an id is its own. */
export const idOfResource = (resourceName: string): string => resourceName.slice(resourceName.lastIndexOf('/') + 1);
