/**
 * Where each term stands, and how well documents answer a request (BM25 over weighted fields). Written out because
 * the words of a request come with alternatives of which the best one counts, which no search library has:
 * docs/decisions/16-search.md.
 */
import { listHeads } from './terms.ts';

export interface Field {
  /** Stems, separated by spaces. */
  readonly text: string;
  /** How many times as much a word counts here. */
  readonly weight: number;
}

/** Terms that a word of a request may be answered by, each with what it is worth. */
export type Alternatives = ReadonlyMap<string, number>;

export interface Postings {
  readonly size: number;
  /** How many documents have the term. */
  count(term: string): number;
  /** By document; 0 where no word is answered. */
  score(words: readonly Alternatives[], curve: Curve): Float64Array;
}

export interface Curve {
  /** How slowly further mentions of a term lose worth. */
  readonly saturation: number;
  /** How much it matters that few words of the request go unanswered. */
  readonly coverage: number;
  /** How much a term tells. */
  getRarity(term: string): number;
}

export interface PostingsOptions {
  /** How much of a field's length, against the average, takes away from its words: 0 to 1. */
  readonly lengthShare: number;
  /** What a word is worth to the heads of its groups. */
  readonly headWeight: number;
}

/** @param documents The same fields in the same order for each. */
export function createPostings(documents: readonly (readonly Field[])[], options: PostingsOptions): Postings {
  const mentions = listMentions(documents, options);
  return {
    size: documents.length,
    count: (term) => mentions.get(term)?.documents.length ?? 0,
    score(words, curve) {
      const scores = new Float64Array(documents.length);
      const answered = new Uint16Array(documents.length);
      for (const alternatives of words) {
        for (const [document, score] of scoreWord(alternatives, mentions, curve)) {
          scores[document] = (scores[document] ?? 0) + score;
          answered[document] = (answered[document] ?? 0) + 1;
        }
      }
      return scores.map((score, document) => score * ((answered[document] ?? 0) / words.length) ** curve.coverage);
    },
  };
}

/** The documents that have a term, in order, and what it is worth in each. */
interface Mentions {
  readonly documents: number[];
  readonly worths: number[];
}

type MentionsByTerm = ReadonlyMap<string, Mentions>;

function listMentions(documents: readonly (readonly Field[])[], options: PostingsOptions): MentionsByTerm {
  const mentions = new Map<string, Mentions>();
  const open = (term: string): Mentions => {
    const known = mentions.get(term) ?? { documents: [], worths: [] };
    mentions.set(term, known);
    return known;
  };
  // A term and its heads are looked up once, not at every mention: this runs while somebody waits.
  const places = new Map<string, { own: Mentions; heads: readonly Mentions[] }>();
  const find = (term: string): { own: Mentions; heads: readonly Mentions[] } => {
    let known = places.get(term);
    if (known === undefined) {
      known = { own: open(term), heads: listHeads(term).map(open) };
      places.set(term, known);
    }
    return known;
  };
  const split = documents.map((fields) => fields.map(({ text }) => (text === '' ? [] : text.split(' '))));
  const averages = (split[0] ?? []).map((_, field) => average(split.map((fields) => fields[field]?.length ?? 0)));
  for (const [document, fields] of split.entries()) {
    for (const [field, terms] of fields.entries()) {
      const length = terms.length / (averages[field] || 1);
      const worth = (documents[document]?.[field]?.weight ?? 1) / (1 + options.lengthShare * (length - 1));
      for (const term of terms) {
        const { own, heads } = find(term);
        mention(own, document, worth);
        for (const head of heads) mention(head, document, worth * options.headWeight);
      }
    }
  }
  return mentions;
}

/** Documents come in order, so that the one at work is the last. */
function mention({ documents, worths }: Mentions, document: number, worth: number): void {
  const last = documents.length - 1;
  if (documents[last] === document) worths[last] = (worths[last] ?? 0) + worth;
  else {
    documents.push(document);
    worths.push(worth);
  }
}

/** The best alternative in each document. */
function scoreWord(
  alternatives: Alternatives,
  mentions: MentionsByTerm,
  { saturation, getRarity }: Curve,
): ReadonlyMap<number, number> {
  const best = new Map<number, number>();
  for (const [term, weight] of alternatives) {
    const { documents, worths } = mentions.get(term) ?? { documents: [], worths: [] };
    const most = weight * getRarity(term) * (saturation + 1);
    for (let place = 0; place < documents.length; place += 1) {
      const document = documents[place] ?? 0;
      const worth = worths[place] ?? 0;
      const score = (most * worth) / (saturation + worth);
      if (score > (best.get(document) ?? 0)) best.set(document, score);
    }
  }
  return best;
}

function average(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
