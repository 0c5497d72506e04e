/** A refusal as those get it who waited for somebody else's call. */
import * as z from 'zod';
import { DuplicateError, type HighLevelError, RefusedError } from '../errors/index.ts';
import { parseJson } from './json.ts';

/** The only part of a refusal that is not bounded when it is read. */
const MAX_META_LENGTH = 4_096;

const packedSchema = z.object({
  message: z.string(),
  advice: z.string(),
  status: z.number().optional(),
  traceId: z.string().optional(),
  code: z.string().optional(),
  messages: z.array(z.string()),
  meta: z.record(z.string(), z.unknown()).optional(),
  existingId: z.string().optional(),
});

export function packRefusal(error: HighLevelError): string {
  const { message, advice, status, traceId, code, messages, meta } = error;
  const existingId = error instanceof DuplicateError ? error.existingId : undefined;
  const isSmall = JSON.stringify(meta ?? {}).length <= MAX_META_LENGTH;
  return JSON.stringify({ message, advice, status, traceId, code, messages, existingId, ...(isSmall && { meta }) });
}

/** @returns undefined for what `packRefusal` has not made. */
export function unpackRefusal(text: string | undefined): HighLevelError | undefined {
  if (text === undefined) return undefined;
  const { data } = packedSchema.safeParse(parseJson(text));
  if (data === undefined) return undefined;
  const { message, existingId, ...rest } = data;
  const facts = { ...rest, sent: 'yes', outcome: 'not-done' } as const;
  return existingId === undefined
    ? new RefusedError(message, facts)
    : new DuplicateError(message, { ...facts, existingId });
}
