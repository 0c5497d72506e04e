/**
 * Cuts a result to what an agent can afford. What was left out is said, so that nobody takes a part for the whole.
 */
import { pickIds } from './fields.ts';

/** JSON of records has about three characters to a token; measured in `test/mcp/results/success.test.ts`. */
export const CHARACTERS_PER_TOKEN = 3;

export const DEFAULT_BUDGET = 6_000;
export const MAX_BUDGET = 20_000;

export interface Cut {
  readonly value: unknown;
  /** A line for each thing left out; empty where all is there. */
  readonly leftOut: readonly string[];
}

/** Texts are cut to these lengths, one after the other, until the result fits. */
const TEXT_LENGTHS = [4_000, 1_000, 250, 60];

/** Of what is too large: whole records first, then long texts, and everything but the ids at last. */
export function cutToBudget(value: unknown, tokens: number = DEFAULT_BUDGET): Cut {
  const most = Math.min(Math.max(tokens, 100), MAX_BUDGET) * CHARACTERS_PER_TOKEN;
  if (measure(value) <= most) return { value, leftOut: [] };
  const fewer = cutLists(value, most, 1);
  if (measure(fewer.value) <= most) return fewer;
  for (const length of TEXT_LENGTHS) {
    const texts = { count: 0 };
    const shorter = cutTexts(fewer.value, length, texts);
    if (measure(shorter) > most) continue;
    return { value: shorter, leftOut: [...fewer.leftOut, `${texts.count} texts cut to ${length} characters`] };
  }
  const ids = cutLists(pickIds(value) ?? {}, most, 0);
  const isCut = measure(ids.value) > most;
  return {
    value: isCut ? {} : ids.value,
    leftOut: [`everything${isCut ? '' : ' but ids'}: one record alone is larger than the budget`, ...ids.leftOut],
  };
}

/** Shortens lists, largest first, until everything fits or each of them has only the least number of items left. */
function cutLists(value: unknown, most: number, least: 0 | 1): Cut {
  const leftOut: string[] = [];
  let current = value;
  for (;;) {
    const next = measure(current) > most ? findLargestList(current, least) : undefined;
    if (next === undefined) return { value: current, leftOut };
    const { path, items } = next;
    const kept = Math.max(least, countFitting(current, next, most));
    current = replaceAt(current, path, items.slice(0, kept));
    leftOut.push(`${path.join('.') || 'result'}: ${kept} of ${items.length} shown`);
  }
}

interface FoundList {
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

/** The list that costs most, of those that are not inside another list and have more items than the least. */
function findLargestList(value: unknown, least: number, path: readonly string[] = []): FoundList | undefined {
  if (Array.isArray(value)) return value.length > least ? { path, items: value } : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  let largest: FoundList | undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = findLargestList(item, least, [...path, key]);
    if (found !== undefined && measure(found.items) > measure(largest?.items ?? 0)) largest = found;
  }
  return largest;
}

/** How many items, from the first on, fit beside everything else. */
function countFitting(whole: unknown, { path, items }: FoundList, most: number): number {
  let left = most - measure(replaceAt(whole, path, []));
  for (const [index, item] of items.entries()) {
    left -= measure(item) + 1;
    if (left < 0) return index;
  }
  return items.length;
}

function replaceAt(value: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [key]: replaceAt(object[key], rest, replacement) };
}

function cutTexts(value: unknown, length: number, texts: { count: number }): unknown {
  if (typeof value === 'string') {
    if (value.length <= length + 40) return value;
    texts.count += 1;
    return `${value.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')}… [${value.length - length} more characters]`;
  }
  if (Array.isArray(value)) return value.map((item) => cutTexts(item, length, texts));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, cutTexts(item, length, texts)]));
}

function measure(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}
