/** What the vault keeps of an account: how to act in it, and what for. */
import * as z from 'zod';

/** A private integration token. */
const privateSchema = z.object({
  kind: z.literal('private'),
  token: z.string(),
  /** Binds the token to its location. */
  locationId: z.string().optional(),
});

/** A Marketplace app as somebody has installed it. */
const oauthSchema = z.object({
  kind: z.literal('oauth'),
  clientId: z.string(),
  clientSecret: z.string(),
  accessToken: z.string(),
  refreshToken: z.string(),
  /** Epoch milliseconds. */
  obtainedAt: z.number(),
  expiresAt: z.number(),
  userType: z.enum(['Company', 'Location']),
  companyId: z.string(),
  /** Of `Location` only. */
  locationId: z.string().optional(),
  scopes: z.array(z.string()),
});

export const accountSchema = z.discriminatedUnion('kind', [privateSchema, oauthSchema]);

export type PrivateAccount = z.infer<typeof privateSchema>;
export type OAuthAccount = z.infer<typeof oauthSchema>;
export type Account = z.infer<typeof accountSchema>;

/** An account as it can be shown: who it is, no token. */
export function describeAccount(account: Account): Readonly<Record<string, string>> {
  if (account.kind === 'private') {
    return { kind: 'private token', ...(account.locationId !== undefined && { location: account.locationId }) };
  }
  return {
    kind: account.userType === 'Company' ? 'OAuth, company' : 'OAuth, location',
    company: account.companyId,
    ...(account.locationId !== undefined && { location: account.locationId }),
    expires: new Date(account.expiresAt).toISOString(),
  };
}
