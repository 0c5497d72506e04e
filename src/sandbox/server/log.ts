/** One request as the sandbox remembers it, for tests and for people who watch an agent. */

export interface LoggedRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  /** Names in lower case; without the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed if it was JSON, else text; undefined when empty, or too long to keep. */
  readonly body?: unknown;
  readonly traceId: string;
  /**
   * Milliseconds on the monotonic clock: when the rate limit counted or refused it, which is known once it is
   * answered or processed; until then, and if it never gets that far, when it was received.
   */
  at: number;
  /** Set when the answer is sent; 0: none was, or not all of it. */
  status: number;
  /** The operation that was meant. */
  key?: string;
  /** A handler has done what was asked, whether or not the answer got through. */
  isProcessed: boolean;
  fault?: string;
  /** What a handler threw that was no refusal: a mistake in the sandbox. */
  error?: unknown;
}

const maxBodyBytes = 64 * 1024;

export function parseLoggedBody(content: Buffer): unknown {
  if (content.length === 0 || content.length > maxBodyBytes) return undefined;
  const text = content.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export function withoutToken(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => name !== 'authorization' && name !== 'cookie');
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}
