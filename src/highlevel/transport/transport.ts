/** The way to HighLevel: one pool of connections to one origin. It never follows a redirect. */
import { type Dispatcher, Pool } from 'undici';
import type { Secret } from '../auth/secret.ts';
import type { OutgoingRequest } from '../request/build.ts';
import type { BaseUrl } from './base-url.ts';
import { Exchange, type RawAnswer } from './exchange.ts';
import { explainFailure } from './failure.ts';

export interface TransportOptions {
  readonly baseUrl: BaseUrl;
  readonly userAgent: string;
  readonly connections: number;
  readonly connectTimeoutMs: number;
  /** The longest wait for the first byte of an answer. */
  readonly headersTimeoutMs: number;
  /** The longest pause inside an answer. */
  readonly bodyTimeoutMs: number;
  readonly maxResponseBytes: number;
}

export interface SendOptions {
  readonly token: Secret;
  readonly signal?: AbortSignal | undefined;
  /** Whether the request may change something, so that a lost answer leaves its outcome unknown. */
  readonly changes: boolean;
  /** Called when a connection stands and the request is about to be written to it. */
  readonly onDeparture?: () => void;
}

export interface Transport {
  /**
   * Sends a request once and reads the whole answer, whatever its status.
   *
   * @throws UnreachableError, ConnectionLostError, AnswerTooLargeError, CancelledError
   */
  send(request: OutgoingRequest, options: SendOptions): Promise<RawAnswer>;
  /** Lets running requests finish and closes the connections. */
  close(): Promise<void>;
}

/** HighLevel may close an idle connection; one that is dropped earlier cannot break under a write. */
const KEEP_ALIVE_MS = 4_000;

export function createTransport(options: TransportOptions): Transport {
  const { origin, prefix } = options.baseUrl;
  const pool = new Pool(origin, {
    connections: options.connections,
    pipelining: 1,
    // One connection carries one request at a time, so a failure says which request it was.
    allowH2: false,
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: 60_000,
    connect: { timeout: options.connectTimeoutMs },
    headersTimeout: options.headersTimeoutMs,
    bodyTimeout: options.bodyTimeoutMs,
    maxResponseSize: options.maxResponseBytes,
  });
  return {
    async send(request, { token, signal, onDeparture, changes }) {
      const exchange = new Exchange({ signal, onDeparture });
      try {
        pool.dispatch(
          {
            method: request.method,
            path: prefix + request.path,
            headers: {
              ...request.headers,
              'user-agent': options.userAgent,
              authorization: `Bearer ${token.reveal()}`,
            },
            body: toDispatchBody(request),
          },
          exchange,
        );
        return await exchange.answer;
      } catch (cause) {
        const { hasDeparted, status } = exchange;
        throw explainFailure(cause, { hasDeparted, status, changes, signal, options });
      } finally {
        exchange.dispose();
      }
    },
    async close() {
      await pool.close();
    },
  };
}

function toDispatchBody({ body }: OutgoingRequest): NonNullable<Dispatcher.DispatchOptions['body']> | null {
  if (body === undefined) return null;
  return body.kind === 'multipart' ? body.form : body.text;
}
