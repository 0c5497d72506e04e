/** The API client: one call from arguments to answer, each step in its own folder. Knows nothing of MCP. */
import type { Operation, OperationKey } from '../catalogue/operation.ts';
import type { State, WindowStatus } from '../state/state.ts';
import type { Answer } from './answer/answer.ts';
import { isInvalidJwt } from './auth/oauth/explain.ts';
import {
  type OpenedLocation,
  resolveNeededLevel,
  type TokenIdentity,
  type TokenKind,
  type TokenNeed,
} from './auth/token-source.ts';
import { type Effect, guessEffect } from './effect.ts';
import { CancelledError, DuplicateError, HighLevelError, TokenError } from './errors/index.ts';
import type { Replay, Write } from './idempotency/journal.ts';
import { buildEntryKeys, type Subject as WriteSubject } from './idempotency/key.ts';
import { type HighLevelClientOptions, resolveOptions } from './options.ts';
import { formatPlan, type RequestPlan } from './plan.ts';
import { resolveBucket } from './rate-limit/bucket.ts';
import type { Priority } from './rate-limit/lane.ts';
import type { RateLimitStatus } from './rate-limit/status.ts';
import { type Arguments, buildRequest } from './request/build.ts';
import { createSender, type Outgoing } from './sender.ts';
import { fillSubject, resolveSubject, type Subject } from './subject.ts';
import { createTransport } from './transport/transport.ts';

export type { Answer } from './answer/answer.ts';
export type { Effect } from './effect.ts';
export type { Replay } from './idempotency/journal.ts';
export type { HighLevelClientOptions } from './options.ts';
export type { RequestPlan } from './plan.ts';
export type { Arguments } from './request/build.ts';

/** What a call is about, beside its arguments. */
export interface CallContext {
  /** Default: the argument that the operation's facts mark as the location. */
  readonly locationId?: string | undefined;
  readonly companyId?: string | undefined;
  /** Calls off a read at any time. A write that has left is heard out in the background, and its outcome kept. */
  readonly signal?: AbortSignal | undefined;
  /** From now until no more is begun: waiting, another try, another look. Overrides the client's own. */
  readonly deadlineMs?: number | undefined;
  /** What a second send would do. Default: a GET reads, all else must not happen twice. */
  readonly effect?: Effect | undefined;
  /** Names the intention: whatever is called with it again is this call. */
  readonly idempotencyKey?: string | undefined;
  /** Default `interactive`. */
  readonly priority?: Priority | undefined;
  /** Awaited once, when the call is not answered from the journal: what it throws ends the call with nothing sent. */
  readonly beforeSend?: (() => Promise<void>) | undefined;
}

/** An answer, and how it came about. */
export interface CallResult extends Answer {
  /** Nothing was sent: an earlier call had done it. */
  readonly replay?: Replay;
  /** HighLevel refused a duplicate; `data` is the record that was there already. */
  readonly existingId?: string;
  /** The outcome could not be recorded, so a repetition would not be recognised. */
  readonly isUnrecorded?: true;
}

export interface RateLimits {
  /** Names token and location without giving the token away. */
  readonly bucket: string;
  /** What is counted here, over everybody who shares the state. */
  readonly counted: WindowStatus;
  /** HighLevel's own count, as last heard by this process. */
  readonly heard: RateLimitStatus | undefined;
  /** Calls of this process that wait for their turn. */
  readonly waiting: number;
}

export interface HighLevelClient {
  /**
   * Brings an operation to its one outcome. Arguments are taken as parsed by the operation's schema.
   *
   * @throws HighLevelError, with what was sent and what to do next
   */
  execute(operation: Operation, args: Arguments, context?: CallContext): Promise<CallResult>;
  /**
   * The exact request that `execute` would send, without the token and without sending it.
   *
   * @throws ArgumentError as `execute` would
   */
  plan(operation: Operation, args: Arguments, context?: CallContext): Promise<RequestPlan>;
  /**
   * How much may be sent in a location or company now. Sends nothing.
   *
   * @throws HighLevelError when no token fits
   */
  rateLimits(context?: Partial<Subject>): Promise<RateLimits>;
  /**
   * As whom and where `execute` would act: the token by its id. Sends nothing.
   *
   * @throws HighLevelError when no token fits
   */
  identify(operation: Operation, args: Arguments, context?: CallContext): Promise<WriteSubject>;
  /**
   * Which token speaks in a location or company, by its id, and for whom as far as that is known. Sends nothing.
   *
   * @param need Default level: `any`.
   * @throws HighLevelError when no token fits
   */
  describeToken(need?: Partial<TokenNeed>): Promise<TokenDescription>;
  /**
   * The locations that calls can be about; absent where the kind of token does not tell, so that HighLevel's search has
   * to.
   *
   * @throws HighLevelError when they cannot be read
   */
  readonly listLocations?: () => Promise<readonly OpenedLocation[]>;
  /** Where limits and journal are kept. */
  readonly state: Pick<State, 'description' | 'isDurable' | 'records' | 'windows'>;
  /** Lets running calls finish and closes connections and state. */
  close(): Promise<void>;
}

export interface TokenDescription extends TokenIdentity {
  readonly kind: TokenKind;
}

/** A look at what a lost write has done should not take the time of the call itself. */
const LOOK_DEADLINE_MS = 10_000;

/** @throws ConfigurationError when an option cannot work */
export function createHighLevelClient(options: HighLevelClientOptions): HighLevelClient {
  const settings = resolveOptions(options);
  const { limiter, tokens, uploads, journal, state, loadOperation, clock } = settings;
  const { origin, prefix } = settings.transport.baseUrl;
  const baseUrl = origin + prefix;
  const transport = createTransport(settings.transport);
  const sender = createSender({
    limiter,
    transport,
    connections: settings.transport.connections,
    baseUrl,
    tokenKind: tokens.kind,
  });
  const running = new Set<Promise<unknown>>();
  let closing: Promise<void> | undefined;

  async function prepare(operation: Operation, args: Arguments, context: CallContext) {
    const { effect = guessEffect(operation), priority = 'interactive', signal } = context;
    const subject = resolveSubject(operation, args, context);
    const request = await buildRequest(operation, args, uploads);
    const need = { ...subject, level: resolveNeededLevel(operation) };
    const token = await tokens.resolveToken(need, { signal });
    const endsAt = clock.now() + (context.deadlineMs ?? settings.deadlineMs);
    const getTimeLeft = () => endsAt - clock.now();
    const bucket = resolveBucket(token, subject);
    const { locationId } = subject;
    const outgoing: Outgoing = { operation, request, token, bucket, locationId, effect, priority, signal, getTimeLeft };
    return { subject, outgoing, need };
  }

  /** A token that HighLevel does not know did nothing, so the request goes out again with another. */
  async function send(outgoing: Outgoing, need: TokenNeed): Promise<Answer> {
    try {
      return await sender.send(outgoing);
    } catch (error) {
      if (!(error instanceof TokenError) || !isInvalidJwt(error)) throw error;
      await outgoing.progress?.notProcessed();
      const { signal } = outgoing;
      const token = await tokens.replaceRejected?.(outgoing.token, need, { signal });
      if (token === undefined) throw error;
      return await sender.send({ ...outgoing, token });
    }
  }

  async function run(operation: Operation, args: Arguments, context: CallContext): Promise<CallResult> {
    const { subject, outgoing, need } = await prepare(operation, args, context);
    const { effect, token, signal, getTimeLeft } = outgoing;
    const { idempotencyKey } = context;
    const isJournaled = effect.repetition === 'single' || (effect.repetition === 'repeatable' && idempotencyKey);
    let admission: Promise<void> | undefined;
    const admit = () => {
      admission ??= context.beforeSend?.();
      return admission;
    };
    if (!isJournaled) {
      await admit();
      return send(outgoing, need);
    }
    const name = `${operation.method} ${operation.path}`;
    const write: Write = {
      keys: buildEntryKeys({ token: token.id, ...subject }, name, args, idempotencyKey),
      operation: name,
      args,
      effect,
      getTimeLeft,
      signal,
      read: async (key, lookArgs) => {
        const { data, serverTimeMs = Date.now() } = await look(key, lookArgs, subject, context);
        return { data, serverTimeMs };
      },
    };
    try {
      const { answer, ...rest } = await journal.run(write, async (progress) => {
        await admit();
        return send({ ...outgoing, progress }, need);
      });
      return { ...answer, ...rest };
    } catch (error) {
      const existing = error instanceof DuplicateError && (await fetchExisting(error, effect, subject, context));
      if (!existing) throw error;
      return existing;
    }
  }

  /** A read of our own, to see what a write has done. */
  async function look(key: OperationKey, args: Arguments, subject: Subject, context: CallContext): Promise<Answer> {
    const operation = await loadOperation(key);
    const { outgoing, need } = await prepare(operation, fillSubject(operation, args, subject), {
      ...subject,
      signal: context.signal,
      priority: context.priority,
      deadlineMs: LOOK_DEADLINE_MS,
      effect: { repetition: 'read', isIrreversible: false },
    });
    return send(outgoing, need);
  }

  /** The record that stood in the way; undefined where it cannot be read. */
  async function fetchExisting(
    { existingId, status = 400 }: DuplicateError,
    { findOut }: Effect,
    subject: Subject,
    context: CallContext,
  ): Promise<CallResult | undefined> {
    if (findOut?.record === undefined) return undefined;
    try {
      const { data } = await look(findOut.record.ask, { [findOut.record.id]: existingId }, subject, context);
      return { status, kind: 'json', data, existingId };
    } catch (error) {
      if (error instanceof HighLevelError) return undefined;
      throw error;
    }
  }

  async function close(): Promise<void> {
    await Promise.allSettled(running);
    await transport.close();
    await settings.close();
  }

  const listLocations = tokens.listLocations?.bind(tokens);
  return {
    state,
    ...(listLocations !== undefined && { listLocations: () => listLocations() }),
    execute(operation, args, context = {}) {
      const call = run(operation, args, context);
      running.add(call);
      const forget = (): void => void running.delete(call);
      call.then(forget, forget);
      const changes = (context.effect ?? guessEffect(operation)).repetition !== 'read';
      return orCancelled(call, context.signal, changes);
    },
    async plan(operation, args, context = {}) {
      resolveSubject(operation, args, context);
      return formatPlan(await buildRequest(operation, args, uploads), baseUrl, settings.transport.userAgent);
    },
    async identify(operation, args, context = {}) {
      const subject = resolveSubject(operation, args, context);
      const need = { ...subject, level: resolveNeededLevel(operation) };
      const { id } = await tokens.resolveToken(need, { signal: context.signal });
      return { token: id, ...subject };
    },
    async describeToken({ locationId, companyId, level: needed = 'any' } = {}) {
      const { id, level, scopes, consent } = await tokens.identifyToken({ locationId, companyId, level: needed });
      return { id, level, scopes, consent, kind: tokens.kind };
    },
    async rateLimits({ locationId, companyId } = {}) {
      const subject = { locationId, companyId };
      const bucket = resolveBucket(await tokens.resolveToken({ ...subject, level: 'any' }), subject);
      const waiting = limiter.countWaiting(bucket);
      return { bucket, counted: await limiter.peek(bucket), heard: limiter.statuses.get(bucket), waiting };
    },
    close() {
      closing ??= close();
      return closing;
    },
  };
}

/**
 * Answers a caller who called off at once, even where the call itself goes on. Whoever calls off in time is told
 * by the call that nothing was sent, which takes a turn of the event loop.
 */
async function orCancelled<T>(call: Promise<T>, signal: AbortSignal | undefined, changes: boolean): Promise<T> {
  if (signal === undefined) return call;
  let onAbort = () => {};
  const cancelled = new Promise<never>((_, reject) => {
    onAbort = () => setImmediate(() => reject(new CancelledError('unknown', changes)));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([call, cancelled]);
  } finally {
    signal.removeEventListener('abort', onAbort);
    cancelled.catch(() => {});
  }
}
