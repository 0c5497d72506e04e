/**
 * Ranks entries for a request. Two scores put together late: of the requests people make, each by itself, so that one
 * that says the same wins however many others its operation has; and of operations as a whole, where words are found
 * that no single request has together.
 */
import { type Deed, getScopeOfTool, listDeedsOfRequest, listDeedsOfTool } from './deeds.ts';
import { type Curve, createPostings } from './postings.ts';
import type { Query } from './query.ts';
import type { IndexEntry, SearchIndex } from './search-index.ts';

export interface Ranked {
  readonly is: IndexEntry['is'];
  readonly score: number;
}

export interface Ranking {
  rank(query: Query): Ranked[];
  /** Whether any entry has the term. */
  has(term: string): boolean;
}

/** Found by trying them out on asks left out of the index, and on half of the test's requests: `search:measure`. */
export const tuning = {
  fields: { name: 3.2, title: 2, summary: 1, words: 2.4, arguments: 0.3, resource: 1, asks: 0.6 },
  whole: { share: 1, lengthShare: 0.75, saturation: 6 },
  requests: { shares: [1, 0.65, 0.4], lengthShare: 0.5, saturation: 1.2 },
  coverage: 1.5,
  headWeight: 0.5,
  deed: { same: 1.15, other: 0.66 },
  scope: { same: 1.1, other: 0.93 },
};

/** @param getPrior How much more than others a tool is meant, before a word is said: 1 for most. */
export function createRanking({ entries }: SearchIndex, getPrior: (tool: string) => number = () => 1): Ranking {
  const { whole, requests, coverage, headWeight } = tuning;
  const wholes = createPostings(
    entries.map((entry) =>
      Object.entries(tuning.fields).map(([field, weight]) => {
        const text = entry[field as keyof typeof tuning.fields];
        return { text: typeof text === 'string' ? text : text.join(' '), weight };
      }),
    ),
    { lengthShare: whole.lengthShare, headWeight },
  );
  const asks = createPostings(
    entries.flatMap((entry) => entry.asks.map((text) => [{ text, weight: 1 }])),
    { lengthShare: requests.lengthShare, headWeight },
  );
  // The requests of an entry follow one another, from its start to that of the next.
  const starts = [0];
  for (const entry of entries) starts.push((starts.at(-1) ?? 0) + entry.asks.length);
  // Among operations for both: a word that one operation's requests all have is still a rare one.
  const getRarity = (term: string): number => {
    const having = wholes.count(term) + 0.5;
    return Math.log(1 + (wholes.size + 1 - having) / having);
  };
  const curveOf = ({ saturation }: { saturation: number }): Curve => ({ saturation, coverage, getRarity });
  const facts = entries.map((entry) => getFacts(entry, getPrior));

  const rank = (query: Query): Ranked[] => {
    const ofWholes = wholes.score(query.words, curveOf(whole));
    const ofAsks = asks.score(query.words, curveOf(requests));
    return entries
      .map(({ is }, entry) => {
        const best = ofAsks
          .slice(starts[entry], starts[entry + 1])
          .sort()
          .reverse();
        const asked = requests.shares.reduce((sum, share, place) => sum + share * (best[place] ?? 0), 0);
        return { is, score: (whole.share * (ofWholes[entry] ?? 0) + asked) * weigh(facts[entry], query) };
      })
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
  };
  return { rank, has: (term) => wholes.count(term) > 0 };
}

interface Facts {
  readonly deeds: ReadonlySet<Deed>;
  readonly scope: ReturnType<typeof getScopeOfTool>;
  readonly prior: number;
}

/** What is done is said by the verb of the name, and at times by another that begins the title. */
function getFacts({ is, title }: IndexEntry, getPrior: (tool: string) => number): Facts | undefined {
  if (typeof is === 'number') return undefined;
  const deeds = new Set([...listDeedsOfTool(is), ...listDeedsOfRequest(title.split(' ', 1))]);
  return { deeds, scope: getScopeOfTool(is), prior: getPrior(is) };
}

/** What an operation is apart from its words; a gap is nothing. */
function weigh(facts: Facts | undefined, { deeds, scope }: Query): number {
  if (facts === undefined) return 1;
  const isSameDeed = [...deeds].some((deed) => facts.deeds.has(deed));
  const deed = deeds.size === 0 || facts.deeds.size === 0 ? 1 : tuning.deed[isSameDeed ? 'same' : 'other'];
  const isSameScope = scope === facts.scope;
  const fits = scope === undefined || facts.scope === undefined ? 1 : tuning.scope[isSameScope ? 'same' : 'other'];
  return deed * fits * facts.prior;
}
