/** From the bytes of a successful answer to what the operation answers. */
import type { Operation } from '../../catalogue/operation.ts';
import type { Secret } from '../auth/secret.ts';
import { ConnectionLostError, UnexpectedRedirectError, UnreadableAnswerError } from '../errors/index.ts';
import type { RawAnswer } from '../transport/exchange.ts';
import type { Answer } from './answer.ts';
import { formatHtmlSnippet, isHtml } from './html.ts';

export interface DecodeInput {
  readonly operation: Pick<Operation, 'method' | 'path' | 'answer'>;
  readonly raw: RawAnswer;
  /** Where the request went, for a redirect that is relative to it. */
  readonly url: string;
  /** Whether the operation may change something. */
  readonly changes: boolean;
  /** Taken out of every text, for servers that repeat what they were sent. */
  readonly token: Secret;
}

/**
 * Reads an answer with a status below 400. The status and the bytes decide, not the content type alone:
 * HighLevel sends JSON under other types.
 *
 * @throws UnexpectedRedirectError, UnreadableAnswerError
 * @throws ConnectionLostError for JSON that breaks off
 */
export function decodeAnswer(input: DecodeInput): Answer {
  const { operation, raw, token } = input;
  const contentType = getHeader(raw, 'content-type');
  const shared = { status: raw.status, ...(contentType !== undefined && { contentType }) };
  const location = getHeader(raw, 'location');
  if (raw.status >= 300 || (operation.answer === 'redirect' && location !== undefined)) {
    if (operation.answer !== 'redirect' || location === undefined) throw createUnexpectedRedirect(input, location);
    return { ...shared, kind: 'redirect', data: resolveLocation(token.redactFrom(location), input.url) };
  }
  if (raw.body.length === 0) return { ...shared, kind: 'json', data: null };
  if (operation.answer === 'audio' && !/json|text/i.test(contentType ?? '')) {
    return { ...shared, kind: 'audio', data: raw.body };
  }
  const text = token.redactFrom(new TextDecoder().decode(raw.body));
  if (operation.answer === 'text' && !isHtml(text)) return { ...shared, kind: 'text', data: text };
  return { ...shared, ...decodeText(input, text, contentType) };
}

export function getHeader(raw: Pick<RawAnswer, 'headers'>, name: string): string | undefined {
  const value = raw.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

function decodeText(
  input: DecodeInput,
  text: string,
  contentType: string | undefined,
): Pick<Answer, 'kind' | 'data' | 'traceId'> {
  try {
    const data: unknown = JSON.parse(text);
    const traceId = extractTraceId(data);
    return { kind: 'json', data, ...(traceId !== undefined && { traceId }) };
  } catch (cause) {
    const { method, path } = input.operation;
    const { changes } = input;
    if (isHtml(text)) {
      throw new UnreadableAnswerError(`${method} ${path} answered no data but an ${formatHtmlSnippet(text)}`, {
        sent: 'unknown',
        outcome: changes ? 'unknown' : 'not-done',
        status: input.raw.status,
        advice:
          'Something between this server and HighLevel answered. The operator checks base URL, proxy and firewall.',
      });
    }
    if (/json/i.test(contentType ?? '') || /^\s*[[{"]/.test(text)) {
      throw new ConnectionLostError('the JSON breaks off', { sent: 'yes', status: input.raw.status, changes, cause });
    }
    // Some operations answer a bare word where the documents say nothing.
    return { kind: 'text', data: text };
  }
}

function extractTraceId(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('traceId' in data)) return undefined;
  return typeof data.traceId === 'string' ? data.traceId : undefined;
}

function resolveLocation(location: string, url: string): string {
  return URL.canParse(location, url) ? new URL(location, url).href : location;
}

/** Names the host at most: the rest of a redirect may hold codes and ids. */
function createUnexpectedRedirect(
  { operation, raw, url, changes }: DecodeInput,
  location = '',
): UnexpectedRedirectError {
  const target = location !== '' && URL.canParse(location, url) ? ` to ${new URL(location, url).host}` : '';
  return new UnexpectedRedirectError(
    `${operation.method} ${operation.path} answered a redirect${target} (${raw.status}), which was not followed.`,
    {
      sent: 'yes',
      outcome: changes ? 'unknown' : 'not-done',
      status: raw.status,
      advice: 'The token is only sent to the base URL. The operator checks that HIGHLEVEL_BASE_URL is right.',
    },
  );
}
