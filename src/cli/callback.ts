/** Receives the code of a login: HighLevel sends the browser here. */
import { timingSafeEqual } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { ConfigurationError } from '../highlevel/errors/index.ts';

export interface Callback {
  /** Resolves with the code, when the browser comes with the right state. */
  readonly code: Promise<string>;
  close(): void;
}

/**
 * Listens where the redirect URI points to, on this machine only.
 *
 * @throws ConfigurationError for an address that is not this machine's, or is in use
 */
export async function receiveCode(redirectUri: string, state: string): Promise<Callback> {
  const url = parseRedirectUri(redirectUri);
  const { promise: code, resolve, reject } = Promise.withResolvers<string>();
  code.catch(() => {});
  const server = createServer((request, response) => {
    const asked = new URL(request.url ?? '/', url);
    if (asked.pathname !== url.pathname) return answer(response, 404, 'There is nothing here.');
    try {
      const received = extractCode(asked, state);
      answer(response, 200, 'You are logged in. You can close this window.');
      resolve(received);
    } catch (error) {
      // A page that somebody else sent here ends nothing: the login goes on waiting, unless HighLevel refused.
      answer(response, 400, (error as Error).message);
      if (error instanceof DeniedError) reject(error);
    }
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', ({ code: problem }: NodeJS.ErrnoException) =>
      failed(
        new ConfigurationError(
          `The login cannot be received on ${url.host} (${problem}).`,
          'The operator uses --paste, or another --redirect-uri that the app has too.',
        ),
      ),
    );
    // What "localhost" means differs by machine; a browser tries both of its addresses.
    const host = url.hostname === '[::1]' ? '::1' : '127.0.0.1';
    server.listen(Number(url.port || 80), host, listening);
  });
  return {
    code,
    close() {
      server.close();
      server.closeIdleConnections();
    },
  };
}

/**
 * The code in what somebody pasted: the address of the page that could not be reached, or the code alone.
 *
 * @throws ConfigurationError for an address with another login's state
 */
export function parsePasted(text: string, state: string): string {
  if (URL.canParse(text) && /^https?:/.test(text)) return extractCode(new URL(text), state);
  if (/^[\w.~-]+$/.test(text)) return text;
  throw new ConfigurationError('That is neither an address nor a code.', 'Paste the whole address of the last page.');
}

/** HighLevel, or the person, said no. */
class DeniedError extends ConfigurationError {}

function extractCode({ searchParams }: URL, state: string): string {
  if (!isEqual(searchParams.get('state') ?? '', state)) {
    throw new ConfigurationError('This does not belong to the login that was begun.', 'Begin the login anew.');
  }
  if (searchParams.has('error')) throw new DeniedError('The installation was refused.', 'Begin the login anew.');
  const code = searchParams.get('code');
  if (code === null || code === '') throw new ConfigurationError('There is no code in the address.', 'Begin anew.');
  return code;
}

function isEqual(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function parseRedirectUri(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)) return url;
  throw new ConfigurationError(
    'The login can only be received on an http:// address of this machine.',
    'The operator uses --paste with any other redirect URI.',
  );
}

function answer(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    'Content-Type': 'text/plain; charset=utf-8',
    // The address holds the code.
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    Connection: 'close',
  });
  response.end(text);
}
