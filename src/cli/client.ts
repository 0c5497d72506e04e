/** The client and the state that every command with an account needs, made when the first call wants them. */
import type { Logger } from 'pino';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { HighLevelClient } from '../highlevel/client.ts';
import type { State } from '../state/state.ts';
import type { Destination } from './destination.ts';
import type { ServerOptions } from './options.ts';
import { version } from './version.ts';

interface ClientSettings extends Pick<Destination, 'baseUrl' | 'tokens'> {
  readonly openState: () => Promise<State>;
  readonly options: ServerOptions;
  readonly catalogue: Catalogue;
  readonly log: Logger;
}

/** Loads the client on the first call: a start needs no HTTP and no store. */
export async function createClient(settings: ClientSettings): Promise<HighLevelClient> {
  const { createHighLevelClient } = await import('../highlevel/client.ts');
  const { tokens, baseUrl, openState, options, catalogue, log } = settings;
  const state = await openState();
  return createHighLevelClient({
    tokens: await tokens?.(),
    baseUrl,
    uploadFolders: options.uploadFolder,
    userAgent: `highlevel-mcp/${version}`,
    // The audit log uses it after the last call has ended.
    state: { ...state, close: async () => {} },
    deadlineMs: options.deadlineSeconds * 1000,
    limits: { reserve: options.dailyReserve / 100 },
    idempotency: {
      keptMs: options.keyHours * 3_600_000,
      guardMs: options.guardSeconds * 1000,
      settleMs: options.settleSeconds * 1000,
    },
    loadOperation: (key) => catalogue.loadOperationByKey(key),
    onNotice: (notice) => log.warn(notice, 'rate limit'),
  });
}

export async function openStateAt(place: string | undefined, log: Logger): Promise<State> {
  const { openState } = await import('../state/open.ts');
  return await openState(place, { onWarning: (message) => log.warn(message) });
}
