/** Which record a name means. Sure or not at all: a wrong id is worse than a question. */
import { distance } from 'fastest-levenshtein';
import type { LookupEntry } from './entry.ts';

export interface Match {
  /** Set where only one record can be meant. */
  readonly sure?: LookupEntry;
  /** The nearest ones, best first, where it is not clear. */
  readonly candidates: readonly LookupEntry[];
}

const MAX_CANDIDATES = 8;

/** How far a candidate may be, in letters changed for each letter wanted. */
const MAX_GAP = 0.4;

/** Of ids, names and aliases the exact one, then the only one in other spelling; all else are candidates. */
export function matchName(wanted: string, entries: readonly LookupEntry[]): Match {
  const byId = entries.filter(({ id }) => id === wanted);
  if (byId.length > 0) return decide(byId);
  const exact = entries.filter((entry) => listNames(entry).includes(wanted));
  if (exact.length > 0) return decide(exact);
  const folded = fold(wanted);
  const same = entries.filter((entry) => listNames(entry).some((name) => fold(name) === folded));
  if (same.length > 0) return decide(same);
  const ranked = entries
    .map((entry) => ({ entry, gap: Math.min(...listNames(entry).map((name) => getGap(folded, fold(name)))) }))
    .filter(({ gap }) => gap <= MAX_GAP)
    .sort((a, b) => a.gap - b.gap);
  return { candidates: ranked.slice(0, MAX_CANDIDATES).map(({ entry }) => entry) };
}

function decide(found: readonly LookupEntry[]): Match {
  const [only] = found;
  if (found.length === 1 && only !== undefined) return { sure: only, candidates: [] };
  return { candidates: found.slice(0, MAX_CANDIDATES) };
}

function listNames({ name, aliases }: LookupEntry): string[] {
  return [name, ...aliases].filter((one) => one !== '');
}

/** The same for whatever a person would call the same name: case, accents, spaces, signs. */
export function fold(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plain.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** Share of letters to change; a name that holds all the words wanted is as near as can be. */
function getGap(wanted: string, name: string): number {
  if (wanted === '' || name === '') return Number.POSITIVE_INFINITY;
  const words = name.split(' ');
  if (wanted.split(' ').every((word) => words.some((one) => one.startsWith(word)))) return 0.01;
  return distance(wanted, name) / Math.max(wanted.length, name.length);
}
