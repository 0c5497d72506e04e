/** The operator's file of who may come over HTTP, and as whom. It holds no secret. */
import { z } from 'zod';
import { canBeLocationId, pinNeedsId } from '../../highlevel/location-id.ts';

/** The header in which a gateway passes HighLevel's token on. */
export const TOKEN_HEADER = 'x-highlevel-token';

const name = z.string().regex(/^[\w-]{1,40}$/, 'must be 1 to 40 letters, digits, - or _');
const sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'must be a SHA-256 hash in hex, as "highlevel-mcp client-token" prints it');
const id = z.string().regex(/^[\w-]{1,64}$/, 'must be an id of HighLevel');
const locationId = z.string().refine(canBeLocationId, { error: pinNeedsId });

const tokenPlace = z
  .strictObject({
    environment: z.string().min(1).optional(),
    file: z.string().min(1).optional(),
    account: z.string().min(1).optional(),
    header: z.literal(TOKEN_HEADER).optional(),
  })
  .refine((place) => Object.values(place).filter((value) => value !== undefined).length === 1, {
    error: 'must have exactly one of environment, file, account, header',
  });

const account = z.strictObject({
  /** Where HighLevel's token is, `account` being one of `highlevel-mcp login`: never the token. */
  token: tokenPlace,
  location: locationId.optional(),
  company: id.optional(),
  policy: z.string().min(1).optional(),
  tools: z.array(z.string().min(1)).min(1).optional(),
  readOnly: z.boolean().optional(),
});

const client = z.strictObject({
  name,
  /** Several while a token is being replaced. */
  sha256: z.array(sha256).min(1),
  account: name,
});

const webAddress = z
  .url({ protocol: /^https?$/ })
  .refine(isProtected, { error: 'must be https, except on loopback' })
  .refine((url) => !url.includes('#'), { error: 'must have no fragment' });

const oauth = z.strictObject({
  /** The address by which clients know this server, ending in /mcp; what tokens must be meant for. */
  resource: webAddress.refine((url) => new URL(url).pathname.endsWith('/mcp'), { error: 'must end in /mcp' }),
  issuer: webAddress,
  jwks: webAddress,
  /** Default: the resource. */
  audience: z.string().min(1).optional(),
  /** All of them are needed. */
  scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, 'must be a scope without spaces')).min(1),
  /** The claim that says for whom the token is. */
  claim: z.string().min(1).default('sub'),
  /** From the claim's value to an account. */
  accounts: z.record(z.string(), name),
});

const metrics = z.strictObject({ sha256: z.array(sha256).min(1) });

export const clientsFile = z.strictObject({
  accounts: z.record(name, account),
  clients: z.array(client).default([]),
  oauth: oauth.optional(),
  /** Who may read /metrics, which tell of all accounts. Absent: nobody. */
  metrics: metrics.optional(),
});

export type ClientsFile = z.infer<typeof clientsFile>;
export type OAuthSettings = NonNullable<ClientsFile['oauth']>;

function isProtected(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
