/** From text to the terms that both sides of a search are made of. */

import { phrases } from './phrases.ts';
import { stopWords } from './stop-words.ts';
import { synonyms } from './synonyms.ts';
import { toTerm } from './term.ts';
import { splitWords, type Word } from './words.ts';

/** The longest expression of `phrases.ts`, in words. */
const MAX_PHRASE = Math.max(...Object.keys(phrases).map((phrase) => phrase.split(' ').length));

const headsByTerm = new Map<string, readonly string[]>();
for (const [head, members] of Object.entries(synonyms)) {
  const top = toTerm(head);
  for (const term of members.split(' ').map((word) => toTerm(word))) {
    const known = headsByTerm.get(term) ?? [];
    if (term !== top && !known.includes(top)) headsByTerm.set(term, [...known, top]);
  }
}

/** Words of a text, expressions replaced by what they mean. Stop words are still in it. */
export function readWords(text: string): Word[] {
  const words = splitWords(text);
  const read: Word[] = [];
  for (let place = 0; place < words.length; ) {
    const phrase = findPhrase(words, place);
    const next = phrase?.means.map((meant) => ({ text: meant, isName: false })) ?? words.slice(place, place + 1);
    read.push(...next);
    place += phrase?.length ?? 1;
  }
  return read;
}

function findPhrase(words: readonly Word[], place: number): { means: string[]; length: number } | undefined {
  for (let length = Math.min(MAX_PHRASE, words.length - place); length > 1; length -= 1) {
    const found = words.slice(place, place + length).map(({ text }) => text);
    const meaning = phrases[found.join(' ')];
    if (meaning !== undefined) return { means: meaning.split(' ').filter((word) => word !== ''), length };
  }
  return undefined;
}

/** Words of all groups, as they are written. */
export function listSynonyms(): string[] {
  return Object.entries(synonyms).flatMap(([head, members]) => [head, ...members.split(' ')]);
}

export const isStopWord = (word: string): boolean => word.length < 2 || stopWords.has(word);

/** The heads of the groups of synonyms a term stands in, without the term itself. */
export function listHeads(term: string): readonly string[] {
  return headsByTerm.get(term) ?? [];
}

/** The stems of what a text says. */
export function listTerms(text: string): string[] {
  const words = readWords(text).filter((word) => !isStopWord(word.text));
  return words.map((word) => toTerm(word.text));
}
