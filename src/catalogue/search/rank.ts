/**
 * Ranks entries for a request. Two indexes put together late: one of the requests people make, each by itself, so
 * that one that says the same wins however many others its operation has; and one of operations as a whole, where
 * words are found that no single request has together.
 */
import MiniSearch, { type Options } from 'minisearch';
import { type Deed, listDeedsOfTool } from './deeds.ts';
import type { IndexEntry, SearchIndex } from './search-index.ts';
import { listHeads } from './terms.ts';

export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

export interface Ranked {
  readonly is: IndexEntry['is'];
  readonly score: number;
}

export type Rank = (terms: readonly WeightedTerm[], deeds: ReadonlySet<Deed>) => Ranked[];

/** Found by trying them out on the asks themselves, each left out in turn: docs/decisions/16-search.md. */
export const tuning = {
  fields: { name: 2, title: 2, summary: 1, words: 1.5, arguments: 0.3, resource: 1, asks: 2 },
  /** Parts of the scores of an entry's best requests. */
  requests: [1, 0.4, 0.2],
  /** Part of the score of the entry as a whole. */
  whole: 0.6,
  /** MiniSearch multiplies a score by the number of terms found; this is the exponent of that number. */
  coverage: 0.5,
  deed: { same: 1.1, other: 0.75 },
  favoured: 1.1,
  wholeCurve: { k: 1.2, b: 0.5, d: 0.3 },
  requestCurve: { k: 1.2, b: 0.5, d: 0.3 },
};

/** Stems are separated by spaces, and stand for the heads of their groups as well. */
const ofStems: Pick<Options, 'tokenize' | 'processTerm'> = {
  tokenize: (text) => text.split(' '),
  processTerm: (term) => (term === '' ? null : [term, ...listHeads(term)]),
};

/** @param favoured Tools that are meant more often than others. */
export function createRanking({ entries }: SearchIndex, favoured: readonly string[] = []): Rank {
  const wholes = new MiniSearch({ ...ofStems, fields: Object.keys(tuning.fields) });
  wholes.addAll(entries.map((entry, id) => ({ ...entry, asks: entry.asks.join(' '), id })));
  const requests = new MiniSearch({ ...ofStems, fields: ['text'] });
  const owners = entries.flatMap(({ asks }, entry) => asks.map((text) => ({ entry, text })));
  requests.addAll(owners.map(({ text }, id) => ({ id, text })));
  const deedsOf = entries.map(({ is }) => (typeof is === 'string' ? listDeedsOfTool(is) : new Set<Deed>()));
  const isFavoured = entries.map(({ is }) => typeof is === 'string' && favoured.includes(is));

  return (terms, deeds) => {
    const weights = new Map<string, number>();
    for (const { term, weight } of terms) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
    const find = (index: MiniSearch, curve: typeof tuning.wholeCurve): { id: number; score: number }[] =>
      index
        .search([...weights.keys()].join(' '), {
          processTerm: (term) => term || null,
          boost: tuning.fields,
          boostTerm: (term) => weights.get(term) ?? 1,
          bm25: curve,
        })
        .map(({ id, score, queryTerms }) => ({ id, score: score * queryTerms.length ** (tuning.coverage - 1) }));

    const scores = new Map<number, number>();
    for (const { id, score } of find(wholes, tuning.wholeCurve)) scores.set(id, score * tuning.whole);
    const taken = new Map<number, number>();
    for (const { id, score } of find(requests, tuning.requestCurve).sort((a, b) => b.score - a.score)) {
      const entry = owners[id]?.entry ?? 0;
      const place = taken.get(entry) ?? 0;
      taken.set(entry, place + 1);
      scores.set(entry, (scores.get(entry) ?? 0) + score * (tuning.requests[place] ?? 0));
    }
    const weigh = (entry: number): number => {
      const own = deedsOf[entry] ?? new Set<Deed>();
      const isSame = [...deeds].some((deed) => own.has(deed));
      const deed = deeds.size === 0 || own.size === 0 ? 1 : isSame ? tuning.deed.same : tuning.deed.other;
      return deed * (isFavoured[entry] ? tuning.favoured : 1);
    };
    return [...scores]
      .map(([entry, score]) => ({ is: entries[entry]?.is ?? '', score: score * weigh(entry) }))
      .sort((a, b) => b.score - a.score);
  };
}
