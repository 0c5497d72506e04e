/**
 * Cuts a result to what an agent can afford: whole records from the end of lists first, long texts then. What was
 * left out is said, so that nobody takes a part for the whole.
 */

/** JSON of records has about three characters to a token; measured in `test/mcp/results/budget.test.ts`. */
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

export function cutToBudget(value: unknown, tokens: number = DEFAULT_BUDGET): Cut {
  const most = Math.min(Math.max(tokens, 100), MAX_BUDGET) * CHARACTERS_PER_TOKEN;
  if (measure(value) <= most) return { value, leftOut: [] };
  const leftOut: string[] = [];
  let current = value;
  const longest = findLargestList(current);
  if (longest !== undefined) {
    const kept = countFitting(current, longest, most);
    // A list of which not even one record fits keeps it, for its texts can be cut.
    current = replaceAt(current, longest.path, longest.items.slice(0, Math.max(1, kept)));
    if (Math.max(1, kept) < longest.items.length) {
      const name = longest.path.join('.') || 'result';
      leftOut.push(`${name}: ${Math.max(1, kept)} of ${longest.items.length} shown`);
    }
  }
  for (const length of TEXT_LENGTHS) {
    if (measure(current) <= most) return { value: current, leftOut };
    const texts = { count: 0 };
    current = cutTexts(current, length, texts);
    if (texts.count > 0) leftOut.push(`${texts.count} texts cut to ${length} characters`);
  }
  while (measure(current) > most) {
    const next = findLargestList(current);
    if (next === undefined || next.items.length === 0) break;
    const kept = Math.floor(next.items.length / 2);
    current = replaceAt(current, next.path, next.items.slice(0, kept));
    leftOut.push(`${next.path.join('.') || 'result'}: ${kept} of ${next.items.length} shown`);
  }
  if (measure(current) <= most) return { value: current, leftOut };
  return { value: {}, leftOut: ['everything: one record alone is larger than the budget'] };
}

interface FoundList {
  readonly path: readonly string[];
  readonly items: readonly unknown[];
}

/** The list that costs most, of those that are not inside another list. */
function findLargestList(value: unknown, path: readonly string[] = []): FoundList | undefined {
  if (Array.isArray(value)) return { path, items: value };
  if (typeof value !== 'object' || value === null) return undefined;
  let largest: FoundList | undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = findLargestList(item, [...path, key]);
    if (found !== undefined && found.items.length > 0 && measure(found.items) > measure(largest?.items ?? 0))
      largest = found;
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
