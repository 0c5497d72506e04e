/** From an operator's settings to where calls go: an account by its token, one of the vault, or the sandbox. */
import type { Logger } from 'pino';
import type { TokenSource } from '../highlevel/auth/token-source.ts';
import { assertLocationId } from '../highlevel/location-id.ts';
import { parseBaseUrl } from '../highlevel/transport/base-url.ts';
import type { Pins } from '../mcp/pipeline/context.ts';
import type { State } from '../state/state.ts';
import { blankToUndefined, readToken, type ServerOptions } from './options.ts';

/** Where calls go and with which token. */
export interface Destination {
  /** Undefined where none is configured. */
  readonly tokens: (() => Promise<TokenSource>) | undefined;
  readonly baseUrl: string | undefined;
  readonly pins: Pins;
  /** The account is a company's and no location is pinned: calls say in which they work. */
  readonly choosesLocation: boolean;
  close(): Promise<void>;
}

/** @throws Error with a message for the operator: both a token and an account, or an account that is not there */
export async function getDestination(
  options: ServerOptions,
  openState: () => Promise<State>,
  log: Logger,
  onRefresh?: (isDone: boolean) => void,
): Promise<Destination> {
  const baseUrl = blankToUndefined(options.baseUrl);
  if (baseUrl !== undefined) parseBaseUrl(baseUrl);
  const token = readToken(options.tokenFile, process.env);
  const name = blankToUndefined(options.account);
  const pins = readPins(options);
  const close = async () => {};
  if (name === undefined) {
    const tokens = token === undefined ? undefined : keepToken(token);
    return { tokens, baseUrl, pins, choosesLocation: false, close };
  }
  if (token !== undefined) {
    throw new Error('Both an account (HIGHLEVEL_ACCOUNT) and a token (HIGHLEVEL_TOKEN) are set. Set one of them.');
  }
  const { openAccount } = await import('./account.ts');
  const onWarning = (message: string) => log.warn(message);
  const settings = { name, baseUrl, names: options.oauthNames, onWarning, onRefresh };
  const account = await openAccount(await openState(), settings);
  return {
    tokens: async () => account.tokens,
    baseUrl,
    pins: { ...pins, locationId: pins.locationId ?? account.locationId },
    choosesLocation: account.isCompany && pins.locationId === undefined,
    close,
  };
}

/** @throws RangeError for what is no id: a name would pin nothing */
function readPins(options: ServerOptions): Pins {
  const pins = { locationId: blankToUndefined(options.location), companyId: blankToUndefined(options.company) };
  assertLocationId(pins.locationId, 'The location (--location, HIGHLEVEL_LOCATION_ID)');
  return pins;
}

/** Of a private token that was given. */
export function keepToken(token: string): () => Promise<TokenSource> {
  return async () => {
    const { createPrivateIntegrationTokens } = await import('../highlevel/auth/private-integration.ts');
    return createPrivateIntegrationTokens([{ token }]);
  };
}

/** A sandbox inside this process, reached over a real socket like the real API. */
export async function startSandbox(options: ServerOptions, log: Logger): Promise<Destination> {
  const { createSandbox } = await import('../sandbox/sandbox.ts');
  const sandbox = createSandbox({});
  const { url } = await sandbox.listen();
  const [first, second] = sandbox.world.locationIds;
  const wanted = blankToUndefined(options.location);
  if (wanted !== undefined && wanted !== first && wanted !== second) {
    log.warn({ locations: [first, second] }, 'the sandbox has no such location, so its first one is used');
  }
  const isSecond = wanted === second;
  return {
    tokens: keepToken(isSecond ? sandbox.tokens.secondLocation : sandbox.tokens.location),
    baseUrl: url,
    pins: { locationId: isSecond ? second : first },
    choosesLocation: false,
    close: () => sandbox.close(),
  };
}
