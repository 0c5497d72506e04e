/** What a request passes before its handler sees it, in the order in which HighLevel refuses. */
import type { SandboxCatalogue } from '../catalogue.ts';
import { Refusal } from '../errors.ts';
import type { Grant, SandboxRequest, UploadedFile } from '../handler.ts';
import type { TokenRecord } from '../tokens.ts';
import type { World } from '../world.ts';
import { authenticate, authorize, createGrant, needsToken } from './access.ts';
import { readFields } from './fields/read.ts';
import { validateFields } from './fields/validate.ts';
import { resolveLocation } from './location.ts';
import type { RateLimiter } from './rate-limit.ts';
import { createRouter, type Routed } from './router.ts';

export interface Incoming {
  readonly method: string;
  /** Path and query as received. */
  readonly url: string;
  readonly version: string | undefined;
  readonly authorization: string | undefined;
  /** Parses what came as body; throws a refusal when it cannot be read. */
  parseBody(): Promise<ParsedBody>;
  readonly traceId: string;
  readonly forced?: ForcedRefusals | undefined;
}

/** Faults, as refusals that nothing in the request deserves. */
export interface ForcedRefusals {
  /** Refuses where a limit would. */
  readonly before?: Refusal;
  /** Answered in place of the reply, when the handler has done its work. */
  readonly after?: Refusal;
}

export interface ParsedBody {
  readonly body: unknown;
  readonly isForm: boolean;
  readonly files: readonly UploadedFile[];
}

/** Filled as the request gets through, so that a refusal can be answered in the right shape and headers. */
export interface Progress {
  routed?: Routed;
  bucket?: string;
  /** When the rate limit counted or refused it, on the monotonic clock. */
  limitedAt?: number;
}

export interface Gate {
  /** Throws a refusal, or gives the request as its handler takes it. */
  admit(incoming: Incoming, progress: Progress): Promise<{ routed: Routed; request: SandboxRequest }>;
}

export interface GateOptions {
  readonly catalogue: SandboxCatalogue;
  readonly world: World;
  readonly limiter: RateLimiter;
  readonly monotonicClock: () => number;
}

export function createGate({ catalogue, world, limiter, monotonicClock }: GateOptions): Gate {
  const router = createRouter(catalogue);
  const stranger: Grant = { kind: 'agency', companyId: world.companyId, scopes: new Set() };

  return {
    async admit(incoming, progress) {
      const routed = await router.route(incoming);
      progress.routed = routed;
      const forced = incoming.forced?.before;
      let token: TokenRecord | undefined;
      if (needsToken(routed)) {
        token = authenticate(world, incoming.authorization);
        progress.bucket = getBucket(token, token.grantedLocationId ?? '');
        authorize(token, routed);
      }
      const grant = token === undefined ? stranger : createGrant(token);
      const parsed = await incoming.parseBody();
      const { operation } = routed;
      const search = incoming.url.includes('?') ? incoming.url.slice(incoming.url.indexOf('?') + 1) : '';
      const read = readFields(operation, { ...parsed, path: routed.path, query: new URLSearchParams(search) });
      const locationId = resolveLocation({ operation, values: read.values }, grant, world);
      if (token !== undefined) {
        progress.bucket = getBucket(token, locationId);
        progress.limitedAt = monotonicClock();
        if (forced?.status !== 429 && !limiter.take(progress.bucket)) throw tooManyRequests();
      }
      if (forced !== undefined) throw forced;
      const { key, path } = routed;
      const isModernTokenCall = key === 'POST /oauth/token' && incoming.version === 'v3';
      if (!isModernTokenCall) validateFields(operation, read, parsed.files);
      const { query } = read;
      // In v3 it has other fields than the facts of V2 say, and its handler refuses what is missing in OAuth's words.
      const body = isModernTokenCall ? (parsed.body ?? {}) : read.body;
      return {
        routed,
        request: { key, path, query, body, files: parsed.files, grant, locationId, traceId: incoming.traceId },
      };
    },
  };
}

/** HighLevel documents no body for it. */
export function tooManyRequests(): Refusal {
  return new Refusal(429, 'Too Many Requests');
}

/** An app has one allowance per location, or per company when no location is concerned. */
function getBucket(token: TokenRecord, locationId: string): string {
  return `${token.app ?? token.id} ${locationId || token.companyId}`;
}
