/** Where on this machine a store is. */
import { resolve } from 'node:path';
import envPaths from 'env-paths';

/** The store's folder; for one that has none (memory, Redis), the user's own for this program. */
export function resolveStateFolder(setting: string | undefined): string {
  if (setting !== undefined && setting !== 'memory' && !isRedis(setting)) return resolve(setting);
  return envPaths('highlevel-mcp', { suffix: '' }).data;
}

export function isRedis(setting: string): boolean {
  return /^rediss?:\/\//.test(setting);
}
