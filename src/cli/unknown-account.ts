/** For a name that no account has: those there are, and the one that may be meant. */
import { closest, distance } from 'fastest-levenshtein';
import { ConfigurationError } from '../highlevel/errors/index.ts';

/** Letters that a slip of the finger changes. */
const MAX_SLIPS = 2;

/** @param known All accounts by name. */
export function createUnknownAccount(name: string, known: readonly string[]): ConfigurationError {
  const others = known.length === 0 ? 'There is none yet.' : `There are: ${known.join(', ')}.`;
  const nearest = known.length === 0 ? undefined : closest(name, known);
  const isMeant = nearest !== undefined && distance(name, nearest) <= MAX_SLIPS;
  return new ConfigurationError(
    `There is no account "${name}". ${others}`,
    isMeant ? `Is "${nearest}" meant?` : `The operator runs "highlevel-mcp login ${name}".`,
  );
}
