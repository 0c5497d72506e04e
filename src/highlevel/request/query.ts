/** Query strings, with lists the way each operation wants them. */
import type { Place } from '../../catalogue/operation.ts';
import { ArgumentError } from '../errors/index.ts';
import { encodeText, formatScalar } from './scalar.ts';

export interface QueryEntry {
  readonly argument: string;
  readonly wireName: string;
  readonly place: Extract<Place, 'query' | 'query-repeat' | 'query-comma'>;
  readonly value: unknown;
}

/**
 * The query string without its `?`; empty when there is nothing to say.
 *
 * @throws ArgumentError for values that have no text form
 */
export function buildQuery(entries: readonly QueryEntry[]): string {
  return entries.flatMap(formatEntry).join('&');
}

function formatEntry(entry: QueryEntry): string[] {
  const { argument, value, place } = entry;
  const name = encodeText(argument, entry.wireName);
  const encode = (item: unknown) => encodeText(argument, formatScalar(argument, item));
  if (!Array.isArray(value)) return [`${name}=${encode(value)}`];
  switch (place) {
    case 'query':
      throw new ArgumentError(argument, 'takes one value, not a list.');
    case 'query-repeat':
      return value.map((item) => `${name}=${encode(item)}`);
    case 'query-comma':
      return value.length === 0 ? [] : [`${name}=${value.map((item) => encodeItem(argument, item)).join(',')}`];
  }
}

/** Encoding a comma inside an item does not help: the list is split after it was decoded. */
function encodeItem(argument: string, item: unknown): string {
  const text = formatScalar(argument, item);
  if (text.includes(',')) throw new ArgumentError(argument, 'has an item with a comma, which separates the items.');
  if (text === '') throw new ArgumentError(argument, 'has an empty item.');
  return encodeText(argument, text);
}
