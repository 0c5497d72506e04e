/** Only what was asked for. */
import { isMoney } from './money.ts';

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
  return Object.fromEntries(withCurrency(picked, value));
}

/** An amount that was asked for keeps the currency that stands beside it. */
function withCurrency(picked: readonly [string, unknown][], { currency }: { readonly currency?: unknown }) {
  const needsIt = picked.some(([key, item]) => typeof item === 'number' && isMoney(key));
  const hasIt = currency === undefined || picked.some(([key]) => key === 'currency');
  return needsIt && !hasIt ? [...picked, ['currency', currency] as const] : picked;
}

/** The ids of all records, each where it stood; undefined where there is none. */
export function pickIds(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = value.map(pickIds).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const picked = Object.entries(value)
    .map(([key, item]) => [key, isId(key) && typeof item !== 'object' ? item : pickIds(item)] as const)
    .filter(([, item]) => item !== undefined);
  return picked.length > 0 ? Object.fromEntries(picked) : undefined;
}
