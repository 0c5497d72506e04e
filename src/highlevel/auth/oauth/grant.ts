/** What HighLevel answers when it grants a token, in either spelling (V2: access_token, v3: accessToken). */
import * as z from 'zod';
import { parseJson } from '../../idempotency/json.ts';
import { Secret } from '../secret.ts';

export interface Grant {
  readonly accessToken: Secret;
  /** A company's and a location's installation have one; single use. */
  readonly refreshToken: Secret | undefined;
  readonly expiresInMs: number;
  readonly userType: 'Company' | 'Location' | undefined;
  readonly companyId: string | undefined;
  readonly locationId: string | undefined;
  readonly scopes: readonly string[];
}

/** HighLevel's documented lifetime, for an answer that names none. */
const DEFAULT_SECONDS = 86_399;

const text = z.string().min(1);
const grantSchema = z.object({
  access_token: text,
  refresh_token: text.optional(),
  expires_in: z.coerce.number().positive().default(DEFAULT_SECONDS),
  userType: z.enum(['Company', 'Location']).optional(),
  companyId: text.optional(),
  locationId: text.optional(),
  scope: z.string().default(''),
});

/** @returns undefined for what is no grant */
export function parseGrant(body: string): Grant | undefined {
  const value = parseJson(body);
  if (typeof value !== 'object' || value === null) return undefined;
  const { data } = grantSchema.safeParse(Object.fromEntries(Object.entries(value).map(toV2)));
  if (data === undefined) return undefined;
  return {
    accessToken: new Secret(data.access_token),
    refreshToken: data.refresh_token === undefined ? undefined : new Secret(data.refresh_token),
    expiresInMs: data.expires_in * 1000,
    userType: data.userType,
    companyId: data.companyId,
    locationId: data.locationId,
    scopes: data.scope.split(' ').filter((scope) => scope !== ''),
  };
}

const spellings: Readonly<Record<string, string>> = {
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  expiresIn: 'expires_in',
};

function toV2([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  return [spellings[name] ?? name, value ?? undefined];
}
