/** What the operator may set, and what holds when nothing is set. */
import { createPrivateIntegrationTokens } from './auth/private-integration.ts';
import type { TokenSource } from './auth/token-source.ts';
import { ConfigurationError } from './errors/index.ts';
import type { RateLimiter } from './rate-limit/limiter.ts';
import { SlidingWindowLimiter } from './rate-limit/sliding-window.ts';
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
  readonly limiter?: RateLimiter | undefined;
  /** The longest wait for the limiter. Default 60 s, after which most MCP clients have given up. */
  readonly maxWaitMs?: number | undefined;
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

export interface ResolvedOptions {
  readonly tokens: TokenSource;
  readonly limiter: RateLimiter;
  readonly maxWaitMs: number;
  readonly uploads: UploadRules;
  readonly transport: TransportOptions;
}

const MIB = 1024 * 1024;

/** @throws ConfigurationError */
export function resolveOptions(options: HighLevelClientOptions): ResolvedOptions {
  return {
    tokens: resolveTokens(options),
    limiter: options.limiter ?? new SlidingWindowLimiter(),
    maxWaitMs: resolveNumber('maxWaitMs', options.maxWaitMs, 60_000),
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

/** Zero would switch a timeout off, and a call could then wait for ever. */
function resolveNumber(name: string, value: number | undefined, fallback: number): number {
  const number = value ?? fallback;
  if (Number.isInteger(number) && number > 0) return number;
  throw new ConfigurationError(
    `The option ${name} must be a whole number above zero.`,
    `The operator corrects ${name}.`,
  );
}

function resolveUserAgent(text: string): string {
  if (/^[\x20-\x7e]+$/.test(text)) return text;
  throw new ConfigurationError('The user agent must be plain ASCII text.', 'The operator corrects userAgent.');
}
