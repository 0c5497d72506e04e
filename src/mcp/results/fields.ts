/** Only what was asked for. */

/** Names that say which record something is: kept whatever is chosen. */
const isId = (key: string): boolean => key === 'id' || key === '_id';

/** Fields named by dot paths, taken through lists; ids of the records on the way stay. Unknown paths give nothing. */
export function pickFields(value: unknown, paths: readonly string[]): unknown {
  return pick(
    value,
    paths.map((path) =>
      path
        .replaceAll('[]', '')
        .split('.')
        .filter((part) => part !== ''),
    ),
  );
}

function pick(value: unknown, paths: readonly (readonly string[])[]): unknown {
  if (paths.some((path) => path.length === 0)) return value;
  if (Array.isArray(value)) return value.map((item) => pick(item, paths));
  if (typeof value !== 'object' || value === null) return undefined;
  const picked: [string, unknown][] = [];
  for (const [key, item] of Object.entries(value)) {
    const inside = paths.filter(([first]) => first === key).map(([, ...rest]) => rest);
    if (inside.length > 0) picked.push([key, pick(item, inside)]);
    else if (isId(key) && typeof item !== 'object') picked.push([key, item]);
  }
  return Object.fromEntries(picked);
}
