/** What a search runs on. Loaded with the index at the first one: a server that is never asked pays nothing. */
import { readQuery } from './query.ts';
import { createRanking, type Ranked } from './rank.ts';
import type { SearchIndex } from './search-index.ts';
import { createSpelling } from './spelling.ts';
import { toTerm } from './term.ts';
import { listHeads, listSynonyms } from './terms.ts';

export type Engine = (text: string) => Ranked[];

export function createEngine(index: SearchIndex, getPrior: (tool: string) => number): Engine {
  const { rank, has } = createRanking(index, getPrior);
  const isKnown = (word: string): boolean => has(toTerm(word)) || listHeads(toTerm(word)).length > 0;
  const spelling = createSpelling(isKnown, () => [...new Set([...index.vocabulary.split(' '), ...listSynonyms()])]);
  return (text) => rank(readQuery(text, spelling));
}
