/** From an answer of failure to the error class that says what to do about it. */
import type { Operation } from '../../catalogue/operation.ts';
import type { TokenKind, TokenLevel } from '../auth/token-source.ts';
import type { RateLimitStatus } from '../rate-limit/status.ts';
import type { ErrorFacts, HighLevelError } from './base.ts';
import { explainDenial } from './explain.ts';
import { parseRefusal, type Refusal } from './parse.ts';
import { DuplicateError, RateLimitedError, RefusedError, ServerError } from './refused.ts';
import { TokenError } from './token.ts';

export interface FailedAnswer {
  readonly operation: Operation;
  readonly tokenKind: TokenKind;
  readonly level: TokenLevel;
  /** The location that the call is about, where it is known. */
  readonly locationId?: string | undefined;
  readonly status: number;
  /** The body, already cleared of the token. */
  readonly text: string;
  readonly rateLimit: RateLimitStatus | undefined;
  /** Whether the operation may change something. */
  readonly changes: boolean;
}

/** Limit of HighLevel's window, for a 429 that names none. */
const DEFAULT_INTERVAL_MS = 10_000;

/** The error for an answer with a status of 400 or above. */
export function createErrorFromAnswer(answer: FailedAnswer): HighLevelError {
  const refusal = parseRefusal(answer.text);
  const { status } = answer;
  const message = formatMessage(answer, refusal);
  const facts = { sent: 'yes', outcome: 'not-done', status, ...refusal } as const;
  if (status === 401 || status === 403) {
    const explanation = explainDenial({ ...answer, messages: refusal.messages });
    const { reason, advice } = explanation;
    if (reason === undefined) return new RefusedError(message, { ...facts, advice });
    return new TokenError(message, { ...facts, advice, reason, scopes: answer.operation.scopes });
  }
  if (status === 429) return createRateLimited(message, facts, answer.rateLimit);
  if (status >= 500) {
    const { changes } = answer;
    return new ServerError(message, {
      ...facts,
      outcome: changes ? 'unknown' : 'not-done',
      advice: changes
        ? 'The outcome is unknown. Check by a read before repeating it; HighLevel also answers so to bad input, so check the arguments.'
        : 'Safe to repeat once. HighLevel also answers so to bad input, so check the arguments.',
    });
  }
  const existingId = extractExistingId(refusal);
  if (existingId !== undefined) {
    const advice = `Work on the existing record ${existingId} instead of creating another.`;
    return new DuplicateError(message, { ...facts, advice, existingId });
  }
  return new RefusedError(message, { ...facts, advice: adviseOnRefusal(answer, refusal) });
}

function formatMessage(answer: FailedAnswer, refusal: Refusal): string {
  const said = refusal.messages.length > 0 ? `: ${refusal.messages.join('; ')}` : ' without saying why';
  const verb = answer.status >= 500 ? 'failed' : 'refused';
  // The path as documented: the values in it may be a person's number or address.
  return `HighLevel ${verb} ${answer.operation.method} ${answer.operation.path} (${answer.status})${said}`;
}

function createRateLimited(
  message: string,
  facts: Omit<ErrorFacts, 'advice'>,
  limits: RateLimitStatus | undefined,
): RateLimitedError {
  const daily = limits?.dailyRemaining === 0;
  const windowMs = limits?.intervalMs ?? DEFAULT_INTERVAL_MS;
  const retryAfterMs = limits?.retryAfterMs ?? (daily ? (limits?.dailyResetMs ?? windowMs) : windowMs);
  const advice = daily
    ? 'The budget of the day is spent. Stop calling until it is renewed.'
    : `Nothing was done. Wait ${Math.ceil(retryAfterMs / 1000)} s, then call again.`;
  return new RateLimitedError(message, { ...facts, advice, retryAfterMs, daily });
}

/** The id of the record in the way: `meta.contactId` for contacts, `meta.existingId` for opportunities. */
function extractExistingId(refusal: Refusal): string | undefined {
  const isDuplicate = /duplicat/i.test([refusal.code, ...refusal.messages].join(' '));
  const id = refusal.meta?.existingId ?? refusal.meta?.contactId;
  return isDuplicate && typeof id === 'string' && id !== '' ? id : undefined;
}

function adviseOnRefusal({ status, locationId }: FailedAnswer, refusal: Refusal): string {
  const said = refusal.messages.join(' ').toLowerCase();
  if (status === 404 || said.includes('not found')) {
    const which = locationId === undefined ? 'the location of the token' : `location ${locationId}`;
    return `Check the id: this call was about ${which}, and the record may belong to another location. New records take seconds to appear in lists.`;
  }
  if (said.includes('slot') && said.includes('no longer available')) {
    return 'Ask for the free slots again and use one of them literally.';
  }
  if (said.includes('dnd is active') || said.includes('unsubscribed')) {
    return 'The contact does not want messages on this channel. Do not send again.';
  }
  if (status === 413) return 'Send less: the upload or body is larger than HighLevel takes.';
  if (status === 415) return 'HighLevel does not take files of this type.';
  return 'Correct what HighLevel names and call again; unchanged it will be refused again.';
}
