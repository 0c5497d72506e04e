/**
 * The lessons of one token, in the state store, so that they outlive the process and reach all that share the state.
 * Nobody waits for the store longer than a moment, and its failures are nobody's: what was learnt here is known here.
 */
import type { Records } from '../../state/state.ts';
import {
  BELIEVED_MS,
  isNews,
  type Lesson,
  type Lessons,
  mergeLessons,
  parseLessons,
  serializeLessons,
} from './lessons.ts';

export interface Notebook {
  /** Writes down what a call has shown; in the background, and only what was not known. */
  note(operation: string, isOpen: boolean): void;
  /** What the store has by now, with what was learnt here. Ends when that is known; never throws. */
  read(): Promise<Lessons>;
}

export interface NotebookOptions {
  readonly records: Pick<Records, 'get' | 'put'>;
  /** Of the record. */
  readonly name: string;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly now?: (() => number) | undefined;
}

/** What another process has learnt since may be the opposite of what is known here: calls look after this long. */
const LOOK_AGAIN_MS = 30_000;
/** As many processes may write at the same time. What was not written goes with the next attempt. */
const MAX_TRIES = 10;

export function createNotebook({ records, name, now = Date.now }: NotebookOptions): Notebook {
  let known: Lessons = new Map();
  const unsaved = new Map<string, Lesson>();
  let lookedAt = Number.NEGATIVE_INFINITY;
  /** Not begun yet, so it will see all that is noted until it does. */
  let next: Promise<void> | undefined;
  let last: Promise<void> = Promise.resolve();

  async function exchange(): Promise<void> {
    lookedAt = now();
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const found = await records.get(name);
      const stored = parseLessons(found?.value);
      const added = new Map(unsaved);
      const lessons = mergeLessons(stored, added, now());
      const isNew = [...added].some(([operation, lesson]) => lessons.get(operation) === lesson);
      const expected = found?.version ?? 'absent';
      const options = { expected, keepMs: BELIEVED_MS, flush: false };
      if (isNew && (await records.put(name, serializeLessons(lessons), options)) === undefined) continue;
      for (const [operation, lesson] of added) {
        if (unsaved.get(operation) === lesson) unsaved.delete(operation);
      }
      known = mergeLessons(lessons, unsaved, now());
      return;
    }
  }

  function schedule(): Promise<void> {
    next ??= last.then(async () => {
      next = undefined;
      try {
        await exchange();
      } catch {
        // The store is told of by those who cannot do without it.
      }
    });
    last = next;
    return next;
  }

  return {
    note(operation, isOpen) {
      const lesson = { isOpen, at: now() };
      const isKnown = !isNews(lesson, known.get(operation));
      if (isKnown && lesson.at - lookedAt < LOOK_AGAIN_MS) return;
      unsaved.set(operation, lesson);
      known = mergeLessons(known, unsaved, now());
      void schedule();
    },
    async read() {
      await schedule();
      return mergeLessons(known, new Map(), now());
    },
  };
}
