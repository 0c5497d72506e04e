/** What a request may do, once it is known whose it is. */
import { createHash } from 'node:crypto';
import type { Secret } from '../../highlevel/auth/secret.ts';

/** A HighLevel account as the operator set it up for clients. */
export interface Account {
  readonly name: string;
  readonly token: Secret | undefined;
  /** The account of the vault that has its tokens, where it has none of its own (`highlevel-mcp login`). */
  readonly vaultAccount?: string | undefined;
  /** Each request brings its own token, as a gateway passes it on. */
  readonly takesTokenHeader: boolean;
  readonly locationId: string | undefined;
  readonly companyId: string | undefined;
  /** The path of a policy file, which holds beside that of the server. */
  readonly policy: string | undefined;
  /** What is listed by name. Absent: as the server says. */
  readonly tools: readonly string[] | undefined;
  readonly readOnly: boolean;
}

export interface Grant {
  /** The client by the operator's name, for the log. */
  readonly client: string;
  readonly account: Account;
  /** Absent where none is configured: what sends nothing still works. */
  readonly token: Secret | undefined;
  readonly locationId: string | undefined;
  /** The same for all that may share what is kept between requests: account, token and location. */
  readonly key: string;
}

export function createGrant(
  client: string,
  account: Account,
  { token = account.token, locationId = account.locationId }: Partial<Pick<Grant, 'token' | 'locationId'>> = {},
): Grant {
  const parts = JSON.stringify([account.name, token?.reveal() ?? null, locationId ?? null]);
  return { client, account, token, locationId, key: createHash('sha256').update(parts).digest('base64url') };
}
