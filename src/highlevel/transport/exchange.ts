/** One request and its answer, as undici reports them. */
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

export interface RawAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export interface ExchangeOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onDeparture?: (() => void) | undefined;
}

/**
 * Used instead of undici's `request` because that does not tell whether a request ever left: what fails
 * before `onRequestStart` was never written to a connection.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<RawAnswer>;
  hasDeparted = false;
  /** Known as soon as the headers are there, even if the body never comes. */
  status: number | undefined;
  readonly #options: ExchangeOptions;
  readonly #chunks: Buffer[] = [];
  readonly #resolve: (answer: RawAnswer) => void;
  readonly #reject: (error: unknown) => void;
  #headers: RawAnswer['headers'] = {};
  #controller: Dispatcher.DispatchController | undefined;

  constructor(options: ExchangeOptions) {
    this.#options = options;
    const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
    this.answer = promise;
    this.#resolve = resolve;
    this.#reject = reject;
    const { signal } = options;
    if (signal?.aborted) this.#abort();
    else signal?.addEventListener('abort', this.#abort, { once: true });
  }

  /** Stops listening to the signal. */
  dispose(): void {
    this.#options.signal?.removeEventListener('abort', this.#abort);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#options.signal?.aborted) {
      controller.abort(toError(this.#options.signal.reason));
      return;
    }
    this.#controller = controller;
    this.hasDeparted = true;
    this.#options.onDeparture?.();
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    // Interim answers (1xx) come before the one that counts.
    if (status < 200) return;
    this.status = status;
    this.#headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#chunks.push(chunk);
  }

  onResponseEnd(): void {
    this.#resolve({ status: this.status ?? 0, headers: this.#headers, body: Buffer.concat(this.#chunks) });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#reject(error);
  }

  /** The caller does not wait for a connection that may take seconds to fail. */
  readonly #abort = (): void => {
    const reason = toError(this.#options.signal?.reason);
    this.#reject(reason);
    this.#controller?.abort(reason);
  };
}

function toError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted', { cause: reason });
}
