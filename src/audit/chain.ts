/**
 * How lines hang together: each holds the hash of the line before it, and its own over everything else in it. A line
 * is written in the canonical form of RFC 8785 and read in no other, so that a byte cannot be changed without notice.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type Entry, type Line, lineSchema } from './entry.ts';

/** How far a chain has come. */
export interface Reached {
  readonly count: number;
  /** Of the last line. */
  readonly hash: string;
}

export const START: Reached = { count: 0, hash: '0'.repeat(64) };

export interface Link {
  /** With its end of line. */
  readonly text: string;
  readonly hash: string;
}

/** The line that follows. */
export function appendLink({ count, hash: prev }: Reached, entry: Entry): Link {
  const fields = { ...entry, seq: count, prev };
  const hash = hashOf(fields);
  return { text: `${write({ ...fields, hash })}\n`, hash };
}

export type Read = { readonly line: Line } | { readonly fault: string };

/** Reads one line without its end; says what is wrong with one that `appendLink` has not made. */
export function readLine(bytes: Uint8Array): Read {
  let value: unknown;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    return { fault: 'is not JSON' };
  }
  const { data: line } = lineSchema.safeParse(value);
  if (line === undefined) return { fault: 'has fields that this log does not write' };
  const { hash, ...fields } = line;
  if (write(line) !== text) return { fault: 'is not written as this log writes' };
  return hashOf(fields) === hash ? { line } : { fault: 'was changed: its hash is another' };
}

function hashOf(fields: object): string {
  return createHash('sha256').update(write(fields)).digest('hex');
}

function write(fields: object): string {
  return canonicalize(fields) ?? '';
}
