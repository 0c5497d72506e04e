/** What is remembered of a token: the newest, for a day, and never more than a little. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BELIEVED_MS,
  type Lesson,
  MAX_LESSONS,
  mergeLessons,
  parseLessons,
  serializeLessons,
} from '../../../src/mcp/token/lessons.ts';

const NOW = 1_800_000_000_000;
const HOUR_MS = 3_600_000;
const none = new Map<string, Lesson>();
const lesson = (isOpen: boolean, hoursAgo = 0): Lesson => ({ isOpen, at: NOW - hoursAgo * HOUR_MS });
const merge = (known: Lesson, added: Lesson) =>
  mergeLessons(new Map([['a', known]]), new Map([['a', added]]), NOW).get('a');

describe('lessons', () => {
  it('give way to what is newer and says something else', () => {
    expect(merge(lesson(false, 1), lesson(true))).toEqual(lesson(true));
    expect(merge(lesson(true, 1), lesson(false))).toEqual(lesson(false));
    expect(merge(lesson(true, 1), lesson(false, 2))).toEqual(lesson(true, 1));
  });

  it('are not written again by what confirms them, until half a day has gone by', () => {
    expect(merge(lesson(false, 11), lesson(false))).toEqual(lesson(false, 11));
    expect(merge(lesson(false, 13), lesson(false))).toEqual(lesson(false));
  });

  it('are believed for a day, by whatever clock they were dated', () => {
    const known = new Map([
      ['fresh', lesson(false, 23)],
      ['old', lesson(false, 24)],
      ['of a clock that runs ahead', lesson(false, -24)],
    ]);
    expect([...mergeLessons(known, none, NOW).keys()]).toEqual(['fresh']);
  });

  it('are bounded, and the newest stay, whatever is merged', () => {
    const lessons = fc
      .array(fc.record({ isOpen: fc.boolean(), ago: fc.nat(BELIEVED_MS * 2) }), { maxLength: 2 * MAX_LESSONS })
      .map((all) => new Map(all.map(({ isOpen, ago }, index) => [`op${index}`, { isOpen, at: NOW - ago }])));
    fc.assert(
      fc.property(lessons, lessons, (known, added) => {
        const merged = mergeLessons(known, added, NOW);
        expect(merged.size).toBeLessThanOrEqual(MAX_LESSONS);
        const times = [...merged.values()].map(({ at }) => at);
        expect(times.every((at) => NOW - at < BELIEVED_MS)).toBe(true);
        const left = [...known].filter(([name, { at }]) => !merged.has(name) && NOW - at < BELIEVED_MS);
        const oldest = Math.min(...times);
        expect(left.every(([, { at }]) => at <= oldest)).toBe(true);
        expect(parseLessons(serializeLessons(merged))).toEqual(merged);
      }),
      { numRuns: 50 },
    );
  });

  it.each([undefined, '', '{', '[]', '{"a":{"isOpen":"yes","at":1}}', '{"a":1}', 'null'])(
    'that cannot be read teach nothing: %s',
    (text) => {
      expect(parseLessons(text).size).toBe(0);
    },
  );
});
