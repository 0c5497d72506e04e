/** What the operator may set, and what holds when nothing is set. */
import type { Operation, OperationKey } from '../catalogue/operation.ts';
import { createSqliteState } from '../state/sqlite/state.ts';
import type { State } from '../state/state.ts';
import { createPrivateIntegrationTokens } from './auth/private-integration.ts';
import type { TokenSource } from './auth/token-source.ts';
import { ConfigurationError } from './errors/index.ts';
import { createBook } from './idempotency/book.ts';
import { createJournal, type Journal } from './idempotency/journal.ts';
import { createOwner } from './idempotency/owner.ts';
import { createSeal } from './idempotency/seal.ts';
import { type Clock, monotonicClock } from './rate-limit/clock.ts';
import { withFallback } from './rate-limit/fallback.ts';
import { createRateLimiter, type RateLimiter, type RateLimiterOptions } from './rate-limit/limiter.ts';
import type { LimiterNotice } from './rate-limit/notice.ts';
import type { UploadRules } from './request/upload.ts';
import { defaultBaseUrl, parseBaseUrl } from './transport/base-url.ts';
import type { TransportOptions } from './transport/transport.ts';

export interface HighLevelClientOptions {
  /** One private integration token. Instead of `tokens`. */
  readonly token?: string | undefined;
  /** Several tokens, or tokens of another kind. Instead of `token`. */
  readonly tokens?: TokenSource | undefined;
  /** https, or http to this machine. */
  readonly baseUrl?: string | undefined;
  readonly userAgent?: string | undefined;
  /** Where limits and journal are kept; closed with the client. Default: in memory. */
  readonly state?: State | undefined;
  /** Instead of the limits that HighLevel documents, and of what the limiter does by itself. */
  readonly limits?: Pick<RateLimiterOptions, 'rule' | 'margin' | 'reserve'> | undefined;
  readonly idempotency?: IdempotencyOptions | undefined;
  /** Loads the reads with which the outcome of a lost write is found out. Without it, none is. */
  readonly loadOperation?: ((key: OperationKey) => Promise<Operation>) | undefined;
  /** The time of a call, after which nothing more is begun. Default 60 s, when most MCP clients give up. */
  readonly deadlineMs?: number | undefined;
  /** Told what an operator should hear about the limits. */
  readonly onNotice?: ((notice: LimiterNotice) => void) | undefined;
  /** Connections at a time. Default 16. */
  readonly connections?: number | undefined;
  /** Default 10 s. */
  readonly connectTimeoutMs?: number | undefined;
  /** Default 60 s: some searches and AI operations take long. */
  readonly headersTimeoutMs?: number | undefined;
  /** Default 30 s. */
  readonly bodyTimeoutMs?: number | undefined;
  /** Default 25 MiB. */
  readonly maxResponseBytes?: number | undefined;
  /** Folders from which files may be uploaded. Default: none. */
  readonly uploadFolders?: readonly string[] | undefined;
  /** Default 50 MiB, the largest that HighLevel documents. */
  readonly maxUploadBytes?: number | undefined;
}

export interface IdempotencyOptions {
  /** How long an idempotency key stands for its call. Default 24 h. */
  readonly keptMs?: number | undefined;
  /** How long an identical call without a key counts as a repetition; 0: not at all. Default 120 s. */
  readonly guardMs?: number | undefined;
  /** After this long, what HighLevel's lists do not show did not take place. Default 60 s. */
  readonly settleMs?: number | undefined;
}

export interface ResolvedOptions {
  readonly tokens: TokenSource;
  readonly limiter: RateLimiter;
  readonly journal: Journal;
  readonly state: Pick<State, 'description' | 'isDurable' | 'records' | 'windows'>;
  readonly loadOperation: (key: OperationKey) => Promise<Operation>;
  readonly deadlineMs: number;
  readonly clock: Clock;
  readonly uploads: UploadRules;
  readonly transport: TransportOptions;
  close(): Promise<void>;
}

const MIB = 1024 * 1024;
const HOUR_MS = 3_600_000;

/** @throws ConfigurationError */
export function resolveOptions(options: HighLevelClientOptions): ResolvedOptions {
  const {
    state = createSqliteState(),
    onNotice,
    limits = {},
    idempotency = {},
    loadOperation = refuseToLoad,
  } = options;
  const tokens = resolveTokens(options);
  const owner = createOwner(state.records);
  const windows = withFallback(state.windows, () => createSqliteState().windows, onNotice);
  return {
    tokens,
    limiter: createRateLimiter({ windows, clock: monotonicClock, onNotice, ...limits }),
    journal: createJournal({
      book: createBook(state.records),
      owner,
      seal: createSeal(tokens.deriveKey('journal')),
      clock: monotonicClock,
      keptMs: resolveNumber('keptMs', idempotency.keptMs, 24 * HOUR_MS),
      guardMs: resolveNumber('guardMs', idempotency.guardMs, 120_000, 0),
      settleMs: resolveNumber('settleMs', idempotency.settleMs, 60_000, 0),
    }),
    state,
    loadOperation,
    deadlineMs: resolveNumber('deadlineMs', options.deadlineMs, 60_000),
    clock: monotonicClock,
    async close() {
      // An owner that cannot say goodbye is missed after its lease.
      await owner.close().catch(() => {});
      await state.close();
    },
    uploads: {
      folders: options.uploadFolders ?? [],
      maxBytes: resolveNumber('maxUploadBytes', options.maxUploadBytes, 50 * MIB),
    },
    transport: {
      baseUrl: parseBaseUrl(options.baseUrl ?? defaultBaseUrl),
      userAgent: resolveUserAgent(options.userAgent ?? 'highlevel-mcp'),
      connections: resolveNumber('connections', options.connections, 16),
      connectTimeoutMs: resolveNumber('connectTimeoutMs', options.connectTimeoutMs, 10_000),
      headersTimeoutMs: resolveNumber('headersTimeoutMs', options.headersTimeoutMs, 60_000),
      bodyTimeoutMs: resolveNumber('bodyTimeoutMs', options.bodyTimeoutMs, 30_000),
      maxResponseBytes: resolveNumber('maxResponseBytes', options.maxResponseBytes, 25 * MIB),
    },
  };
}

function resolveTokens({ token, tokens }: HighLevelClientOptions): TokenSource {
  if (token !== undefined && tokens !== undefined) {
    throw new ConfigurationError('Both token and tokens are given.', 'The operator gives one of the two.');
  }
  return tokens ?? createPrivateIntegrationTokens(token === undefined ? [] : [{ token }]);
}

function refuseToLoad(key: OperationKey): Promise<never> {
  return Promise.reject(new ConfigurationError(`${key} cannot be loaded.`, 'The operator gives loadOperation.'));
}

/** Zero would switch a timeout off, and a call could then wait for ever. */
function resolveNumber(name: string, value: number | undefined, fallback: number, least = 1): number {
  const number = value ?? fallback;
  if (Number.isInteger(number) && number >= least) return number;
  throw new ConfigurationError(
    `The option ${name} must be a whole number of at least ${least}.`,
    `The operator corrects ${name}.`,
  );
}

function resolveUserAgent(text: string): string {
  if (/^[\x20-\x7e]+$/.test(text)) return text;
  throw new ConfigurationError('The user agent must be plain ASCII text.', 'The operator corrects userAgent.');
}
