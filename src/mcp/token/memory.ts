/** What calls teach about the tokens of one client, kept with each token and asked for before the next call. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import type { TokenNeed } from '../../highlevel/auth/token-source.ts';
import type { CallResult, HighLevelClient, TokenDescription } from '../../highlevel/client.ts';
import { TokenError, type TokenReason } from '../../highlevel/errors/index.ts';
import type { ReadyCall } from '../pipeline/call.ts';
import type { Lessons } from './lessons.ts';
import { createNotebook, type Notebook } from './notebook.ts';

/** A token, and what is known of it. */
export interface KnownToken {
  readonly token: TokenDescription;
  readonly lessons: Lessons;
}

export interface TokenMemory {
  /** In the background: whoever has made the call waits for nothing. */
  learn(need: Partial<TokenNeed>, operation: string, isOpen: boolean): void;
  /** Undefined where no token fits, or where that takes longer than anybody should wait. Sends nothing, never throws. */
  recall(need: Partial<TokenNeed>): Promise<KnownToken | undefined>;
}

/** A store that is in order answers within milliseconds. */
const PATIENCE_MS = 1_000;
/** A company's app has a token for each of its locations. Those used last stay in memory. */
const MAX_NOTEBOOKS = 100;

/** One for each client: it acts with the tokens of one configuration. */
const memories = new WeakMap<HighLevelClient, TokenMemory>();

export function getTokenMemory(client: HighLevelClient): TokenMemory {
  const memory = memories.get(client) ?? createTokenMemory(client);
  memories.set(client, memory);
  return memory;
}

type MemoryClient = Pick<HighLevelClient, 'describeToken'> & {
  readonly state: Pick<HighLevelClient['state'], 'records'>;
};

/** @param patienceMs How long whoever recalls waits for a store that does not answer. */
export function createTokenMemory(client: MemoryClient, patienceMs = PATIENCE_MS): TokenMemory {
  /** Least recently used first. */
  const notebooks = new Map<string, Notebook>();
  const learning = new Set<Promise<void>>();

  function open(token: TokenDescription): Notebook {
    const name = nameRecord(token);
    const notebook = notebooks.get(name) ?? createNotebook({ records: client.state.records, name });
    notebooks.delete(name);
    notebooks.set(name, notebook);
    const [oldest] = notebooks.keys();
    if (notebooks.size > MAX_NOTEBOOKS && oldest !== undefined) notebooks.delete(oldest);
    return notebook;
  }

  async function note(need: Partial<TokenNeed>, operation: string, isOpen: boolean): Promise<void> {
    try {
      open(await client.describeToken(need)).note(operation, isOpen);
    } catch {
      // The call has had its outcome; that nobody can say with which token is no part of it.
    }
  }

  async function read(need: Partial<TokenNeed>): Promise<KnownToken | undefined> {
    try {
      await Promise.all(learning);
      const token = await client.describeToken(need);
      return { token, lessons: await open(token).read() };
    } catch {
      // No token fits, or the vault cannot be used: the call itself says so.
      return undefined;
    }
  }

  return {
    learn(need, operation, isOpen) {
      const noted = note(need, operation, isOpen);
      learning.add(noted);
      void noted.then(() => learning.delete(noted));
    },
    async recall(need) {
      const late = Promise.withResolvers<undefined>();
      const timer = setTimeout(late.resolve, patienceMs, undefined);
      try {
        return await Promise.race([read(need), late.promise]);
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

/** Refusals that are about the operation and not about this location, this moment or this record. */
const refusals: ReadonlySet<TokenReason> = new Set([
  'missing-scope',
  'wrong-token-level',
  'agency-token-on-location-route',
]);

/** Makes a call and keeps what its outcome says about the token. Gives and throws what the call does. */
export async function withTokenMemory(
  { row, context, client }: Pick<ReadyCall, 'row' | 'context' | 'client'>,
  send: () => Promise<CallResult>,
): Promise<CallResult> {
  const learn = (isOpen: boolean): void => {
    const { locationId, companyId } = context;
    getTokenMemory(client).learn({ locationId, companyId, level: getNeededLevel(row) }, row.name, isOpen);
  };
  try {
    const result = await send();
    if (result.replay === undefined || result.replay.isOwn) learn(true);
    return result;
  } catch (error) {
    // What was turned down before it left is about the way to a token, or repeats an earlier answer.
    if (error instanceof TokenError && error.sent === 'yes' && refusals.has(error.reason)) learn(false);
    throw error;
  }
}

/** The level of the token that a call of the operation is made with. */
export function getNeededLevel({ level }: OperationRow): TokenNeed['level'] {
  return level === 'either' ? 'any' : level;
}

/**
 * A token by its id, which is no secret. An account keeps its id when somebody logs in again and consents to other
 * scopes, and what the old ones were refused says nothing then.
 */
function nameRecord({ id, consent = '' }: TokenDescription): string {
  return `token:${id}:${consent}`;
}
