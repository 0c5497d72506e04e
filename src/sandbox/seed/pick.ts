/** Small draws that the seed is made of. */
import type { World } from '../world.ts';

/** One of the items. Throws on an empty list. */
export function pickFrom<T>(world: World, items: readonly T[]): T {
  const index = Math.floor(world.random() * items.length);
  if (items.length === 0) throw new Error('nothing to pick from');
  return items[index] as T;
}

/** An integer from `min` to `max`, both included. */
export function pickBetween(world: World, min: number, max: number): number {
  return min + Math.floor(world.random() * (max - min + 1));
}

/** Hands out unique numbers from 555-0100 to 555-0199, the range of an area code that is kept for fiction. */
export function createNumberBook(): { next(areaCode: string): string } {
  const used = new Map<string, number>();
  return {
    next(areaCode) {
      const count = used.get(areaCode) ?? 0;
      if (count > 99) throw new Error(`area code ${areaCode} has no fictional numbers left`);
      used.set(areaCode, count + 1);
      return `+1${areaCode}5550${100 + count}`;
    },
  };
}
