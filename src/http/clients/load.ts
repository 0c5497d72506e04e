/** From the operator's file to clients that can be recognised. Everything wrong with it is found at the start. */
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { validateToken } from '../../highlevel/auth/private-integration.ts';
import { Secret } from '../../highlevel/auth/secret.ts';
import type { Holder } from './bearer-token.ts';
import type { Account } from './grant.ts';
import { type ClientsFile, clientsFile, type OAuthSettings } from './schema.ts';

/** A client that has a token of this server. */
export interface KnownClient {
  readonly name: string;
  readonly account: Account;
}

export interface Clients {
  readonly accounts: ReadonlyMap<string, Account>;
  readonly known: readonly Holder<KnownClient>[];
  readonly oauth: OAuthSettings | undefined;
  readonly metrics: readonly Holder<true>[];
}

/**
 * @param path Of the file; paths inside it are relative to its folder.
 * @throws RangeError with a message for the operator, which repeats no value of the file
 */
export function loadClients(path: string, environment: NodeJS.ProcessEnv): Clients {
  const file = parse(readText(path, 'The clients file'));
  const folder = dirname(path);
  const accounts = new Map<string, Account>();
  for (const [name, settings] of Object.entries(file.accounts)) {
    const { location: locationId, company: companyId, policy, tools, readOnly = false } = settings;
    accounts.set(name, {
      name,
      token: readToken(name, settings.token, folder, environment),
      vaultAccount: settings.token.account,
      takesTokenHeader: settings.token.header !== undefined,
      locationId,
      companyId,
      policy: policy === undefined ? undefined : resolve(folder, policy),
      tools,
      readOnly,
    });
  }
  const find = (name: string, by: string): Account => {
    const account = accounts.get(name);
    if (account === undefined) {
      const known = [...accounts.keys()].join(', ') || 'none';
      throw new RangeError(`The clients file has no account ${name}, which ${by} names. Its accounts: ${known}.`);
    }
    return account;
  };
  const known = file.clients.map(({ name, sha256, account }) => ({
    hashes: sha256.map(decode),
    holder: { name, account: find(account, `client ${name}`) },
  }));
  for (const account of Object.values(file.oauth?.accounts ?? {})) find(account, 'oauth');
  assertUnique(
    file.clients.map(({ name }) => name),
    'two clients of one name',
  );
  const hashes = [...file.clients.flatMap(({ sha256 }) => sha256), ...(file.metrics?.sha256 ?? [])];
  assertUnique(
    hashes.map((hash) => hash.toLowerCase()),
    'one hash twice',
  );
  if (known.length === 0 && file.oauth === undefined) {
    throw new RangeError('The clients file lets nobody in: it has neither clients nor oauth.');
  }
  const metrics =
    file.metrics === undefined ? [] : [{ hashes: file.metrics.sha256.map(decode), holder: true as const }];
  return { accounts, known, oauth: file.oauth, metrics };
}

function parse(text: string): ClientsFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new RangeError('The clients file cannot be read (it is not JSON).');
  }
  const parsed = clientsFile.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new RangeError(`The clients file cannot be understood:\n${z.prettifyError(parsed.error)}`);
}

function readToken(
  account: string,
  { environment: variable, file }: ClientsFile['accounts'][string]['token'],
  folder: string,
  environment: NodeJS.ProcessEnv,
): Secret | undefined {
  if (variable === undefined && file === undefined) return undefined;
  const given =
    file === undefined
      ? environment[variable ?? '']
      : readText(resolve(folder, file), `The token file of account ${account}`);
  if (given === undefined) throw new RangeError(`Account ${account}: the variable ${variable} is not set.`);
  const token = given.trim().replace(/^Bearer\s+/i, '');
  try {
    validateToken(token);
  } catch (error) {
    throw new RangeError(`Account ${account}: ${error instanceof Error ? error.message : 'no token'}`);
  }
  return new Secret(token);
}

function readText(path: string, what: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new RangeError(`${what} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unreadable'}).`);
  }
}

function assertUnique(values: readonly string[], what: string): void {
  if (new Set(values).size < values.length) throw new RangeError(`The clients file has ${what}.`);
}

function decode(hash: string): Buffer {
  return Buffer.from(hash, 'hex');
}
