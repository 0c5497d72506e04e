/** Where a query stopped, in a text that only the same query takes back. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { z } from 'zod';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Position } from './pages.ts';

const count = z.int().min(0);

const content = z.strictObject({
  position: z.strictObject({
    args: z.record(z.string(), z.unknown()),
    before: count,
    skip: count.optional(),
    total: count.optional(),
  }),
  sum: z.string(),
});

/** @param call Whatever must be the same for the position to mean the same. */
export function formatCursor(position: Position, call: unknown): string {
  return Buffer.from(JSON.stringify({ position, sum: digest(position, call) })).toString('base64url');
}

/**
 * Reads a cursor back. It is no secret and protects nothing: it only chooses a page of a call that is permitted by
 * itself. The check keeps a query from going on where another one stopped.
 *
 * @throws CallRefusal for a cursor of another query, or one that was altered.
 */
export function parseCursor(text: string, call: unknown, pagingArguments: readonly string[]): Position {
  const parsed = content.safeParse(parseJson(Buffer.from(text, 'base64url').toString('utf8')));
  if (parsed.success) {
    const { position, sum } = parsed.data;
    const isOfPaging = Object.keys(position.args).every((name) => pagingArguments.includes(name));
    if (isOfPaging && sum === digest(position, call)) return position;
  }
  throw new CallRefusal('invalid_arguments', 'The cursor does not belong to this query.', {
    advice:
      'Repeat the very call that gave the cursor, with the cursor added; only limit, maxRecords and export may differ.',
  });
}

function digest(position: Position, call: unknown): string {
  // Through JSON, so that what is left out and what is undefined are the same.
  const text = canonicalize(JSON.parse(JSON.stringify({ position, call })));
  return createHash('sha256').update(String(text)).digest('base64url').slice(0, 22);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
