/** One value as text, as it stands in a path, a query, a form or a part of a multipart body. */
import { ArgumentError } from '../errors/index.ts';

/**
 * @throws ArgumentError for null, objects, lists and numbers that are none: there is no way to write them
 * that HighLevel documents.
 */
export function formatScalar(argument: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  const found = value === null ? 'null' : Array.isArray(value) ? 'a list' : `a value of type ${typeof value}`;
  throw new ArgumentError(argument, `must be text, a number or a boolean, not ${found}.`);
}

/** @throws ArgumentError for half a Unicode character, which has no encoding. */
export function encodeText(argument: string, text: string): string {
  if (!text.isWellFormed()) {
    throw new ArgumentError(argument, 'contains half a Unicode character (a lone surrogate).');
  }
  return encodeURIComponent(text);
}
