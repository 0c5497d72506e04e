/** From what a call holds to what may stand in the log. */
import { createHmac } from 'node:crypto';
import canonicalize from 'canonicalize';
import { fetchSharedKey } from '../state/shared-key.ts';
import type { Records } from '../state/state.ts';

const KEY = 'audit:key';
const KEPT_MS = 10 * 365 * 86_400_000;

const MAX_DEPTH = 6;
const MAX_NAMES = 20;
const MAX_VALUES = 20;
const MAX_RESULT_IDS = 5;

const idName = /^(_?id|ids|\w{0,36}(Id|Ids|_id|_ids))$/;
const idShape = /^[A-Za-z0-9_-]{6,64}$/;
/** What has that shape as well: telephone numbers, names, tokens. */
const notIds = [/^[\d_-]{1,16}$/, /^[A-Za-z_-]{1,15}$/, /^(pit|sk|pk|rk|whsec|xox[a-z])[-_]/i, /^eyJ/];
/** Ids of the whole, not of the record in question. */
const surroundings: ReadonlySet<string> = new Set(['locationId', 'companyId', 'traceId', 'userId']);

/** @returns what looks like an id of HighLevel's, else undefined */
export function keepId(value: unknown): string | undefined {
  const isId = typeof value === 'string' && idShape.test(value) && !notIds.some((other) => other.test(value));
  return isId ? value : undefined;
}

/** @returns what looks like a word of a program: a kind, a tool, a trace id */
export function keepWord(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined;
}

/** The name that an agent gave an operation, where it looks like one. */
export function keepOperationName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z]{2,}(_[a-z0-9]{1,20}){1,5}$/.test(value) && !/\d{4}/.test(value)
    ? value
    : undefined;
}

/** Name and version of a client, of letters that no address has. */
export function keepClient(name: string, version: string | undefined): string | undefined {
  const text = `${name} ${version ?? ''}`.replace(/[^\w .+/()-]/g, '_').slice(0, 80);
  return text.trim() === '' ? undefined : text.trim();
}

/** Arguments that are ids by their name and by their shape, at any depth. */
export function keepIds(args: unknown): Record<string, string[]> | undefined {
  const ids = new Map<string, Set<string>>();
  collect(args, 0);
  return ids.size === 0 ? undefined : Object.fromEntries([...ids].map(([name, values]) => [name, [...values]]));

  function collect(value: unknown, depth: number): void {
    if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return;
    for (const [name, item] of Object.entries(value)) {
      if (!Array.isArray(value) && idName.test(name)) add(name, [item].flat());
      collect(item, depth + 1);
    }
  }

  function add(name: string, values: readonly unknown[]): void {
    for (const id of values.map(keepId)) {
      const kept = ids.get(name) ?? new Set();
      if (id === undefined || kept.size >= MAX_VALUES || (kept.size === 0 && ids.size >= MAX_NAMES)) continue;
      ids.set(name, kept.add(id));
    }
  }
}

/** The id of the record that an answer is about; where it has none, those that it names. */
export function keepResultIds(data: unknown): string[] | undefined {
  const inner = Object.values(isObject(data) ? data : {}).filter(isObject);
  const own = [data, ...inner].flatMap((value) => (isObject(value) ? [keepId(value.id ?? value._id)] : []));
  const named = Object.entries(isObject(data) ? data : {})
    .filter(([name]) => idName.test(name) && !surroundings.has(name))
    .flatMap(([, value]) => [value].flat().map(keepId));
  const isKept = (id: string | undefined): id is string => id !== undefined;
  const found = own.some(isKept) ? own : named;
  const ids = [...new Set(found.filter(isKept))].slice(0, MAX_RESULT_IDS);
  return ids.length === 0 ? undefined : ids;
}

/**
 * Fingerprints under a key that only the store has: without it, nobody tries telephone numbers until one fits.
 *
 * @returns a function that gives undefined for undefined
 */
export function createFingerprints(records: Records): (value: unknown) => Promise<string | undefined> {
  let key: Buffer | undefined;
  return async (value) => {
    key ??= await fetchSharedKey(records, KEY, KEPT_MS);
    const text = value === undefined ? undefined : spell(value);
    return text && key && createHmac('sha256', key).update(text).digest('hex').slice(0, 16);
  };
}

function spell(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  try {
    return canonicalize(JSON.parse(text));
  } catch {
    // The canonical form knows no half characters.
    return text;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
