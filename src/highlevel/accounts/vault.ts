/** Accounts in the state store, encrypted: each record opens with the vault's key, under its own name, or not at all. */
import { createHmac } from 'node:crypto';
import * as z from 'zod';
import type { Records, StoredRecord } from '../../state/state.ts';
import { decrypt, deriveKey, encrypt } from '../cipher.ts';
import { ConfigurationError } from '../errors/index.ts';
import { parseJson } from '../idempotency/json.ts';
import { type Account, accountSchema } from './account.ts';

export interface StoredAccount {
  readonly account: Account;
  readonly version: string;
}

/** Every method throws `StateError` where the store cannot be used, and `ConfigurationError` for a name that is none. */
export interface Vault {
  /** A key for what belongs to its accounts and lies elsewhere: `TokenSource.deriveKey`. */
  deriveKey(purpose: string): Buffer;
  /** Names, in their order; also those whose record does not open. */
  list(): Promise<readonly string[]>;
  /** @throws ConfigurationError for a record that does not open: another key, damage, a record of another name */
  read(name: string): Promise<StoredAccount | undefined>;
  /**
   * Durable when the promise resolves.
   *
   * @param expected The version that must be there, or `absent`.
   * @returns the new version, or undefined when somebody else was faster.
   */
  write(name: string, account: Account, expected: string | 'absent'): Promise<string | undefined>;
  /** Puts an account in the place of whatever is there, also of what does not open. */
  replace(name: string, account: Account): Promise<void>;
  /** @returns whether there was one; also one that does not open goes. */
  remove(name: string): Promise<boolean>;
}

/** Longer than any token lives unused (a refresh token: a year), and renewed by every write. */
const KEPT_MS = 10 * 365 * 86_400_000;
const LIST = 'vault:names';
const FORMAT = 'v1';

const namesSchema = z.array(z.string());

/** @param key 32 bytes */
export function createVault(records: Records, key: Buffer): Vault {
  const keyId = createHmac('sha256', key).update('highlevel-mcp vault').digest('hex').slice(0, 12);

  function seal(account: Account, record: string): string {
    return [FORMAT, keyId, encrypt(JSON.stringify(account), record, key)].join(':');
  }

  function open(found: StoredRecord, record: string): Account {
    const [format, foundKeyId, content = ''] = found.value.split(':');
    if (format === FORMAT && foundKeyId !== keyId) {
      throw new ConfigurationError(
        `The vault's record ${record} was encrypted with another key.`,
        'The operator sets HIGHLEVEL_VAULT_KEY to the key it was written with, or logs in again.',
      );
    }
    const text = format === FORMAT ? decrypt(content, record, key) : undefined;
    const { data } = accountSchema.safeParse(text === undefined ? undefined : parseJson(text));
    if (data !== undefined) return data;
    throw new ConfigurationError(
      `The vault's record ${record} is damaged, or is another record put in its place.`,
      'The operator logs out of this account and in again; if nobody can explain it, the store was tampered with.',
    );
  }

  /** Names are no secret, and whoever lost the key can still log in again under one of them. */
  async function changeNames(change: (names: readonly string[]) => readonly string[]): Promise<void> {
    for (;;) {
      const found = await records.get(LIST);
      const names = parseNames(found);
      const changed = change(names);
      if (changed.join() === names.join()) return;
      const expected = found?.version ?? 'absent';
      if ((await records.put(LIST, JSON.stringify(changed), { expected, keepMs: KEPT_MS })) !== undefined) return;
    }
  }

  async function put(name: string, account: Account, expected: string | 'absent'): Promise<string | undefined> {
    const record = recordOf(name);
    return records.put(record, seal(account, record), { expected, keepMs: KEPT_MS, flush: true });
  }

  // A name without a record is passed over; a record without a name would be forgotten.
  const announce = (name: string): Promise<void> => changeNames((names) => [...new Set([...names, name])].sort());

  return {
    deriveKey: (purpose) => deriveKey(key, purpose),
    async list() {
      return parseNames(await records.get(LIST));
    },
    async read(name) {
      const record = recordOf(name);
      const found = await records.get(record);
      return found && { account: open(found, record), version: found.version };
    },
    async write(name, account, expected) {
      if (expected === 'absent') await announce(validateName(name));
      return put(name, account, expected);
    },
    async replace(name, account) {
      await announce(validateName(name));
      for (;;) {
        const found = await records.get(recordOf(name));
        if ((await put(name, account, found?.version ?? 'absent')) !== undefined) return;
      }
    },
    async remove(name) {
      for (;;) {
        const found = await records.get(recordOf(name));
        if (found === undefined || (await records.remove(recordOf(name), found.version))) {
          await changeNames((names) => names.filter((one) => one !== name));
          return found !== undefined;
        }
      }
    },
  };
}

/** A list that cannot be read is begun anew: accounts are found by their names all the same. */
function parseNames(found: StoredRecord | undefined): readonly string[] {
  return (found && namesSchema.safeParse(parseJson(found.value)).data) ?? [];
}

function recordOf(name: string): string {
  return `vault:account:${validateName(name)}`;
}

function validateName(name: string): string {
  if (/^[\w][\w.-]{0,63}$/.test(name)) return name;
  throw new ConfigurationError(
    'The name of an account is made of letters, digits, ".", "_" and "-", at most 64.',
    'The operator chooses another name.',
  );
}
