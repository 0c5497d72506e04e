/** Whether a token may call an operation: known, of the right class, with the scopes (behaviour.md, section 1). */
import type { KnownOperation } from '../catalogue.ts';
import { refuseAccess } from '../errors.ts';
import type { Grant } from '../handler.ts';
import { getToken, type TokenRecord } from '../tokens.ts';
import type { World } from '../world.ts';

/** Called by those who have no token yet. */
const openOperations: ReadonlySet<string> = new Set(['POST /oauth/token']);

export function needsToken({ key }: KnownOperation): boolean {
  return !openOperations.has(key);
}

/** Throws 401 for a header without a token that the sandbox has given out. */
export function authenticate(world: World, authorization: string | undefined): TokenRecord {
  const token = /^Bearer\s+(\S+)\s*$/i.exec(authorization ?? '')?.[1] ?? '';
  const known = getToken(world, token);
  if (known !== undefined) return known;
  throw refuseAccess(401, token.startsWith('pit-') ? 'Invalid Private Integration token' : 'Invalid JWT');
}

/** Throws 401 for a token of the wrong class or without the scopes. */
export function authorize(token: TokenRecord, known: KnownOperation): void {
  checkClass(token, known);
  const { scopes } = known.operation;
  const hasAll = token.scopes.includes('*') || scopes.every((scope) => token.scopes.includes(scope));
  if (!hasAll) throw refuseAccess(401, scopeMissing);
}

/** What handlers see of a token. */
export function createGrant(token: TokenRecord): Grant {
  return {
    kind: token.kind,
    companyId: token.companyId,
    ...(token.grantedLocationId !== undefined && { locationId: token.grantedLocationId }),
    ...(token.userId !== undefined && { userId: token.userId }),
    scopes: new Set(token.scopes),
  };
}

const scopeMissing = 'The token is not authorized for this scope.';
const classMismatch =
  'This authClass type is not allowed to access this scope. Please verify your IAM configuration if this is not the case.';

/** Which tokens a documented security scheme admits. */
const admits: Readonly<Record<string, (token: TokenRecord) => boolean>> = {
  bearer: (token) => token.kind === 'location',
  'Location-Access': (token) => token.kind === 'location',
  'Location-Access-Only': (token) => token.kind === 'location' && token.class === 'oauth',
  'Agency-Access': (token) => token.kind === 'agency',
  'Agency-Access-Only': (token) => token.kind === 'agency' && token.class === 'oauth',
};

function checkClass(token: TokenRecord, { resource, operation }: KnownOperation): void {
  if (operation.security.length === 0) return;
  if (operation.security.some((scheme) => admits[scheme]?.(token) ?? true)) return;
  const isAgencyPit = token.class === 'pit' && token.kind === 'agency';
  if (isAgencyPit && resource === 'users') throw refuseAccess(401, "Token's user type mismatch!");
  const wantsApp = operation.security.every((scheme) => scheme.endsWith('-Only'));
  throw refuseAccess(401, token.class === 'pit' && !wantsApp ? scopeMissing : classMismatch);
}
