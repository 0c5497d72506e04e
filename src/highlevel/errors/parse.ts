/** Reads HighLevel's answers of failure. Untrusted input: any shape may come, and none may throw. */

import { formatHtmlSnippet, isHtml } from '../answer/html.ts';
import { type Fields, isFields } from '../fields.ts';
import { hidePersonal } from './hide.ts';

/** What an answer of failure says, whatever its shape. */
export interface Refusal {
  readonly messages: readonly string[];
  readonly code: string | undefined;
  readonly meta: Readonly<Record<string, unknown>> | undefined;
  readonly traceId: string | undefined;
}

const MAX_MESSAGES = 20;
const MAX_MESSAGE_LENGTH = 500;

/**
 * Reads both documented shapes (`{statusCode, message, error, traceId}` and
 * `{status, message, name, options, error}`), `message` as text, array or object, OAuth's
 * `error_description`, v3's `{error: {code, message}}`, and bodies that are bare text or HTML.
 */
export function parseRefusal(text: string): Refusal {
  const body = parseJson(text);
  if (isFields(body)) {
    const inner = isFields(body.error) ? body.error : undefined;
    return {
      messages: collectMessages(body, inner),
      code: firstText(body.code, inner?.code),
      meta: isFields(body.meta) ? body.meta : isFields(inner?.meta) ? inner.meta : undefined,
      traceId: firstText(body.traceId, inner?.traceId),
    };
  }
  const plain = body === undefined ? [isHtml(text) ? formatHtmlSnippet(text) : text] : flattenTexts(body);
  return { messages: cleanMessages(plain), code: undefined, meta: undefined, traceId: undefined };
}

function collectMessages(body: Fields, inner: Fields | undefined): string[] {
  const candidates = [body.message, body.msg, inner?.message, body.error_description, body.errors, body.error];
  for (const candidate of candidates) {
    const messages = cleanMessages(flattenTexts(candidate));
    if (messages.length > 0) return messages;
  }
  return [];
}

/** All texts in a value, in order: `message` has been seen as text, array, and array of objects. */
function flattenTexts(value: unknown, depth = 0): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number' || typeof value === 'boolean') return depth === 0 ? [String(value)] : [];
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  if (isFields(value) && typeof value.message === 'string') return [value.message];
  return Object.values(value).flatMap((item) => flattenTexts(item, depth + 1));
}

function cleanMessages(texts: readonly string[]): string[] {
  return (
    texts
      .map((text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim())
      .filter((text) => text !== '')
      .slice(0, MAX_MESSAGES)
      // Before it is cut, or half an address could be left at the end.
      .map((text) => hidePersonal(text))
      .map((text) => (text.length > MAX_MESSAGE_LENGTH ? `${text.slice(0, MAX_MESSAGE_LENGTH)}…` : text))
  );
}

function firstText(...candidates: readonly unknown[]): string | undefined {
  for (const candidate of candidates) {
    if (typeof candidate === 'string' && candidate !== '') return candidate.slice(0, MAX_MESSAGE_LENGTH);
    if (typeof candidate === 'number') return String(candidate);
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
