/** A client's configuration file: read through links, written whole or not at all, with a copy of what was there. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { InstallError } from './error.ts';

const OWNER_ONLY = 0o600;

export interface ConfigFile {
  /** The file itself, where the client's path is a link. */
  readonly path: string;
  /** Empty where there is none yet. */
  readonly text: string;
  readonly isNew: boolean;
}

/**
 * Reads it. A symbolic link is followed, so that it is still one afterwards.
 *
 * @throws InstallError where there is something else than a file of text
 */
export function readConfigFile(path: string): ConfigFile {
  const target = resolveLink(path);
  if (target === undefined) return { path, text: '', isNew: true };
  if (!statSync(target).isFile()) throw new InstallError(`${target} is not a file: nothing was changed.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(target));
    return { path: target, text, isNew: false };
  } catch (error) {
    const { code = 'not UTF-8' } = error as NodeJS.ErrnoException;
    throw new InstallError(`${target} cannot be read (${code}): nothing was changed.`);
  }
}

/**
 * Writes the new text in one step and gives the path of the copy of the old one, readable by the owner alone.
 *
 * @throws InstallError where the file was changed since it was read
 */
export function writeConfigFile(
  file: ConfigFile,
  text: string,
  { isSecret }: { isSecret: boolean },
): string | undefined {
  const now = readConfigFile(file.path);
  if (now.text !== file.text || now.isNew !== file.isNew) {
    throw new InstallError(`${file.path} was changed meanwhile. Run this again: nothing was changed.`);
  }
  mkdirSync(dirname(file.path), { recursive: true });
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const suffix = randomBytes(3).toString('hex');
  const backup = file.isNew ? undefined : `${file.path}.backup-${stamp}-${suffix}`;
  if (backup !== undefined) writeNew(backup, file.text, OWNER_ONLY);
  const mode = isSecret || file.isNew ? OWNER_ONLY : statSync(file.path).mode & 0o777;
  const temporary = `${file.path}.${suffix}.tmp`;
  try {
    writeNew(temporary, text, mode);
    renameSync(temporary, file.path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return backup;
}

function writeNew(path: string, text: string, mode: number): void {
  const file = openSync(path, 'wx', OWNER_ONLY);
  try {
    fchmodSync(file, mode);
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function resolveLink(path: string): string | undefined {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
  try {
    return realpathSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new InstallError(`${path} is a link that leads nowhere (${code}): nothing was changed.`);
  }
}
