/** What is kept of an answer: the whole of a small one, of a large one what tells it again. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Answer } from '../answer/answer.ts';
import { isFields } from '../fields.ts';
import { parseJson } from './json.ts';

/** Bytes of JSON. Answers to writes are nearly always far below. */
const MAX_KEPT_BYTES = 16_384;
const MAX_IDS = 50;
/** HighLevel's are below 40. */
const MAX_ID_LENGTH = 100;
const MAX_DEPTH = 4;

const packedSchema = z.object({
  status: z.number(),
  kind: z.enum(['json', 'text', 'audio', 'redirect']),
  data: z.unknown(),
  contentType: z.string().optional(),
  traceId: z.string().optional(),
});

/** Never holds a token: answers are cleared of it when they are read. */
export function packAnswer(answer: Answer): string {
  const { status, kind, contentType, traceId } = answer;
  const text = JSON.stringify(answer.data ?? null);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MAX_KEPT_BYTES && kind !== 'audio') {
    return JSON.stringify({ status, kind, data: answer.data, contentType, traceId });
  }
  const data = {
    kept: 'only ids: the answer was too large to keep',
    ids: collectIds(answer.data),
    bytes,
    sha256: createHash('sha256').update(text).digest('hex'),
  };
  // What is left of a text or a recording is neither.
  return JSON.stringify({ status, kind: 'json', data, traceId });
}

/** @returns undefined for what `packAnswer` has not made. */
export function unpackAnswer(text: string | undefined): Answer | undefined {
  if (text === undefined) return undefined;
  const { success, data } = packedSchema.safeParse(parseJson(text));
  if (!success) return undefined;
  const { contentType, traceId, ...rest } = data;
  return { ...rest, ...(contentType !== undefined && { contentType }), ...(traceId !== undefined && { traceId }) };
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && value.length <= MAX_ID_LENGTH;
}

/** Ids that an answer names, outermost first. */
export function collectIds(value: unknown, depth = 0): string[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  const own = isFields(value)
    ? Object.entries(value).filter(([name, item]) => /^_?id$|Id$/.test(name) && isId(item))
    : [];
  const inner = Object.values(value).flatMap((item) => collectIds(item, depth + 1));
  return [...new Set([...own.map(([, item]) => item as string), ...inner])].slice(0, MAX_IDS);
}
