/** Reads a request: its terms with their weights, words it misspells or says in another language made good. */
import { stem } from 'porter2';
import { type Deed, listDeedsOfRequest } from './deeds.ts';
import type { WeightedTerm } from './rank.ts';
import type { Spelling } from './spelling.ts';
import { isStopWord, listHeads, readWords } from './terms.ts';
import { isForeignWord, translate } from './translate.ts';
import type { Word } from './words.ts';

export interface Query {
  readonly terms: readonly WeightedTerm[];
  readonly deeds: ReadonlySet<Deed>;
}

/** A head stands for a whole group, so it says less than the word itself. */
const HEAD_WEIGHT = 0.6;

export function readQuery(text: string, spelling: Spelling): Query {
  const words = readWords(text);
  const isForeign = isInAnotherLanguage(words, spelling);
  const meant = words.flatMap((word) => resolveWord(word, isForeign, spelling));
  const terms = meant
    .filter(({ word }) => !isStopWord(word))
    .flatMap(({ word, weight }) => {
      const term = stem(word);
      const heads = listHeads(term).map((head) => ({ term: head, weight: weight * HEAD_WEIGHT }));
      return [{ term, weight }, ...heads];
    });
  return { terms, deeds: listDeedsOfRequest(meant.map(({ word }) => stem(word))) };
}

interface Meant {
  readonly word: string;
  readonly weight: number;
}

function resolveWord({ text, isName }: Word, isForeign: boolean, spelling: Spelling): readonly Meant[] {
  const isEnglish = isStopWord(text) || spelling.knows(text);
  if (isEnglish && !isForeign) return [{ word: text, weight: 1 }];
  const translated = translate(text);
  if (translated.length > 0) return translated.map((word) => ({ word, weight: 1 }));
  if (isForeign && isForeignWord(text)) return [];
  if (isEnglish) return [{ word: text, weight: 1 }];
  return isName ? [] : spelling.correct(text);
}

/** Most of its words are, and at least one is not English as well. */
function isInAnotherLanguage(words: readonly Word[], spelling: Spelling): boolean {
  const foreign = words.filter(({ text }) => isForeignWord(text));
  const isClear = foreign.some(({ text }) => !isStopWord(text) && !spelling.knows(text));
  return isClear && foreign.length >= words.length / 2;
}
