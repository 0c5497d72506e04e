/** Sends a request: waits for the limit, for a connection, and again where a second send is harmless. */
import PQueue from 'p-queue';
import type { Operation } from '../catalogue/operation.ts';
import type { Answer } from './answer/answer.ts';
import { decodeAnswer, getHeader } from './answer/decode.ts';
import type { AccessToken, TokenKind } from './auth/token-source.ts';
import type { Effect } from './effect.ts';
import { createErrorFromAnswer } from './errors/from-answer.ts';
import { CancelledError, HighLevelError, RateLimitedError, RefusedError, UnreachableError } from './errors/index.ts';
import type { SendProgress } from './idempotency/attempt.ts';
import { createLeaving } from './leaving.ts';
import type { Priority } from './rate-limit/lane.ts';
import type { RateLimiter } from './rate-limit/limiter.ts';
import type { Slot } from './rate-limit/slot.ts';
import type { OutgoingRequest } from './request/build.ts';
import { createRetryBudget } from './retry/budget.ts';
import { withRetries } from './retry/retry.ts';
import type { RawAnswer } from './transport/exchange.ts';
import { type FairOptions, FairQueue } from './transport/fair-queue.ts';
import type { Transport } from './transport/transport.ts';

/** A request with all that decides how it is sent. */
export interface Outgoing {
  readonly operation: Operation;
  readonly request: OutgoingRequest;
  readonly token: AccessToken;
  readonly bucket: string;
  /** The location that the call is about, where it is known. */
  readonly locationId: string | undefined;
  readonly effect: Effect;
  readonly priority: Priority;
  /** Calls off a read at any time, and a write until it leaves. */
  readonly signal: AbortSignal | undefined;
  /** Milliseconds left of the call's time. */
  readonly getTimeLeft: () => number;
  /** Told of every send, for a write that the journal keeps. */
  readonly progress?: SendProgress | undefined;
}

export interface Sender {
  /** @throws HighLevelError */
  send(outgoing: Outgoing): Promise<Answer>;
}

export interface SenderOptions {
  readonly limiter: RateLimiter;
  readonly transport: Transport;
  /** Requests at a time. */
  readonly connections: number;
  /** Where requests go, for redirects. */
  readonly baseUrl: string;
  readonly tokenKind: TokenKind;
}

export function createSender(options: SenderOptions): Sender {
  const { limiter, transport, connections, baseUrl, tokenKind } = options;
  const budget = createRetryBudget();
  const queue = new PQueue<FairQueue, FairOptions>({ concurrency: connections, queueClass: FairQueue });

  /** A slot is taken last and given back if the request never left, so that nothing else holds it up. */
  async function sendOnce(outgoing: Outgoing, earlier: HighLevelError | undefined): Promise<Answer> {
    const { bucket, priority, signal, getTimeLeft, progress } = outgoing;
    const slot = await limiter.acquire(bucket, { priority, signal, maxWaitMs: Math.max(0, getTimeLeft()) });
    try {
      const raw = await takeTurn(outgoing, slot);
      return await read(outgoing, raw);
    } catch (error) {
      const isProcessed = !(error instanceof UnreachableError || isRefusedByLimit(error));
      if (!isProcessed && !isOpen(earlier)) await progress?.notProcessed();
      throw error;
    } finally {
      slot.release();
    }
  }

  async function takeTurn(outgoing: Outgoing, slot: Slot): Promise<RawAnswer> {
    const { request, token, bucket, priority, effect, signal, progress } = outgoing;
    const waiting = createLeaving(signal);
    const run = async (): Promise<RawAnswer> => {
      waiting.left();
      await progress?.sending();
      const leaving = createLeaving(signal);
      const onDeparture = () => {
        slot.depart();
        // A write that has left is heard out, so that its outcome is known to whoever asks next.
        if (effect.repetition !== 'read') leaving.left();
      };
      try {
        return await transport.send(request, {
          token: token.secret,
          signal: leaving.signal,
          onDeparture,
          changes: effect.repetition !== 'read',
        });
      } finally {
        leaving.left();
      }
    };
    try {
      return await queue.add(run, {
        turn: bucket,
        priority: priority === 'interactive' ? 1 : 0,
        signal: waiting.signal,
      });
    } finally {
      waiting.left();
    }
  }

  async function read(outgoing: Outgoing, raw: RawAnswer): Promise<Answer> {
    const { operation, token, bucket, locationId, request, effect } = outgoing;
    const changes = effect.repetition !== 'read';
    const rateLimit = await limiter.observe(bucket, raw);
    if (raw.status >= 400) {
      const text = token.secret.redactFrom(new TextDecoder().decode(raw.body));
      const { level } = token;
      const { status } = raw;
      throw createErrorFromAnswer({ operation, tokenKind, level, locationId, status, text, rateLimit, changes });
    }
    const answer = decodeAnswer({ operation, raw, url: baseUrl + request.path, token: token.secret, changes });
    const serverTimeMs = Date.parse(getHeader(raw, 'date') ?? '');
    return {
      ...answer,
      ...(rateLimit !== undefined && { rateLimit }),
      ...(!Number.isNaN(serverTimeMs) && { serverTimeMs }),
    };
  }

  return {
    async send(outgoing) {
      const { effect, getTimeLeft, signal } = outgoing;
      const tries: { earlier?: HighLevelError } = {};
      try {
        return await withRetries({ repetition: effect.repetition, budget, getTimeLeft, signal }, async () => {
          try {
            return await sendOnce(outgoing, tries.earlier);
          } catch (error) {
            const wasSent = error instanceof HighLevelError && error.sent !== 'no';
            if (wasSent && !isOpen(tries.earlier)) tries.earlier = error;
            throw error;
          }
        });
      } catch (error) {
        throw explainAfter(tries.earlier, error);
      }
    },
  };
}

function isRefusedByLimit(error: unknown): boolean {
  return error instanceof RateLimitedError && error.status === 429;
}

/** Whether what a try did is not known. */
function isOpen(earlier: HighLevelError | undefined): boolean {
  return earlier?.outcome === 'unknown';
}

/** What the last try says of itself alone (nothing was sent, nothing was done) may not be true of the whole call. */
function explainAfter(earlier: HighLevelError | undefined, error: unknown): unknown {
  if (earlier === undefined || error === earlier || !(error instanceof HighLevelError)) return error;
  if (error instanceof CancelledError) return new CancelledError('unknown', isOpen(earlier));
  if (error instanceof RefusedError && isOpen(earlier)) return explainAfterLoss(error);
  return error.sent === 'no' || (error.outcome === 'not-done' && isOpen(earlier)) ? earlier : error;
}

/** A deletion that was done and whose answer was lost is refused when it comes again: the record is gone. */
function explainAfterLoss(error: RefusedError): HighLevelError {
  const { message, status, traceId, code, messages, meta } = error;
  const advice = `${error.advice} An earlier try of this same call lost its answer, so it may be done already: check by a read.`;
  return new RefusedError(message, { sent: 'yes', outcome: 'unknown', advice, status, traceId, code, messages, meta });
}
