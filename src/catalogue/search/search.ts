/** Search over operations, in the words of whoever asks. */
import { gaps } from '../../../tools/gaps.ts';
import type { Catalogue, OperationRow } from '../catalogue.ts';
import type { Gap } from '../gap.ts';
import type { Risk } from '../guide.ts';
import type { Engine } from './engine.ts';
import type { SearchIndex } from './search-index.ts';

export interface Search {
  /** Loads the index at the first call. */
  search(text: string, options: SearchOptions): Promise<Found>;
}

export interface SearchOptions {
  readonly resource?: string | undefined;
  readonly risk?: Risk | undefined;
  readonly limit: number;
  isCallable(row: OperationRow): boolean;
  /** Whether a call would probably fail: it comes after others that are nearly as good. */
  isDoubtful?(row: OperationRow): boolean;
}

export interface Hit {
  readonly row: OperationRow;
  readonly score: number;
}

export interface Found {
  /** Operations that may be called, best first. */
  readonly hits: readonly Hit[];
  /** Operations that may not, though they are as good as those hits. */
  readonly outOfReach: readonly Hit[];
  /** Where to look instead when nothing was found: resources with a hit, were it not for filters; else all. */
  readonly resources: readonly string[];
  /** Something HighLevel has no operation for, where it fits the request better than almost all that it has. */
  readonly gap: Gap | undefined;
}

export interface SearchSettings {
  /** Tools meant more often than others. */
  readonly favoured?: readonly string[];
  readonly load?: () => Promise<SearchIndex>;
}

/** A gap must come this far up to be told of: the tools it names are often what was looked for. */
const MAX_GAP_RANK = 2;

export function createSearch(catalogue: Catalogue, { favoured = [], load = loadIndex }: SearchSettings = {}): Search {
  let engine: Promise<Engine> | undefined;
  const prepare = async (): Promise<Engine> => {
    const [index, { createEngine }] = await Promise.all([load(), import('./engine.ts')]);
    return createEngine(index, (tool) => getPrior(tool, favoured, catalogue));
  };
  return {
    async search(text, { resource, risk, limit, isCallable, isDoubtful = () => false }) {
      engine ??= prepare();
      const ranked = (await engine)(text);
      const named = catalogue.findByName(text.trim().toLowerCase());
      const all = ranked
        .flatMap(({ is, score }): Hit[] => {
          const row = typeof is === 'string' ? catalogue.findByName(is) : undefined;
          return row === undefined ? [] : [{ row, score }];
        })
        // Whoever gives a name in full means that one.
        .sort((a, b) => Number(b.row === named) - Number(a.row === named));
      const fitting = all.filter(
        ({ row }) => (resource === undefined || row.resource === resource) && (risk === undefined || row.risk === risk),
      );
      const gap = ranked.slice(0, MAX_GAP_RANK).find(({ is }) => typeof is === 'number')?.is;
      const callable = fitting.filter(({ row }) => isCallable(row));
      const weigh = ({ row, score }: Hit): number => {
        if (row === named) return Number.POSITIVE_INFINITY;
        return isDoubtful(row) ? score * DOUBTFUL_WORTH : score;
      };
      return {
        hits: chooseHits(callable, weigh, limit),
        outOfReach: fitting.slice(0, limit).filter(({ row }) => !isCallable(row)),
        resources: fitting.length > 0 ? [] : listResources(all, catalogue),
        gap: typeof gap === 'number' ? gaps[gap] : undefined,
      };
    },
  };
}

/** What an operation that would probably fail is worth beside one that would not. */
const DOUBTFUL_WORTH = 0.85;

/** The best of all stays among them: it is what was asked for, whether or not it can be done. */
function chooseHits(hits: readonly Hit[], weigh: (hit: Hit) => number, limit: number): readonly Hit[] {
  const [best] = hits;
  const lowest = hits[limit - 1]?.score ?? 0;
  const chosen = hits
    // The others stay behind, however many of these are doubtful.
    .filter(({ score }, place) => place < limit || score >= lowest * DOUBTFUL_WORTH)
    .map((hit) => ({ hit, worth: weigh(hit) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, limit)
    .map(({ hit }) => hit);
  return best === undefined || chosen.includes(best) ? chosen : [...chosen.slice(0, -1), best];
}

export const priors = { favoured: 1.08, deprecated: 0.85, other: 0.95 };

/** Of two operations for the same thing, the one to be used; names say which is of an older or a newer document. */
export function getPrior(tool: string, favoured: readonly string[], catalogue: Catalogue): number {
  if (favoured.includes(tool)) return priors.favoured;
  if (catalogue.findByName(tool)?.deprecated) return priors.deprecated;
  return /_(?:old|v3)_/.test(tool) ? priors.other : 1;
}

const MAX_RESOURCES = 5;

function listResources(hits: readonly Hit[], catalogue: Catalogue): readonly string[] {
  const found = [...new Set(hits.map(({ row }) => row.resource))].slice(0, MAX_RESOURCES);
  return found.length > 0 ? found : catalogue.resources;
}

async function loadIndex(): Promise<SearchIndex> {
  return (await import('../../../tools/search.gen.json', { with: { type: 'json' } })).default;
}
