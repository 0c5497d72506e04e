/**
 * The journal: a write is remembered before it is sent, and with its outcome before anybody is told. A repetition is
 * answered from memory, waits, or looks for what the first one did; it is sent only when the first surely did nothing.
 */
import type { Answer } from '../answer/answer.ts';
import type { Effect } from '../effect.ts';
import { CancelledError, HighLevelError, KeyReusedError, RefusedError, UnderWayError } from '../errors/index.ts';
import type { Clock } from '../rate-limit/clock.ts';
import type { Arguments } from '../request/build.ts';
import { createAttempts, type SendWrite } from './attempt.ts';
import type { Book, FoundEntry } from './book.ts';
import type { Read } from './find-out.ts';
import { createInvestigation } from './investigate.ts';
import type { EntryKeys } from './key.ts';
import { unpackAnswer } from './outcome.ts';
import type { Owner } from './owner.ts';
import { pause } from './pause.ts';
import { unpackRefusal } from './refusal.ts';
import type { Seal } from './seal.ts';

export interface JournalOptions {
  readonly book: Book;
  readonly owner: Owner;
  readonly seal: Seal;
  readonly clock: Clock;
  /** How long an idempotency key stands for its call. */
  readonly keptMs: number;
  /** How long an identical call without a key counts as a repetition. */
  readonly guardMs: number;
  /** After this long, what HighLevel's lists do not show did not take place. */
  readonly settleMs: number;
}

/** One call that writes. */
export interface Write {
  readonly keys: EntryKeys;
  /** Method and path, as documented. */
  readonly operation: string;
  readonly args: Arguments;
  readonly effect: Effect;
  /** Milliseconds left of the call's time. */
  readonly getTimeLeft: () => number;
  /** Ends waiting; what was sent is brought to its end all the same. */
  readonly signal: AbortSignal | undefined;
  readonly read: Read;
}

/** How an answer came otherwise than as the answer to this call. */
export interface Replay {
  /** This call was sent and its own answer lost, so the record was looked for. Otherwise nothing was sent. */
  readonly isOwn: boolean;
  /** The idempotency key was met again, or the same content. */
  readonly by: 'key' | 'content';
  /** It was found by looking: the first call's own answer was lost. */
  readonly isFound: boolean;
  /** Since the first call ended. */
  readonly ageMs: number;
}

export interface JournaledAnswer {
  readonly answer: Answer;
  readonly replay?: Replay;
  /** The outcome could not be recorded, so a repetition would not be recognised. */
  readonly isUnrecorded?: true;
}

export interface Journal {
  /**
   * Brings a write to its one outcome.
   *
   * @param send Sends it, and tells before it does.
   * @throws StateUnavailableError, KeyReusedError, UnderWayError, OutcomeUnknownError
   * @throws HighLevelError as `send` did
   */
  run(write: Write, send: SendWrite): Promise<JournaledAnswer>;
}

/**
 * - `free`: nothing was done under this name, or nothing that still counts
 * - `refused`: the attempt that was waited for was refused
 * - `lost`: sent, and its outcome not known
 */
type Stage = 'free' | 'done' | 'refused' | 'under-way' | 'lost';

/** How soon and how seldom somebody who waits looks whether the other one is ready. */
const FIRST_POLL_MS = 20;
const LONGEST_POLL_MS = 250;
/** After this many lost attempts a call leaves the next one to a repetition. */
const MAX_LOSSES = 2;

export function createJournal(options: JournalOptions): Journal {
  const { book, owner, seal, clock, keptMs, guardMs } = options;
  const attempts = createAttempts(options);
  const investigation = createInvestigation(options);

  async function judge(found: FoundEntry | undefined, write: Write, own: OwnAttempts): Promise<Stage> {
    if (found === undefined || found.ageMs > keptMs) return 'free';
    const { entry, ageMs } = found;
    const ifLost = write.effect.repetition === 'single' ? 'lost' : 'free';
    switch (entry.state) {
      case 'done':
        return write.keys.byKey === undefined && ageMs >= guardMs ? 'free' : 'done';
      case 'refused':
        return entry.attempt === own.awaited ? 'refused' : 'free';
      case 'claimed':
        return (await owner.isWorking(entry.owner, entry.attempt)) ? 'under-way' : 'free';
      case 'sent':
        return (await owner.isWorking(entry.owner, entry.attempt)) ? 'under-way' : ifLost;
      case 'unknown':
        return ifLost;
    }
  }

  /**
   * The same call under a key, as long as it counts as a repetition: under way, its outcome not known, or done a moment
   * ago. Whoever repeats it without the key means the same call.
   */
  async function findKeyed(write: Write, own: OwnAttempts): Promise<string | undefined> {
    if (write.effect.repetition !== 'single') return undefined;
    const name = await book.findKeyed(write.keys.byContent);
    const found = name === undefined ? undefined : await book.find(name);
    const isSame = found?.entry.args === write.keys.args && found.entry.operation === write.operation;
    if (!isSame) return undefined;
    const stage = await judge(found, write, own);
    return stage === 'free' ? undefined : name;
  }

  function replay(name: string, { entry, ageMs }: FoundEntry, write: Write, isOwn: boolean): JournaledAnswer {
    const by = write.keys.byKey === undefined ? 'content' : 'key';
    const kept = entry.outcome === undefined ? undefined : seal.open(entry.outcome, name);
    const answer = unpackAnswer(kept) ?? { status: 200, kind: 'json', data: { kept: 'nothing of the answer' } };
    return { answer, replay: { by, isOwn, isFound: entry.isFound === true, ageMs } };
  }

  async function takeStep(
    name: string,
    write: Write,
    send: SendWrite,
    own: OwnAttempts,
  ): Promise<JournaledAnswer | undefined> {
    const found = await book.find(name);
    const stage = await judge(found, write, own);
    if (found === undefined || stage === 'free') return begin(name, found, write, send, own);
    assertSameCall(found, write);
    switch (stage) {
      case 'done':
        return replay(name, found, write, own.lost !== undefined);
      case 'refused':
        throw unpackRefusal(found.entry.outcome && seal.open(found.entry.outcome, name)) ?? createUnknownRefusal();
      case 'under-way':
        own.awaited = found.entry.attempt;
        own.polls += 1;
        if (write.getTimeLeft() <= 0) throw new UnderWayError();
        await pause(clock, Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * 1.5 ** own.polls), write.signal);
        return undefined;
      case 'lost': {
        const { lost, looks: round } = own;
        const ended = await investigation.run({ name, found, write, lost, round, maySend: own.losses < MAX_LOSSES });
        own.looks += 1;
        if (ended.kind === 'not-done') return begin(name, found, write, send, own);
        if (ended.kind === 'wait') await pause(clock, ended.waitMs, write.signal);
        return undefined;
      }
    }
  }

  /** @returns undefined when the step did not end the call. */
  async function begin(name: string, found: FoundEntry | undefined, write: Write, send: SendWrite, own: OwnAttempts) {
    const ended = await attempts.run({ name, found, write, send });
    if (ended.kind === 'answered') {
      const { kind: _, ...answered } = ended;
      return answered;
    }
    if (ended.kind !== 'lost') return undefined;
    // What may be repeated has been, as often as is sensible: there is nothing to find out.
    if (write.effect.repetition !== 'single') throw ended.error;
    Object.assign(own, { lost: ended.error, losses: own.losses + 1, looks: 0 });
    return undefined;
  }

  return {
    async run(write, send) {
      const own: OwnAttempts = { awaited: undefined, lost: undefined, losses: 0, polls: 0, looks: 0 };
      const name = write.keys.byKey ?? (await findKeyed(write, own)) ?? write.keys.byContent;
      for (;;) {
        try {
          if (write.signal?.aborted) throw new CancelledError('no');
          const answer = await takeStep(name, write, send, own);
          if (answer !== undefined) return answer;
        } catch (error) {
          // Of a call that was sent, no later trouble may say that it was not.
          if (own.lost !== undefined && error instanceof HighLevelError && error.sent === 'no') throw own.lost;
          throw error;
        }
      }
    },
  };
}

/** What one call remembers from step to step. */
interface OwnAttempts {
  /** The attempt of somebody else that it waited for. */
  awaited: string | undefined;
  /** How its own attempt ended, where the outcome was lost. */
  lost: HighLevelError | undefined;
  /** How many of its own attempts have ended so. */
  losses: number;
  /** How often it has found somebody else under way. */
  polls: number;
  /** How often it has looked for what was lost. */
  looks: number;
}

/** One that was sealed with a key that this process does not have. */
function createUnknownRefusal(): RefusedError {
  const advice = 'Repeat the call to hear why.';
  return new RefusedError('HighLevel refused the same call just now.', { sent: 'no', outcome: 'not-done', advice });
}

function assertSameCall({ entry }: FoundEntry, { keys, operation }: Write): void {
  if (entry.args !== keys.args || entry.operation !== operation) throw new KeyReusedError(entry.operation);
}
