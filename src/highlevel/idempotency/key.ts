/** Under which name a write is remembered. */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Arguments } from '../request/build.ts';

export interface Subject {
  /** The token's id. */
  readonly token: string;
  readonly locationId: string | undefined;
  readonly companyId: string | undefined;
}

export interface EntryKeys {
  /** Of the call's own idempotency key; undefined where it has none. */
  readonly byKey: string | undefined;
  /** Of what is called, in which location, with what. */
  readonly byContent: string;
  /** The arguments alone. */
  readonly args: string;
}

/**
 * Nothing of the arguments can be read from the names: they are hashes. Arguments are compared in the canonical
 * form of RFC 8785, so neither the order of fields nor the spelling of numbers and accents matters.
 */
export function buildEntryKeys(
  subject: Subject,
  operation: string,
  args: Arguments,
  idempotencyKey: string | undefined,
): EntryKeys {
  const scope = [subject.token, subject.locationId ?? '', subject.companyId ?? ''];
  const content = hash([canonicalize(normalize(args)) ?? '']);
  return {
    byKey: idempotencyKey === undefined ? undefined : `key:${hash([...scope, idempotencyKey])}`,
    byContent: `content:${hash([...scope, operation, content])}`,
    args: content,
  };
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 40);
}

/** Composed accents and decomposed ones are one text; a field that is undefined is one that is left out. */
function normalize(value: unknown): unknown {
  // The canonical form knows no half characters (lone surrogates): they are spelled out.
  if (typeof value === 'string') return value.isWellFormed() ? value.normalize('NFC') : JSON.stringify(value);
  if (Array.isArray(value)) return value.map(normalize);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(fields.map(([name, item]) => [name.normalize('NFC'), normalize(item)]));
}
