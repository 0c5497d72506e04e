/** Where requests go. The token goes there and nowhere else. */
import { ConfigurationError } from '../errors/index.ts';

export const defaultBaseUrl = 'https://services.leadconnectorhq.com';

export interface BaseUrl {
  readonly origin: string;
  /** Path before every operation's path; empty or with a leading and without a trailing slash. */
  readonly prefix: string;
}

/**
 * https anywhere, http only to this machine: a token does not travel in the clear.
 *
 * @throws ConfigurationError
 */
export function parseBaseUrl(text: string): BaseUrl {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const fault =
    url === undefined || !/^https?:$/.test(url.protocol)
      ? 'is not an http(s) URL'
      : url.username !== '' || url.password !== ''
        ? 'contains a user or password'
        : url.search !== '' || url.hash !== ''
          ? 'has a query or a fragment'
          : url.protocol === 'http:' && !isLoopback(url.hostname)
            ? 'uses http to another machine'
            : undefined;
  if (url === undefined || fault !== undefined) {
    throw new ConfigurationError(
      `The base URL ${fault}.`,
      `The operator sets HIGHLEVEL_BASE_URL to an https URL, or leaves it out for ${defaultBaseUrl}.`,
    );
  }
  return { origin: url.origin, prefix: url.pathname.replace(/\/+$/, '') };
}

/** URL parsing has already brought every spelling of an IPv4 address to four decimal parts. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
