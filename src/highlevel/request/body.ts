/** Bodies as they leave: JSON and forms as text, multipart as a form of parts. */
import type { FormData } from 'undici';
import { ArgumentError } from '../errors/index.ts';
import type { PartSummary } from './multipart.ts';
import { formatScalar } from './scalar.ts';

export type OutgoingBody =
  | { readonly kind: 'json'; readonly contentType: string; readonly text: string; readonly value: unknown }
  | { readonly kind: 'form'; readonly contentType: string; readonly text: string; readonly value: unknown }
  /** The content type carries the boundary, which is made when the body is sent. */
  | { readonly kind: 'multipart'; readonly form: FormData; readonly parts: readonly PartSummary[] };

export interface BodyField {
  readonly argument: string;
  readonly wireName: string;
  readonly value: unknown;
}

/** @throws ArgumentError when a value has no JSON form */
export function buildJsonBody(value: unknown): OutgoingBody {
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch (cause) {
    throw new ArgumentError('The body', 'cannot be written as JSON.', 'Give plain values only.', cause);
  }
  if (text === undefined) throw new ArgumentError('The body', 'cannot be written as JSON.', 'Give plain values only.');
  return { kind: 'json', contentType: 'application/json', text, value };
}

/** @throws ArgumentError when a value has no text form */
export function buildFormBody(fields: readonly BodyField[]): OutgoingBody {
  const text = new URLSearchParams(fields.flatMap(formatPairs)).toString();
  return { kind: 'form', contentType: 'application/x-www-form-urlencoded', text, value: text };
}

/** A list becomes the same name repeated, in forms as in multipart bodies. */
export function formatPairs({ argument, wireName, value }: BodyField): [string, string][] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => [wireName, formatScalar(argument, item)]);
}
