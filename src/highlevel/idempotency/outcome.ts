/** What is kept of an answer: the whole of a small one, of a large one what tells it again. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Answer } from '../answer/answer.ts';
import { isFields } from '../fields.ts';

/** Bytes of JSON. Answers to writes are nearly always far below. */
const MAX_KEPT_BYTES = 16_384;
const MAX_IDS = 50;
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
  const data =
    bytes <= MAX_KEPT_BYTES && kind !== 'audio'
      ? answer.data
      : {
          kept: 'only ids: the answer was too large to keep',
          ids: collectIds(answer.data),
          bytes,
          sha256: createHash('sha256').update(text).digest('hex'),
        };
  return JSON.stringify({ status, kind: kind === 'audio' ? 'json' : kind, data, contentType, traceId });
}

/** @returns undefined for what `packAnswer` has not made. */
export function unpackAnswer(text: string | undefined): Answer | undefined {
  if (text === undefined) return undefined;
  const { success, data } = packedSchema.safeParse(JSON.parse(text));
  if (!success) return undefined;
  const { contentType, traceId, ...rest } = data;
  return { ...rest, ...(contentType !== undefined && { contentType }), ...(traceId !== undefined && { traceId }) };
}

/** Ids that an answer names, outermost first. */
export function collectIds(value: unknown, depth = 0): string[] {
  if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) return [];
  const own = isFields(value)
    ? Object.entries(value).filter(([name, item]) => /^_?id$|Id$/.test(name) && typeof item === 'string')
    : [];
  const inner = Object.values(value).flatMap((item) => collectIds(item, depth + 1));
  return [...new Set([...own.map(([, item]) => item as string), ...inner])].slice(0, MAX_IDS);
}
