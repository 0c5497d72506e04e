/** Records that earlier calls of the same content have made: none of them is what a lost call made. */
import * as z from 'zod';
import type { FoundEntry } from './book.ts';
import { parseJson } from './json.ts';
import { collectIds, unpackAnswer } from './outcome.ts';
import type { Seal } from './seal.ts';

/** How many are remembered. */
const MAX_KNOWN_IDS = 40;

const idsSchema = z.array(z.string());

/** Those that an entry remembers, and those of its own outcome; newest last. */
export function listKnownIds(name: string, found: FoundEntry | undefined, seal: Seal): string[] {
  if (found === undefined) return [];
  const { outcome, knownIds, state } = found.entry;
  const earlier = knownIds === undefined ? undefined : seal.open(knownIds, name);
  const kept = state === 'done' && outcome !== undefined ? unpackAnswer(seal.open(outcome, name)) : undefined;
  return [...(idsSchema.safeParse(parseJson(earlier ?? '[]')).data ?? []), ...collectIds(kept?.data)];
}

/** They are part of outcomes, so they are kept as outcomes are. */
export function closeKnownIds(ids: readonly string[], name: string, seal: Seal): { readonly knownIds?: string } {
  return ids.length === 0 ? {} : { knownIds: seal.close(JSON.stringify(ids.slice(-MAX_KNOWN_IDS)), name) };
}
