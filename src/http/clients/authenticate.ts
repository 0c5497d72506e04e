/** Who asks, and as whom: from the headers of a request to a grant. */
import type { IncomingHttpHeaders } from 'node:http';
import { validateToken } from '../../highlevel/auth/private-integration.ts';
import { Secret } from '../../highlevel/auth/secret.ts';
import { canBeLocationId } from '../../highlevel/location-id.ts';
import { HttpRefusal } from '../refusal.ts';
import { findHolder, parseBearer } from './bearer-token.ts';
import { type Account, createGrant, type Grant } from './grant.ts';
import type { Clients, KnownClient } from './load.ts';
import { getMetadataAddress } from './metadata.ts';
import { TOKEN_HEADER } from './schema.ts';

/** Narrows a request to one location, where the operator has not done so. */
const LOCATION_HEADER = 'x-highlevel-location';

/** @throws HttpRefusal */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Grant>;

/** For loopback without a clients file: whoever reaches the server works with the one account it has. */
export function createOpenAccess(account: Account): Authenticate {
  return async (headers) => narrow({ name: 'local', account }, headers);
}

/** Clients of the operator's file. */
export function createAuthenticate({ known, oauth, accounts }: Clients): Authenticate {
  const challenge = (error?: string): Readonly<Record<string, string>> => {
    const parts = [
      'realm="highlevel-mcp"',
      error && `error="${error}"`,
      oauth && `resource_metadata="${getMetadataAddress(oauth)}", scope="${oauth.scopes.join(' ')}"`,
    ];
    return { 'www-authenticate': `Bearer ${parts.filter(Boolean).join(', ')}` };
  };
  let verify: ReturnType<typeof import('./access-token.ts').createVerifier> | undefined;

  async function recogniseAccessToken(token: string): Promise<KnownClient> {
    // No other kind of token has two dots, and what is none need not wait for keys.
    if (oauth === undefined || token.split('.').length !== 3) {
      throw new HttpRefusal(401, 'The token is not known here.', challenge('invalid_token'));
    }
    verify ??= (await import('./access-token.ts')).createVerifier(oauth);
    const verdict = await verify(token);
    switch (verdict.kind) {
      case 'valid': {
        const name = Object.hasOwn(oauth.accounts, verdict.subject) ? oauth.accounts[verdict.subject] : undefined;
        const account = name === undefined ? undefined : accounts.get(name);
        if (account === undefined) throw new HttpRefusal(403, 'The token is valid, but no account is meant for it.');
        return { name: 'oauth', account };
      }
      case 'scope-missing':
        throw new HttpRefusal(403, 'The token lacks a scope.', challenge('insufficient_scope'));
      case 'invalid':
        throw new HttpRefusal(401, 'The token is not valid, or not for this server.', challenge('invalid_token'));
      case 'unknown':
        throw new HttpRefusal(503, "The token cannot be checked, as its issuer's keys cannot be read.", {
          'retry-after': '5',
        });
    }
  }

  return async (headers) => {
    const token = parseBearer(headers.authorization);
    if (token === undefined) throw new HttpRefusal(401, 'A bearer token is needed.', challenge());
    return narrow(findHolder(token, known) ?? (await recogniseAccessToken(token)), headers);
  };
}

/**
 * Takes the token that a gateway passes on, where the account has none of its own, and the location. Neither ever
 * replaces what the operator has fixed.
 *
 * @throws HttpRefusal
 */
function narrow({ name, account }: KnownClient, headers: IncomingHttpHeaders): Grant {
  const passed = headers[TOKEN_HEADER];
  const locationId = headers[LOCATION_HEADER];
  if (locationId !== undefined && !(typeof locationId === 'string' && canBeLocationId(locationId))) {
    throw new HttpRefusal(400, `${LOCATION_HEADER} is no location id, and names are not taken there.`);
  }
  if (locationId !== undefined && account.locationId !== undefined && locationId !== account.locationId) {
    throw new HttpRefusal(403, `${LOCATION_HEADER} is not the location that this client is pinned to.`);
  }
  if (!account.takesTokenHeader) {
    if (passed !== undefined) throw new HttpRefusal(403, `This client may not bring a token in ${TOKEN_HEADER}.`);
    return createGrant(name, account, { locationId: locationId ?? account.locationId });
  }
  if (passed === undefined)
    throw new HttpRefusal(401, `A HighLevel token is needed in ${TOKEN_HEADER}.`, {
      'www-authenticate': 'Bearer realm="highlevel-mcp"',
    });
  return createGrant(name, account, {
    token: parseHighLevelToken(passed),
    locationId: locationId ?? account.locationId,
  });
}

function parseHighLevelToken(passed: string | readonly string[]): Secret {
  try {
    const token = String(passed);
    validateToken(token);
    return new Secret(token);
  } catch {
    throw new HttpRefusal(400, `${TOKEN_HEADER} does not hold a token: no quotes, no "Bearer", once.`);
  }
}
