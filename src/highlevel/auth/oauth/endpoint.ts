/** HighLevel's authorization server on the wire, by its V2 or its v3 names. Rests on section 1 of the behaviour notes. */
import { request } from 'undici';
import * as z from 'zod';
import { ConnectionLostError, type HighLevelError, RefusedError, UnreachableError } from '../../errors/index.ts';
import { parseRefusal } from '../../errors/parse.ts';
import { parseJson } from '../../idempotency/json.ts';
import { defaultBaseUrl, parseBaseUrl } from '../../transport/base-url.ts';
import { Secret } from '../secret.ts';
import type { OpenedLocation } from '../token-source.ts';
import { type Grant, parseGrant } from './grant.ts';

export interface OAuthApp {
  readonly clientId: string;
  readonly clientSecret: Secret;
}

export type OAuthNames = 'v2' | 'v3';

export interface EndpointOptions {
  /** https, or http to this machine. */
  readonly baseUrl?: string | undefined;
  /** Which names of paths and fields are used. Default: V2's. */
  readonly names?: OAuthNames | undefined;
  readonly userAgent?: string | undefined;
}

/**
 * Every method throws `UnreachableError` or `ConnectionLostError` when there is no answer, and `RefusedError` when the
 * answer is no; in its messages no secret of the request is left.
 */
export interface OAuthEndpoint {
  /** @param verifier Of the `Pkce` that the code was asked for with. */
  redeemCode(app: OAuthApp, code: Secret, redirectUri: string, verifier?: Secret): Promise<Grant>;
  /** Single use: whoever sends the same token within 30 s gets the same answer, later it is refused. */
  refresh(app: OAuthApp, refreshToken: Secret): Promise<Grant>;
  /** A company's token into one of a location in which the app is installed. */
  exchange(companyToken: Secret, companyId: string, locationId: string): Promise<Grant>;
  /** All locations in which the app is installed. */
  listInstalled(companyToken: Secret, companyId: string, clientId: string): Promise<readonly OpenedLocation[]>;
}

/** Two tries must fit into the 30 seconds in which a refresh token answers again. */
export const REQUEST_TIMEOUT_MS = 8_000;
const PAGE_SIZE = 100;

const v2 = {
  version: '2021-07-28',
  exchange: '/oauth/locationToken',
  installed: '/oauth/installedLocations',
  spell: (name: string) => name,
};

const v3: typeof v2 = {
  version: 'v3',
  exchange: '/oauth/location-token',
  installed: '/oauth/installed-locations',
  spell: (name) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
};

const locationSchema = z.object({ _id: z.string(), name: z.string().default('') });
const installedSchema = z.object({
  locations: z.array(locationSchema).optional(),
  items: z.array(locationSchema).optional(),
  count: z.number().optional(),
  pagination: z.object({ nextPageToken: z.string().optional() }).optional(),
});

interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly token?: Secret;
  /** What must not be seen in a message, beside the token. */
  readonly secrets?: readonly Secret[];
}

/** @throws ConfigurationError for an address that is none */
export function createOAuthEndpoint(options: EndpointOptions = {}): OAuthEndpoint {
  const { baseUrl = defaultBaseUrl, names = 'v2', userAgent = 'highlevel-mcp' } = options;
  const { origin, prefix } = parseBaseUrl(baseUrl);
  const api = names === 'v3' ? v3 : v2;

  async function send({ method, path, form, token, secrets = [] }: Call): Promise<string> {
    let status: number;
    let text: string;
    try {
      const answer = await request(origin + prefix + path, {
        method,
        headers: {
          accept: 'application/json',
          version: api.version,
          'user-agent': userAgent,
          ...(form !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
          ...(token !== undefined && { authorization: `Bearer ${token.reveal()}` }),
        },
        ...(form !== undefined && { body: new URLSearchParams(form).toString() }),
        headersTimeout: REQUEST_TIMEOUT_MS,
        bodyTimeout: REQUEST_TIMEOUT_MS,
        signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
      });
      status = answer.statusCode;
      text = await answer.body.text();
    } catch (cause) {
      throw explainLoss(cause);
    }
    if (status < 300) return text;
    const hidden = [...secrets, ...(token === undefined ? [] : [token])];
    throw createRefusal(
      path,
      status,
      hidden.reduce((shown, secret) => secret.redactFrom(shown), text),
    );
  }

  async function requestGrant(call: Call): Promise<Grant> {
    const grant = parseGrant(await send(call));
    if (grant !== undefined) return grant;
    throw new RefusedError(`HighLevel's answer to ${call.path} holds no token.`, {
      sent: 'no',
      outcome: 'not-done',
      advice: 'Try again; if it persists, the operator checks the base URL.',
    });
  }

  function redeem(app: OAuthApp, grantType: string, fields: Readonly<Record<string, Secret | string>>): Promise<Grant> {
    const all = { client_id: app.clientId, client_secret: app.clientSecret, grant_type: grantType, ...fields };
    const form = Object.entries(all).map(([name, value]) => [
      api.spell(name),
      value instanceof Secret ? value.reveal() : value,
    ]);
    const secrets = Object.values(all).filter((value) => value instanceof Secret);
    return requestGrant({ method: 'POST', path: '/oauth/token', form: Object.fromEntries(form), secrets });
  }

  return {
    redeemCode: (app, code, redirectUri, verifier) =>
      redeem(app, 'authorization_code', {
        code,
        redirect_uri: redirectUri,
        ...(verifier !== undefined && { code_verifier: verifier }),
      }),
    refresh: (app, refreshToken) => redeem(app, 'refresh_token', { refresh_token: refreshToken }),
    exchange: (token, companyId, locationId) =>
      requestGrant({ method: 'POST', path: api.exchange, form: { companyId, locationId }, token }),
    async listInstalled(token, companyId, clientId) {
      // A client id is the app's id and a suffix.
      const base = { companyId, appId: clientId.split('-')[0] ?? clientId, isInstalled: 'true' };
      let page: Record<string, string> =
        names === 'v3' ? { pageSize: String(PAGE_SIZE) } : { skip: '0', limit: String(PAGE_SIZE) };
      const all: OpenedLocation[] = [];
      for (;;) {
        const path = `${api.installed}?${new URLSearchParams({ ...base, ...page })}`;
        const { data } = installedSchema.safeParse(parseJson(await send({ method: 'GET', path, token })));
        const found = data?.items ?? data?.locations ?? [];
        all.push(...found.map(({ _id: id, name }) => ({ id, name })));
        const next = data?.pagination?.nextPageToken;
        // A page may be smaller than was asked for, and V2 does not say where the next one is.
        const isLast = found.length === 0 || all.length >= (data?.count ?? (found.length < PAGE_SIZE ? 0 : Infinity));
        if (names === 'v3' ? next === undefined : isLast) return all;
        page = names === 'v3' ? { ...page, pageToken: next ?? '' } : { ...page, skip: String(all.length) };
      }
    },
  };
}

/** Of the operation that a token is wanted for, nothing was sent, whatever became of the request for the token. */
function createRefusal(path: string, status: number, text: string): RefusedError {
  const { messages, code, traceId } = parseRefusal(text);
  const said = messages.length > 0 ? messages.join('; ') : 'without saying why';
  return new RefusedError(`HighLevel refused ${path.split('?')[0]} (${status}): ${said}`, {
    sent: 'no',
    outcome: 'not-done',
    advice: 'Try again later; if it persists, the operator logs in again.',
    status,
    messages,
    code,
    traceId,
  });
}

function explainLoss(cause: unknown): HighLevelError {
  const { code, name } = cause as { code?: string; name?: string };
  const isUnsent = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(code ?? '');
  const problem = name === 'TimeoutError' ? 'no answer in time' : (code ?? 'connection lost');
  if (isUnsent) return new UnreachableError(problem, cause);
  // `changes: false`: what is lost is a token, not a change of the account.
  return new ConnectionLostError(problem, { sent: 'no', changes: false, cause });
}
