/** Finds the word that a misspelt one means. */
import { distance } from 'fastest-levenshtein';

export interface Spelling {
  /** In this form or another. */
  knows(word: string): boolean;
  /** The nearest words, none where nothing is near. The further off, the less they weigh. */
  correct(word: string): readonly { readonly word: string; readonly weight: number }[];
}

const MIN_LENGTH = 4;
const MAX_WORDS = 3;

/** @param listWords Words as they are written; asked for at the first word that is not known. */
export function createSpelling(knows: (word: string) => boolean, listWords: () => readonly string[]): Spelling {
  let candidates: readonly string[] | undefined;
  return {
    knows,
    correct(word) {
      if (word.length < MIN_LENGTH) return [];
      const limit = word.length < 6 ? 1 : 2;
      candidates ??= listWords().filter((candidate) => candidate.length >= MIN_LENGTH);
      const near = candidates
        .map((candidate) => ({ word: candidate, gap: getGap(word, candidate, limit) }))
        .filter(({ gap }) => gap <= limit)
        // The first letter is the one that is seldom wrong.
        .map((found) => ({ ...found, gap: found.gap + (found.word[0] === word[0] ? 0 : 0.5) }));
      const least = Math.min(...near.map(({ gap }) => gap));
      return near
        .filter(({ gap }) => gap === least)
        .slice(0, MAX_WORDS)
        .map(({ word: meant, gap }) => ({ word: meant, weight: 1 - gap / 5 }));
    },
  };
}

/**
 * Letters put in, left out, wrong, or swapped with their neighbour. The last is what fingers do most, and other
 * distances count it twice. Beyond the limit any number above it.
 */
function getGap(a: string, b: string, limit: number): number {
  // Quick, and rules out almost all: a swap is two changes to it.
  if (Math.abs(a.length - b.length) > limit || distance(a, b) > limit * 2) return limit + 1;
  let [twoBefore, before]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, place) => place)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const changed = at(before, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? at(twoBefore, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(before, j) + 1, at(row, j - 1) + 1, changed, swapped));
    }
    if (Math.min(...row) > limit) return limit + 1;
    [twoBefore, before] = [before, row];
  }
  return at(before, b.length);
}

function at(row: readonly number[], place: number): number {
  return row[place] ?? Number.POSITIVE_INFINITY;
}
