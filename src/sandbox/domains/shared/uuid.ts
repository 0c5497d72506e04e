/** Ids of the few kinds of records that have neither 20 letters nor 24 hexadecimal digits. */
import type { World } from '../../world.ts';

/** A version 4 UUID, deterministic from the world. */
export function createWorldUuid(world: World): string {
  const hex = world.newObjectId() + world.newObjectId();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
