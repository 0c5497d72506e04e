/**
 * What calls have taught about a token. Private integration tokens tell neither their scopes nor whether they are a
 * location's or an agency's; HighLevel's answers do, one operation at a time.
 */
import { resolveNeededLevel } from '../../highlevel/auth/token-source.ts';
import type { CallResult, HighLevelClient } from '../../highlevel/client.ts';
import { TokenError } from '../../highlevel/errors/index.ts';
import type { ReadyCall } from '../pipeline/call.ts';

export interface TokenMemory {
  /** Scopes as documented for operations that went through, or were refused for want of them; by the last answer. */
  readonly scopes: Map<string, 'granted' | 'refused'>;
  /** Known from an operation that only one kind of token may call. */
  level: 'location' | 'agency' | undefined;
}

/** One for each client: it acts with the tokens of one configuration. */
const memories = new WeakMap<HighLevelClient, TokenMemory>();

export function getTokenMemory(client: HighLevelClient): TokenMemory {
  const memory = memories.get(client) ?? { scopes: new Map(), level: undefined };
  memories.set(client, memory);
  return memory;
}

/** Makes a call and keeps what its outcome says about the token. Gives and throws what the call does. */
export async function withTokenMemory(
  { row, entry, client }: Pick<ReadyCall, 'row' | 'entry' | 'client'>,
  send: () => Promise<CallResult>,
): Promise<CallResult> {
  const memory = getTokenMemory(client);
  // Several scopes stand together, as nobody says whether one of them is enough.
  const scope = row.scopes.join(' + ');
  try {
    const result = await send();
    const wasSent = result.replay === undefined || result.replay.isOwn;
    if (wasSent && scope !== '') memory.scopes.set(scope, 'granted');
    const level = resolveNeededLevel(entry.operation);
    if (wasSent && level !== 'any') memory.level = level;
    return result;
  } catch (error) {
    const isScopeRefused = error instanceof TokenError && error.reason === 'missing-scope';
    if (isScopeRefused && scope !== '') memory.scopes.set(scope, 'refused');
    throw error;
  }
}
