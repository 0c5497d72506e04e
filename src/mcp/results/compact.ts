/** What a result is without: fields that say nothing. */

/**
 * A copy without empty text, null, and lists and objects that hold nothing. Empty lists of the first level stay:
 * that nothing was found is an answer.
 */
export function dropEmpty(value: unknown, depth = 0): unknown {
  if (Array.isArray(value)) return value.map((item) => dropEmpty(item, depth + 1));
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const kept: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const compact = dropEmpty(item, depth + 1);
    if (!isEmpty(compact) || (depth === 0 && Array.isArray(compact))) kept.push([key, compact]);
  }
  return Object.fromEntries(kept);
}

/** A copy in which only lists that hold nothing are left: what was looked for and not found. */
export function keepEmptyLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? value : undefined;
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return undefined;
  const kept = Object.entries(value)
    .map(([key, item]) => [key, keepEmptyLists(item)] as const)
    .filter(([, item]) => item !== undefined);
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (typeof value !== 'object' || ArrayBuffer.isView(value)) return false;
  return Object.keys(value).length === 0;
}
