/** The tokens that the sandbox knows. They are records of the world, so that a file keeps those minted by OAuth. */
import type { Grant } from './handler.ts';
import type { SandboxRecord, World } from './world.ts';

/** `pit`: private integration token. `oauth`: access token of an app. */
export type TokenClass = 'pit' | 'oauth';

/** A record of the collection `tokens`; its id is the token itself. */
export interface TokenRecord extends SandboxRecord {
  readonly class: TokenClass;
  readonly kind: Grant['kind'];
  readonly companyId: string;
  /** Of a location token. (`locationId` stays empty: tokens belong to the company.) */
  readonly grantedLocationId?: string;
  readonly userId?: string;
  /** `*` stands for every scope that such a token can have. */
  readonly scopes: readonly string[];
  /** Whose rate limit it draws on; without, its own. */
  readonly app?: string;
  /** Epoch milliseconds. */
  readonly expiresAt?: number;
}

export interface TokenRequest {
  /** Default: a location token for the first location. */
  readonly kind?: Grant['kind'];
  readonly class?: TokenClass;
  readonly locationId?: string;
  readonly userId?: string;
  /** Default: all. */
  readonly scopes?: readonly string[];
  readonly app?: string;
  /** Lifetime in milliseconds from now; negative: expired already. */
  readonly expiresInMs?: number;
}

/** Fixed, so that instructions can print them. They open nothing but a sandbox. */
export const sandboxTokens = {
  /** Every location scope in the first location. */
  location: 'pit-00000000-0000-4000-8000-000000000001',
  /** Every location scope in the second location. */
  secondLocation: 'pit-00000000-0000-4000-8000-000000000002',
  /** Every agency scope. */
  agency: 'pit-00000000-0000-4000-8000-00000000000a',
} as const;

/** Mints a token and remembers it. Used by tests and by the OAuth operations. */
export function createToken(world: World, request: TokenRequest = {}): TokenRecord {
  const tokenClass = request.class ?? 'pit';
  const kind = request.kind ?? 'location';
  return store(world, {
    id: tokenClass === 'pit' ? `pit-${buildUuid(world)}` : buildJwt(world, kind),
    class: tokenClass,
    ...request,
    kind,
  });
}

/** What the sandbox knows about a token; undefined when it has expired or was never given out. */
export function getToken(world: World, token: string): TokenRecord | undefined {
  const record = world.collection<TokenRecord>('tokens').get(token);
  const isExpired = record?.expiresAt !== undefined && record.expiresAt <= world.now();
  return isExpired ? undefined : record;
}

/** The tokens that every new world starts with. */
export function seedTokens(world: World): void {
  const [first, second] = world.locationIds;
  store(world, { id: sandboxTokens.location, class: 'pit', kind: 'location', locationId: first });
  store(world, { id: sandboxTokens.secondLocation, class: 'pit', kind: 'location', locationId: second });
  store(world, { id: sandboxTokens.agency, class: 'pit', kind: 'agency' });
}

type TokenDraft = TokenRequest & Pick<TokenRecord, 'id' | 'class' | 'kind'>;

function store(world: World, draft: TokenDraft): TokenRecord {
  const { locationId, expiresInMs, scopes = ['*'], ...rest } = draft;
  const location = draft.kind === 'location' ? { grantedLocationId: locationId ?? world.locationIds[0] } : {};
  const expiry = expiresInMs === undefined ? {} : { expiresAt: world.now() + expiresInMs };
  const record = { ...rest, ...location, ...expiry, scopes, locationId: '', companyId: world.companyId };
  return world.collection<TokenRecord>('tokens').insert(record);
}

function buildUuid(world: World): string {
  const hex = world.newObjectId() + world.newObjectId();
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Three dotted parts, as clients expect of an access token; the signature is none. */
function buildJwt(world: World, kind: Grant['kind']): string {
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const payload = { authClass: kind === 'agency' ? 'Company' : 'Location', sandbox: world.newId() };
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(payload)}.sandbox`;
}
