/** `highlevel-mcp login`: a person lets this server into an account, and the vault keeps the way in. */
import { randomBytes } from 'node:crypto';
import type { Account } from '../../highlevel/accounts/account.ts';
import { buildAuthorizeUrl } from '../../highlevel/auth/oauth/authorize.ts';
import { createOAuthEndpoint } from '../../highlevel/auth/oauth/endpoint.ts';
import { createAccount } from '../../highlevel/auth/oauth/login.ts';
import { createPkce } from '../../highlevel/auth/oauth/pkce.ts';
import { validateToken } from '../../highlevel/auth/private-integration.ts';
import { Secret } from '../../highlevel/auth/secret.ts';
import { ConfigurationError } from '../../highlevel/errors/index.ts';
import { assertLocationId } from '../../highlevel/location-id.ts';
import { openState } from '../../state/open.ts';
import type { LoginOptions } from '../account-options.ts';
import { parsePasted, receiveCode } from '../callback.ts';
import { blankToUndefined } from '../options.ts';
import { print } from '../print.ts';
import { askSecretly, askVisibly } from '../prompt.ts';
import { openVault } from '../vault.ts';
import { version } from '../version.ts';

/** @throws Error with a message for the operator */
export async function login(name: string, options: LoginOptions): Promise<void> {
  const state = await openState(blankToUndefined(options.state));
  try {
    // What is wrong with vault and name is found before a person is sent to HighLevel: a code is good once.
    const vault = await openVault(state, (message) => process.stderr.write(`${message}\n`));
    await vault.read(name).catch((error: unknown) => {
      process.stderr.write(`${(error as Error).message} It is replaced.\n`);
      return undefined;
    });
    const account = options.token === true ? await askForToken(options) : await install(options);
    await vault.replace(name, account);
    print(`Logged in as "${name}". Use it with --account ${name} or HIGHLEVEL_ACCOUNT=${name}.`);
  } finally {
    await state.close();
  }
}

async function askForToken({ location }: LoginOptions): Promise<Account> {
  const locationId = blankToUndefined(location);
  assertLocationId(locationId, 'The location (--location)');
  const token = (await askSecretly('Private integration token: ')).replace(/^Bearer\s+/i, '');
  validateToken(token);
  return { kind: 'private', token, ...(locationId !== undefined && { locationId }) };
}

async function install(options: LoginOptions): Promise<Account> {
  const clientId = blankToUndefined(options.clientId);
  if (clientId === undefined) {
    throw new ConfigurationError(
      'The client id of a Marketplace app is needed.',
      'The operator sets HIGHLEVEL_CLIENT_ID or --client-id; for a private integration token, --token.',
    );
  }
  const given = blankToUndefined(process.env.HIGHLEVEL_CLIENT_SECRET);
  const app = { clientId, clientSecret: new Secret(given ?? (await askSecretly('Client secret of the app: '))) };
  const { redirectUri, baseUrl, oauthNames, authorizeUrl } = options;
  const endpoint = createOAuthEndpoint({
    baseUrl: blankToUndefined(baseUrl),
    names: oauthNames,
    userAgent: `highlevel-mcp/${version}`,
  });
  const state = randomBytes(24).toString('base64url');
  const pkce = options.pkce === true ? createPkce() : undefined;
  const url = buildAuthorizeUrl({
    authorizeUrl: blankToUndefined(authorizeUrl),
    clientId,
    redirectUri,
    scopes: options.scopes.split(/\s+/).filter((scope) => scope !== ''),
    state,
    challenge: pkce?.challenge,
  });
  const code = options.paste === true ? await askForCode(url, state) : await waitForCode(url, redirectUri, state);
  const grant = await endpoint.redeemCode(app, new Secret(code), redirectUri, pkce?.verifier);
  return createAccount(app, grant, Date.now());
}

async function askForCode(url: string, state: string): Promise<string> {
  print(
    `Open this address in a browser, choose where to install the app, and paste the address you end up at:\n${url}`,
  );
  return parsePasted(await askVisibly('Address or code: '), state);
}

async function waitForCode(url: string, redirectUri: string, state: string): Promise<string> {
  const callback = await receiveCode(redirectUri, state);
  try {
    print(
      `Choose in the browser where to install the app. If none opened, open this address (or use --paste):\n${url}`,
    );
    await openBrowser(url);
    return await callback.code;
  } finally {
    callback.close();
  }
}

/** The address was printed, so a machine without a browser loses nothing. */
async function openBrowser(url: string): Promise<void> {
  if (process.stderr.isTTY !== true) return;
  const { default: open } = await import('open');
  const opener = await open(url).catch(() => undefined);
  opener?.on('error', () => {});
}
