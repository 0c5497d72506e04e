/** Files go when their time is over; the store is told before, so that they are not missed. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles } from './files.ts';
import type { Heads } from './heads.ts';

export interface Retention {
  readonly folder: string;
  readonly heads: Heads;
  readonly keptDays: number;
  readonly nowMs: number;
}

const DAY_MS = 86_400_000;

/**
 * Removes files whose last line is older than `keptDays`: by their name, to which a day is added because they grow
 * for a day, and by the store's clock as well, which a wrong clock of this machine does not move.
 */
export async function removeOldFiles({ folder, heads, keptDays, nowMs }: Retention): Promise<void> {
  const { files } = await listFiles(folder);
  for (const { name, chain, begun } of files) {
    if (nowMs - Date.parse(begun) <= (keptDays + 1) * DAY_MS) return;
    const found = await heads.find(chain);
    if (found === undefined || (!found.head.removed && found.ageMs <= keptDays * DAY_MS)) continue;
    await heads.write(chain, { ...found.head, removed: true }, found.version);
    await rm(join(folder, name), { force: true });
  }
}
