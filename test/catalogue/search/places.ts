/** Where the right operation stands for each request, and what that comes to. */
import type { Search } from '../../../src/catalogue/search/search.ts';
import type { Request } from './requests.ts';

export interface Placed {
  readonly request: Request;
  /** Counted from 1; infinite where it is not among the first 20. */
  readonly place: number;
  /** The tool found first. */
  readonly first: string;
}

export async function placeRequests(search: Search, requests: readonly Request[]): Promise<Placed[]> {
  return await Promise.all(
    requests.map(async (request) => {
      const { hits } = await search.search(request.ask, { limit: 20, isCallable: () => true });
      const place = hits.findIndex(({ row }) => request.tools.includes(row.name)) + 1;
      return { request, place: place === 0 ? Number.POSITIVE_INFINITY : place, first: hits[0]?.row.name ?? 'nothing' };
    }),
  );
}

/** Share of requests whose right operation is among the first so many. */
export function getShare(placed: readonly Placed[], among: number): number {
  return placed.filter(({ place }) => place <= among).length / placed.length;
}
