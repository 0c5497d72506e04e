/**
 * Where the vault's key comes from: the operator's environment, else the keychain of the system, else a file that only the
 * user can read. The file is there in both cases: it says where in the keychain the key is.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { KEY_BYTES, parseKey } from '../cipher.ts';
import { ConfigurationError } from '../errors/index.ts';
import type { Keychain } from './keychain.ts';

const FILE_NAME = 'vault.key';
const IN_KEYCHAIN = 'keychain:';

export interface VaultKeyOptions {
  /** HIGHLEVEL_VAULT_KEY. */
  readonly setting: string | undefined;
  /** Where the file is, or will be made. */
  readonly folder: string;
  /** Asked for where a file has to be read or made. */
  readonly openKeychain: () => Promise<Keychain | undefined>;
  /** Told what is less safe than it could be. */
  readonly onWarning: (message: string) => void;
}

/** @throws ConfigurationError for a key that is none, a file that others can read, or a keychain that does not open */
export async function loadVaultKey({ setting, folder, openKeychain, onWarning }: VaultKeyOptions): Promise<Buffer> {
  if (setting !== undefined) return requireKey(setting, 'HIGHLEVEL_VAULT_KEY');
  const path = join(folder, FILE_NAME);
  try {
    return await resolveKey(readKeyFile(path), path, openKeychain);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explain(error, path);
  }
  try {
    await makeKey(path, folder, { openKeychain, onWarning });
    return await resolveKey(readKeyFile(path), path, openKeychain);
  } catch (error) {
    throw explain(error, path);
  }
}

/** From what the file says to the key. */
async function resolveKey(text: string, path: string, openKeychain: VaultKeyOptions['openKeychain']): Promise<Buffer> {
  if (!text.startsWith(IN_KEYCHAIN)) return requireKey(text, path);
  const keychain = await openKeychain();
  if (keychain === undefined) {
    throw refuseKeychain('its add-on is not installed beside this server', 'installs @napi-rs/keyring beside it');
  }
  let secret: string | undefined;
  try {
    secret = await keychain.read(text.slice(IN_KEYCHAIN.length));
  } catch (error) {
    throw refuseKeychain(`it does not open (${(error as Error).message})`, 'unlocks it');
  }
  if (secret === undefined) throw refuseKeychain('it is not there any more', `removes ${path} and logs in again`);
  return requireKey(secret, 'the keychain');
}

function refuseKeychain(problem: string, remedy: string): ConfigurationError {
  return new ConfigurationError(
    `The vault's key is in the keychain of this system, and ${problem}.`,
    `The operator ${remedy}, or sets HIGHLEVEL_VAULT_KEY.`,
  );
}

async function makeKey(
  path: string,
  folder: string,
  { openKeychain, onWarning }: Pick<VaultKeyOptions, 'openKeychain' | 'onWarning'>,
): Promise<void> {
  const key = randomBytes(KEY_BYTES).toString('base64');
  const keychain = await openKeychain();
  const name = keychain && (await tryToKeep(key, keychain));
  if (keychain !== undefined && name !== undefined) {
    const isFirst = makeKeyFile(path, folder, IN_KEYCHAIN + name);
    if (!isFirst) await keychain.remove(name).catch(() => {});
    return;
  }
  if (!makeKeyFile(path, folder, key)) return;
  onWarning(
    `The vault's key was made in ${path}: whoever reads your files can read your tokens. ` +
      `Set HIGHLEVEL_VAULT_KEY to keep it elsewhere; with @napi-rs/keyring installed it goes into your system's keychain.`,
  );
}

/** @returns the name under which it is kept; undefined where the keychain does not keep it. */
async function tryToKeep(key: string, keychain: Keychain): Promise<string | undefined> {
  const name = randomUUID();
  try {
    await keychain.write(name, key);
    return (await keychain.read(name)) === key ? name : undefined;
  } catch {
    return undefined;
  }
}

function readKeyFile(path: string): string {
  const text = readFileSync(path, 'utf8').trim();
  // Windows has no such bits: its folders of users are closed to others.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new ConfigurationError(
      `The vault's key ${path} can be read by other users.`,
      'The operator runs chmod 600 on it.',
    );
  }
  return text;
}

/**
 * Written whole and flushed before it gets its name; of several processes that make one, the first one's stays.
 *
 * @returns whether this was the first one
 */
function makeKeyFile(path: string, folder: string, text: string): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, `${text}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
    flushFolder(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    unlinkSync(draft);
  }
}

/** A name that a power cut takes back would take every token with it. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function requireKey(text: string, origin: string): Buffer {
  const key = parseKey(text);
  if (key !== undefined) return key;
  throw new ConfigurationError(
    `The vault's key (${origin}) is not 32 bytes in base64 or hex.`,
    'The operator sets it to the output of "openssl rand -base64 32".',
  );
}

function explain(error: unknown, path: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (error instanceof ConfigurationError || code === undefined) return error;
  return new ConfigurationError(
    `The vault's key ${path} cannot be used (${code}).`,
    'The operator sets HIGHLEVEL_VAULT_KEY.',
  );
}
