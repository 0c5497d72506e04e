/** What a domain of the sandbox implements: one handler per operation, over the shared world. */
import type { OperationKey } from '../catalogue/operation.ts';
import type { World } from './world.ts';

/** Who a bearer token stands for in the sandbox. */
export interface Grant {
  readonly kind: 'location' | 'agency';
  readonly companyId: string;
  /** Present for location tokens only. */
  readonly locationId?: string;
  readonly userId?: string;
  readonly scopes: ReadonlySet<string>;
}

export interface UploadedFile {
  readonly field: string;
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer;
}

/** A request that has passed the gate: route, Version, token, scopes, limits and fields are checked. */
export interface SandboxRequest {
  readonly key: OperationKey;
  readonly path: Readonly<Record<string, string>>;
  /** Query values, coerced to the types that the facts declare. */
  // biome-ignore lint/suspicious/noExplicitAny: the gate has validated it against the operation's facts
  readonly query: Readonly<Record<string, any>>;
  // biome-ignore lint/suspicious/noExplicitAny: the gate has validated it against the operation's facts
  readonly body: any;
  readonly files: readonly UploadedFile[];
  readonly grant: Grant;
  /** The location the request is about: path, query or body, else the token's own. Empty: none. */
  readonly locationId: string;
  readonly traceId: string;
}

export interface Reply {
  /** Default: the documented status of success. */
  readonly status?: number;
  /** JSON value, or a buffer with `contentType`. */
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: SandboxRequest, world: World) => Reply | Promise<Reply>;

/** What each domain exports as `handlers`. */
export type Handlers = Readonly<Partial<Record<OperationKey, Handler>>>;
