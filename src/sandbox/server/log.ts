/** The last requests that the sandbox received, for tests and for people who watch an agent. */

export interface LoggedRequest {
  readonly method: string;
  /** Path and query as received. */
  readonly path: string;
  /** Names in lower case; without the token. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed if it was JSON, else text; undefined when empty, or too long to keep. */
  readonly body?: unknown;
  readonly traceId: string;
  /** Set when the answer is sent; 0: none was. */
  status: number;
  /** The operation that was meant. */
  key?: string;
  /** A handler has done what was asked, whether or not the answer got through. */
  isProcessed: boolean;
  fault?: string;
  /** What a handler threw that was no refusal: a mistake in the sandbox. */
  error?: unknown;
}

const maxEntries = 1000;
const maxBodyBytes = 64 * 1024;

export function addToLog(log: LoggedRequest[], entry: LoggedRequest): void {
  log.push(entry);
  if (log.length > maxEntries) log.splice(0, log.length - maxEntries);
}

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
