/** Pages of lists that are turned by number or by the last id seen; skip and limit are in `locations/slice.ts`. */

/** The page of that number, counted from one. */
export function takeNumberedPage<T>(items: readonly T[], page: number, pageSize: number): T[] {
  return items.slice((page - 1) * pageSize, page * pageSize);
}

export interface CursorPage<T> {
  readonly items: readonly T[];
  readonly hasMore: boolean;
  /** Of the last item; absent on an empty page. */
  readonly lastId?: string;
}

/** The items behind the one of that id. No id: from the start; an id that is not there (any more): nothing. */
export function takeAfterId<T extends { readonly id: string }>(
  items: readonly T[],
  afterId: string | undefined,
  limit: number,
): CursorPage<T> {
  const seen = afterId === undefined || afterId === '' ? 0 : items.findIndex((item) => item.id === afterId) + 1;
  const isLost = seen === 0 && afterId !== undefined && afterId !== '';
  const page = isLost ? [] : items.slice(seen, seen + limit);
  const lastId = page.at(-1)?.id;
  return { items: page, hasMore: !isLost && seen + limit < items.length, ...(lastId !== undefined && { lastId }) };
}
