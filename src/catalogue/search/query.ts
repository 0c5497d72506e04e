/** Reads a request: its words with their alternatives, what is misspelt or said in another language made good. */
import { type Deed, getScopeOfRequest, listDeedsOfRequest, type Scope } from './deeds.ts';
import type { Alternatives } from './postings.ts';
import type { Spelling } from './spelling.ts';
import { toTerm } from './term.ts';
import { isStopWord, listHeads, readWords } from './terms.ts';
import { isForeignWord, translate } from './translate.ts';
import type { Word } from './words.ts';

export interface Query {
  readonly words: readonly Alternatives[];
  readonly deeds: ReadonlySet<Deed>;
  readonly scope: Scope | undefined;
}

/** A head stands for a whole group, so it says less than the word itself. */
const HEAD_WEIGHT = 0.6;

export function readQuery(text: string, spelling: Spelling): Query {
  const words = readWords(text);
  const isForeign = isInAnotherLanguage(words, spelling);
  const meant = words.flatMap((word) => resolveWord(word, isForeign, spelling));
  const terms = meant.flatMap((choices) => choices.map(({ word }) => toTerm(word)));
  return {
    words: meant.map(listAlternatives).filter((alternatives) => alternatives.size > 0),
    deeds: listDeedsOfRequest(terms),
    scope: getScopeOfRequest(terms, words.some(isPlural)),
  };
}

function isPlural({ text }: Word): boolean {
  return text.length > 4 && /[^s]s$/.test(text) && !isStopWord(text);
}

interface Choice {
  readonly word: string;
  readonly weight: number;
}

function listAlternatives(choices: readonly Choice[]): Alternatives {
  const found = new Map<string, number>();
  const add = (term: string, weight: number): void => void found.set(term, Math.max(weight, found.get(term) ?? 0));
  for (const { word, weight } of choices.filter((choice) => !isStopWord(choice.word))) {
    const term = toTerm(word);
    add(term, weight);
    for (const head of listHeads(term)) add(head, weight * HEAD_WEIGHT);
  }
  return found;
}

/** For each word that is meant, the words it may be: most often one, for a compound one for each part. */
function resolveWord({ text, isName }: Word, isForeign: boolean, spelling: Spelling): readonly (readonly Choice[])[] {
  const isEnglish = isStopWord(text) || spelling.knows(text);
  const asWritten = [[{ word: text, weight: 1 }]];
  if (isEnglish && !isForeign) return asWritten;
  const parts = translate(text);
  if (parts.length > 0) return parts.map((words) => words.map((word) => ({ word, weight: 1 })));
  if (isForeign && isForeignWord(text)) return [];
  if (isEnglish) return asWritten;
  return isName ? [] : [spelling.correct(text)];
}

/** Most of its words are, and at least one is not English as well. */
function isInAnotherLanguage(words: readonly Word[], spelling: Spelling): boolean {
  const foreign = words.filter(({ text }) => isForeignWord(text));
  const isClear = foreign.some(({ text }) => !isStopWord(text) && !spelling.knows(text));
  return isClear && foreign.length >= words.length / 2;
}
