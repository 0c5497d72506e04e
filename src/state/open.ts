/** Which store an operator's setting means. */
import { resolve } from 'node:path';
import { StateError } from './error.ts';
import { isRedis, resolveStateFolder } from './folder.ts';
import { createSqliteState } from './sqlite/state.ts';
import type { State } from './state.ts';

/** The file inside the folder. */
const FILE_NAME = 'state.sqlite';

export interface OpenStateOptions {
  /** Told what an operator should know about the store, once per connection. */
  readonly onWarning?: ((message: string) => void) | undefined;
}

/**
 * A folder (default: the user's own for this program), `memory`, or `redis://…` (`rediss://…` for TLS). Nothing is
 * opened yet: a store that cannot be used says so when it is needed.
 *
 * @param options Heeded by stores that can tell: Redis may lose what it has confirmed.
 * @throws StateError for a setting that names no store.
 */
export async function openState(setting?: string, options: OpenStateOptions = {}): Promise<State> {
  if (setting === 'memory') return createSqliteState();
  if (setting !== undefined && isRedis(setting)) {
    const { createRedisState } = await import('./redis/state.ts');
    return createRedisState(setting, options);
  }
  if (setting !== undefined && /^[a-z][a-z0-9+.-]+:\/\//i.test(setting)) {
    throw new StateError(
      'unreachable',
      'HIGHLEVEL_STATE names a kind of store that this server does not know.',
      'The operator sets it to a folder, to "memory", or to a redis:// address.',
    );
  }
  return createSqliteState({ path: resolve(resolveStateFolder(setting), FILE_NAME) });
}
