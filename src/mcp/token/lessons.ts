/**
 * What HighLevel's answers have taught about a token: for each operation that was called with it, whether it is open
 * to it. Tokens do not tell their scopes, nor whose they are; answers do, one operation at a time.
 */
import * as z from 'zod';

export interface Lesson {
  readonly isOpen: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** By the operation's name. */
export type Lessons = ReadonlyMap<string, Lesson>;

/** Operators mend scopes without telling anybody, so what nobody has confirmed for a day is no longer believed. */
export const BELIEVED_MS = 86_400_000;
/** One that is confirmed is written again after this long, so that what calls show all the time stays known. */
const RENEWED_AFTER_MS = BELIEVED_MS / 2;
/** More than an account calls in a day; the newest stay. */
export const MAX_LESSONS = 200;

const schema = z.record(z.string(), z.strictObject({ isOpen: z.boolean(), at: z.number() }));

/** Whether a lesson says something that is not known, or not for sure any more. */
export function isNews(lesson: Lesson, known: Lesson | undefined): boolean {
  if (known === undefined || known.isOpen !== lesson.isOpen) return true;
  return Math.abs(lesson.at - known.at) > RENEWED_AFTER_MS;
}

/** Those of `added` that are news and no older than what is there take its place. Neither bound is ever exceeded. */
export function mergeLessons(known: Lessons, added: Lessons, now: number): Lessons {
  const merged = new Map(known);
  for (const [operation, lesson] of added) {
    const before = known.get(operation);
    if (isNews(lesson, before) && (before === undefined || lesson.at >= before.at)) merged.set(operation, lesson);
  }
  const believed = [...merged].filter(([, { at }]) => Math.abs(now - at) < BELIEVED_MS);
  return new Map(believed.sort(([, a], [, b]) => b.at - a.at).slice(0, MAX_LESSONS));
}

export function serializeLessons(lessons: Lessons): string {
  return JSON.stringify(Object.fromEntries(lessons));
}

/** What cannot be read teaches nothing, and is written over by the next lesson. */
export function parseLessons(text: string | undefined): Lessons {
  try {
    return new Map(Object.entries(schema.parse(JSON.parse(text ?? '{}'))));
  } catch {
    return new Map();
  }
}
