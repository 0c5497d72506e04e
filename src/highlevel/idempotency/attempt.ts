/** One try at a write, from its claim to its recorded end. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../answer/answer.ts';
import { DuplicateError, HighLevelError, StateUnavailableError, UnderWayError } from '../errors/index.ts';
import type { FoundEntry } from './book.ts';
import { type Entry, keptFor } from './entry.ts';
import type { JournaledAnswer, JournalOptions, Write } from './journal.ts';
import { closeKnownIds, listKnownIds } from './known-ids.ts';
import { collectIds, packAnswer } from './outcome.ts';
import { packRefusal } from './refusal.ts';

/** How whoever sends a write keeps the journal informed. */
export interface SendProgress {
  /**
   * To be awaited before the first byte leaves: the intent is on disk then.
   *
   * @throws HighLevelError when it may not be sent
   */
  sending(): Promise<void>;
  /** What was sent was surely not processed (429, no connection). */
  notProcessed(): Promise<void>;
}

export type SendWrite = (progress: SendProgress) => Promise<Answer>;

/**
 * - `overtaken`: somebody else was faster; look again
 * - `lost`: sent, and its outcome not known
 */
export type Attempted =
  | ({ readonly kind: 'answered' } & JournaledAnswer)
  | { readonly kind: 'overtaken' }
  | { readonly kind: 'lost'; readonly error: HighLevelError };

export interface AttemptInput {
  readonly name: string;
  /** What stands in the journal under the name and no longer counts. */
  readonly found: FoundEntry | undefined;
  readonly write: Write;
  readonly send: SendWrite;
}

export interface Attempts {
  /** @throws HighLevelError when the write ended without effect */
  run(input: AttemptInput): Promise<Attempted>;
}

export function createAttempts(options: JournalOptions): Attempts {
  const { book, owner, seal, clock } = options;

  /** The entry of one attempt, moved from state to state as long as nobody has taken it over. */
  function createPage(name: string, claim: Entry, first: string, { keys, effect }: Write) {
    const isFindable = keys.byKey !== undefined && effect.repetition === 'single';
    let version: string | undefined = first;
    let sentAt: number | undefined;
    let isOvertaken = false;

    async function move(change: Partial<Entry>, flush: boolean): Promise<boolean> {
      const entry = { ...claim, ...change };
      const next = await book.write(name, entry, version, { keepMs: keptFor(entry, name, options), flush });
      if (next !== undefined) version = next;
      return next !== undefined;
    }

    /**
     * Whether the entry is still this attempt's, in a version that it did not know of: the store has lost its answer
     * to a write, or the entry (somebody removed the file).
     */
    async function catchUp(): Promise<boolean> {
      const found = await book.find(name);
      const isOwn = found === undefined || (found.entry.attempt === claim.attempt && found.entry.state !== 'done');
      if (isOwn) version = found?.version;
      return isOwn;
    }

    async function settle(change: Partial<Entry>, flush: boolean): Promise<boolean> {
      return (await move(change, flush)) || ((await catchUp()) && (await move(change, flush)));
    }

    return {
      isSent: () => sentAt !== undefined,
      isOvertaken: () => isOvertaken,
      async sending() {
        // The flush of what follows takes it to the disk as well.
        if (isFindable) await book.noteKeyed(keys.byContent, name, options.keptMs);
        isOvertaken = !(await settle({ state: 'sent' }, true));
        if (isOvertaken) throw new UnderWayError();
        sentAt = clock.now();
      },
      async notProcessed() {
        sentAt = undefined;
        await forgive(() => move({ state: 'claimed' }, false));
      },
      async end(change: Partial<Entry>, flush: boolean): Promise<void> {
        await settle(change, flush);
      },
      lose: () => ({ state: 'unknown', lostAfterMs: clock.now() - (sentAt ?? clock.now()) }) as const,
      async remove(): Promise<void> {
        if (version !== undefined && (await book.remove(name, version))) return;
        if ((await catchUp()) && version !== undefined) await book.remove(name, version);
      },
    };
  }

  async function succeed(page: ReturnType<typeof createPage>, answer: Answer, input: AttemptInput): Promise<Attempted> {
    const { name, write } = input;
    const packed = packAnswer(answer);
    try {
      await page.end({ state: 'done', outcome: seal.close(packed, name) }, true);
      if (write.keys.byKey !== undefined) await rememberContent(write, packed, answer);
      return { kind: 'answered', answer };
    } catch (error) {
      // It is done, whatever becomes of the record: the agent must hear so.
      if (error instanceof StateUnavailableError) return { kind: 'answered', answer, isUnrecorded: true };
      throw error;
    }
  }

  /** So that the same call without its key is known again, and its record not taken for another call's. */
  async function rememberContent({ keys, operation, effect }: Write, packed: string, answer: Answer): Promise<void> {
    if (effect.repetition !== 'single') return;
    const name = keys.byContent;
    const found = await book.find(name);
    if (found !== undefined && ['claimed', 'sent', 'unknown'].includes(found.entry.state)) return;
    const entry: Entry = {
      state: 'done',
      operation,
      args: keys.args,
      attempt: randomUUID(),
      owner: owner.id,
      outcome: seal.close(packed, name),
      ...closeKnownIds([...listKnownIds(name, found, seal), ...collectIds(answer.data)], name, seal),
    };
    await book.write(name, entry, found?.version, { keepMs: keptFor(entry, name, options), flush: false });
  }

  async function fail(
    page: ReturnType<typeof createPage>,
    cause: unknown,
    write: Write,
    name: string,
  ): Promise<Attempted> {
    const error = cause instanceof HighLevelError ? cause : undefined;
    if (page.isOvertaken()) return { kind: 'overtaken' };
    if (!page.isSent() || error?.sent === 'no') {
      await forgive(() => page.remove());
      throw cause;
    }
    if (error?.outcome === 'done') {
      await forgive(() => page.end({ state: 'done' }, true));
      throw error;
    }
    // A duplicate that is named leaves no doubt.
    const isDoubtful =
      !(error instanceof DuplicateError) &&
      (write.effect.findOut?.doubtfulStatuses?.includes(error?.status ?? 0) ?? false);
    if (error?.outcome === 'not-done' && !isDoubtful) {
      await forgive(() => page.end({ state: 'refused', outcome: seal.close(packRefusal(error), name) }, false));
      throw error;
    }
    await forgive(() => page.end(page.lose(), true));
    if (error === undefined) throw cause;
    return { kind: 'lost', error };
  }

  return {
    async run(input) {
      const { name, found, write, send } = input;
      const content = write.keys.byKey === undefined ? found : await book.find(write.keys.byContent);
      const knownIds = listKnownIds(write.keys.byContent, content, seal);
      const claim: Entry = {
        state: 'claimed',
        operation: write.operation,
        args: write.keys.args,
        attempt: randomUUID(),
        owner: owner.id,
        ...closeKnownIds(knownIds, name, seal),
      };
      try {
        await owner.hold(claim.attempt);
        const keepMs = keptFor(claim, name, options);
        const version = await book.write(name, claim, found?.version, { keepMs, flush: false });
        if (version === undefined) return { kind: 'overtaken' };
        const page = createPage(name, claim, version, write);
        let answer: Answer;
        try {
          answer = await send(page);
        } catch (cause) {
          return await fail(page, cause, write, name);
        }
        return await succeed(page, answer, input);
      } finally {
        owner.release(claim.attempt);
      }
    },
  };
}

/** What happened matters more than that it could not be recorded: an entry left as it was counts as unknown. */
async function forgive(record: () => Promise<unknown>): Promise<void> {
  try {
    await record();
  } catch (error) {
    if (!(error instanceof StateUnavailableError)) throw error;
  }
}
