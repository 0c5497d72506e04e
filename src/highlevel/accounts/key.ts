/** Where the vault's key comes from: the operator's environment, else a file that only the user can read. */
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

const FILE_NAME = 'vault.key';

export interface VaultKeyOptions {
  /** HIGHLEVEL_VAULT_KEY. */
  readonly setting: string | undefined;
  /** Where the file is, or will be made. */
  readonly folder: string;
  /** Told what is less safe than it could be. */
  readonly onWarning: (message: string) => void;
}

/** @throws ConfigurationError for a key that is none, or a file that others can read */
export function loadVaultKey({ setting, folder, onWarning }: VaultKeyOptions): Buffer {
  if (setting !== undefined) return requireKey(setting, 'HIGHLEVEL_VAULT_KEY');
  const path = join(folder, FILE_NAME);
  try {
    return readKeyFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw explain(error, path);
  }
  try {
    makeKeyFile(path, folder);
    onWarning(
      `The vault's key was made in ${path}: whoever reads your files can read your tokens. Set HIGHLEVEL_VAULT_KEY to keep it elsewhere.`,
    );
    return readKeyFile(path);
  } catch (error) {
    throw explain(error, path);
  }
}

function readKeyFile(path: string): Buffer {
  const text = readFileSync(path, 'utf8').trim();
  // Windows has no such bits: its folders of users are closed to others.
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new ConfigurationError(
      `The vault's key ${path} can be read by other users.`,
      'The operator runs chmod 600 on it.',
    );
  }
  return requireKey(text, path);
}

/** Written whole and flushed before it gets its name; of several processes that make one, the first one's stays. */
function makeKeyFile(path: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomUUID()}`;
  writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, path);
    flushFolder(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
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
