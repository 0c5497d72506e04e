/** The API client: one call from arguments to answer, each step in its own folder. Knows nothing of MCP. */
import type { Operation } from '../catalogue/operation.ts';
import type { Answer } from './answer/answer.ts';
import { decodeAnswer } from './answer/decode.ts';
import { type AccessToken, resolveNeededLevel } from './auth/token-source.ts';
import { createErrorFromAnswer } from './errors/from-answer.ts';
import { ArgumentError } from './errors/index.ts';
import { type HighLevelClientOptions, resolveOptions } from './options.ts';
import { formatPlan, type RequestPlan } from './plan.ts';
import { resolveBucket } from './rate-limit/bucket.ts';
import type { RateLimitStatus } from './rate-limit/status.ts';
import { type Arguments, buildRequest, type OutgoingRequest } from './request/build.ts';
import type { RawAnswer } from './transport/exchange.ts';
import { createTransport } from './transport/transport.ts';

export type { Answer } from './answer/answer.ts';
export type { HighLevelClientOptions } from './options.ts';
export type { RequestPlan } from './plan.ts';
export type { Arguments } from './request/build.ts';

/** What a call is about, beside its arguments. */
export interface CallContext {
  /** Default: the argument that the operation's facts mark as the location. */
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Overrides the client's own longest wait for the limiter. */
  readonly maxWaitMs?: number | undefined;
}

export interface HighLevelClient {
  /**
   * Carries out an operation once. Arguments are taken as parsed by the operation's schema.
   *
   * @throws HighLevelError, with what was sent and what to do next
   */
  execute(operation: Operation, args: Arguments, context?: CallContext): Promise<Answer>;
  /**
   * The exact request that `execute` would send, without the token and without sending it.
   *
   * @throws ArgumentError as `execute` would
   */
  plan(operation: Operation, args: Arguments, context?: CallContext): Promise<RequestPlan>;
  /** HighLevel's own count, as last heard, for each token and location. */
  rateLimit(): ReadonlyMap<string, RateLimitStatus>;
  /** Lets running calls finish and closes the connections. */
  close(): Promise<void>;
}

/** @throws ConfigurationError when an option cannot work */
export function createHighLevelClient(options: HighLevelClientOptions): HighLevelClient {
  const settings = resolveOptions(options);
  const { limiter, tokens, uploads } = settings;
  const transport = createTransport(settings.transport);
  const { origin, prefix } = settings.transport.baseUrl;

  /** A slot is taken last and given back if the request never left, so that nothing else holds it up. */
  async function send(request: OutgoingRequest, token: AccessToken, bucket: string, context: CallContext) {
    const { signal, maxWaitMs = settings.maxWaitMs } = context;
    const slot = await limiter.acquire(bucket, { signal, maxWaitMs });
    try {
      return await transport.send(request, { token: token.secret, signal, onDeparture: slot.depart });
    } finally {
      slot.release();
    }
  }

  return {
    async execute(operation, args, context = {}) {
      const subject = resolveSubject(operation, args, context);
      const request = await buildRequest(operation, args, uploads);
      const need = { ...subject, level: resolveNeededLevel(operation) };
      const token = await tokens.resolveToken(need, { signal: context.signal });
      const bucket = resolveBucket(token, subject);
      const raw = await send(request, token, bucket, context);
      const rateLimit = limiter.observe(bucket, raw.headers);
      if (raw.status >= 400) throw createErrorFromAnswer(describeFailure(operation, token, raw, rateLimit));
      const url = origin + prefix + request.path;
      const answer = decodeAnswer({ operation, raw, url, token: token.secret });
      return { ...answer, ...(rateLimit !== undefined && { rateLimit }) };
    },
    async plan(operation, args, context = {}) {
      resolveSubject(operation, args, context);
      return formatPlan(await buildRequest(operation, args, uploads), origin + prefix, settings.transport.userAgent);
    },
    rateLimit: () => limiter.statuses,
    close: () => transport.close(),
  };
}

/**
 * The location and company of a call. A context that contradicts the arguments would send one location's
 * call under another one's name.
 */
function resolveSubject(operation: Operation, args: Arguments, context: CallContext) {
  const subject: { locationId?: string | undefined; companyId?: string | undefined } = {
    locationId: context.locationId,
    companyId: context.companyId,
  };
  for (const [argument, role] of Object.entries(operation.context ?? {})) {
    const given = args[argument];
    if ((role !== 'location' && role !== 'company') || typeof given !== 'string') continue;
    const field = role === 'location' ? 'locationId' : 'companyId';
    if (subject[field] !== undefined && subject[field] !== given) {
      throw new ArgumentError(argument, `is not the ${role} that the call is about.`, `Leave ${argument} out.`);
    }
    subject[field] = given;
  }
  return subject;
}

function describeFailure(
  operation: Operation,
  token: AccessToken,
  raw: RawAnswer,
  rateLimit: RateLimitStatus | undefined,
) {
  const text = token.secret.redactFrom(new TextDecoder().decode(raw.body));
  return { operation, level: token.level, status: raw.status, text, rateLimit };
}
