/** From a request to an answer: gate, handler, books. Knows nothing of sockets. */
import type { SandboxCatalogue } from '../catalogue.ts';
import { formatRefusal, getErrorShape, Refusal } from '../errors.ts';
import { createGate, type Incoming, type Progress } from '../gate/gate.ts';
import type { RateLimiter } from '../gate/rate-limit.ts';
import type { Handlers, Reply } from '../handler.ts';
import { createStatelessReply } from '../instance.ts';
import type { World } from '../world.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly content: Buffer;
  /** The operation that the route means, if any. */
  readonly key?: string;
  /** A handler has done what was asked. */
  readonly isProcessed: boolean;
  /** When the rate limit counted or refused the request, on the monotonic clock; undefined: it never got there. */
  readonly limitedAt?: number;
  /** What a handler threw that was no refusal. */
  readonly error?: unknown;
}

export interface Responder {
  respond(incoming: Incoming): Promise<Answer>;
  /** An answer to what cannot be received. */
  refuse(refusal: Refusal, traceId: string): Answer;
}

export interface ResponderOptions {
  readonly catalogue: SandboxCatalogue;
  readonly world: World;
  readonly limiter: RateLimiter;
  readonly handlers: Handlers;
  readonly monotonicClock: () => number;
  /** Called before an answer leaves, so that a killed process has lost nothing it had answered. */
  save(): void;
}

export function createResponder(options: ResponderOptions): Responder {
  const { world, limiter, handlers, save } = options;
  const gate = createGate(options);

  function buildHeaders(bucket: string | undefined, status: number): Record<string, string> {
    const headers = limiter.getHeaders(bucket);
    if (status !== 429 || bucket === undefined) return headers;
    const seconds = limiter.getRetryAfterSeconds(bucket);
    return { ...headers, 'X-RateLimit-Remaining': '0', ...(seconds && { 'Retry-After': String(seconds) }) };
  }

  function answerFailure(cause: unknown, progress: Progress, traceId: string): Answer {
    const refusal = cause instanceof Refusal ? cause : new Refusal(500, 'Internal server error');
    const body = formatRefusal(refusal, getErrorShape(progress.routed?.resource), traceId);
    return {
      status: refusal.status,
      headers: { ...buildHeaders(progress.bucket, refusal.status), ...jsonHeaders },
      content: Buffer.from(JSON.stringify(body)),
      isProcessed: false,
      ...getTrail(progress),
      ...(refusal !== cause && { error: cause }),
    };
  }

  return {
    refuse: (refusal, traceId) => answerFailure(refusal, {}, traceId),
    async respond(incoming) {
      const progress: Progress = {};
      try {
        const { routed, request } = await gate.admit(incoming, progress);
        const handler = handlers[routed.key];
        const reply = await (handler?.(request, world) ?? createStatelessReply(routed.operation, request, world));
        save();
        const instead = incoming.forced?.after;
        if (instead !== undefined) return { ...answerFailure(instead, progress, incoming.traceId), isProcessed: true };
        const status = reply.status ?? routed.operation.success;
        const { content, contentType } = encode(reply, incoming.traceId);
        return {
          status,
          headers: { ...buildHeaders(progress.bucket, status), ...contentType, ...reply.headers },
          content,
          isProcessed: true,
          ...getTrail(progress),
        };
      } catch (cause) {
        // Some refusals leave something behind, as HighLevel's do.
        save();
        return answerFailure(cause, progress, incoming.traceId);
      }
    },
  };
}

/** How far it got. */
function getTrail({ routed, limitedAt }: Progress): Pick<Answer, 'key' | 'limitedAt'> {
  return { ...(routed !== undefined && { key: routed.key }), ...(limitedAt !== undefined && { limitedAt }) };
}

const jsonHeaders = { 'Content-Type': 'application/json; charset=utf-8' };

/** Objects get the traceId that HighLevel adds to successes too. */
function encode(reply: Reply, traceId: string): { content: Buffer; contentType: Record<string, string> } {
  const { body, contentType } = reply;
  if (body === undefined) return { content: Buffer.alloc(0), contentType: {} };
  if (Buffer.isBuffer(body) || (typeof body === 'string' && contentType !== undefined)) {
    return { content: Buffer.from(body), contentType: { 'Content-Type': contentType ?? 'application/octet-stream' } };
  }
  const isObject = typeof body === 'object' && body !== null && !Array.isArray(body);
  const value = isObject ? { ...body, traceId } : body;
  return { content: Buffer.from(JSON.stringify(value)), contentType: jsonHeaders };
}
