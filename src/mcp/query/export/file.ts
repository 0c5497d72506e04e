/** A file that comes into being whole, or not at all. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { type FileHandle, link, lstat, open, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CallRefusal } from '../../pipeline/refusal.ts';
import { explainFailure } from './failure.ts';

export interface NewFile {
  /** Done when the system has taken it, so that nothing piles up here. */
  write(text: string): Promise<void>;
  /** Gives the file its name, and tells its bytes. */
  finish(): Promise<number>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/**
 * Opens a file for its owner alone, hidden until it is finished. Whatever stands in the folder under its name, a link
 * too, is neither overwritten nor followed: both of its names are only ever created, never opened.
 *
 * @param name A plain name: what it may be made of is for the caller to check.
 * @throws CallRefusal when the name is taken.
 * @throws ExportFailure when the folder cannot be written to; so do `write` and `finish`.
 */
export async function createFile(folder: string, name: string): Promise<NewFile> {
  const { handle, hidden, path } = await openHidden(folder, name);
  // A server that is stopped in the middle has no time to wait for anything.
  const removeAtExit = () => rmSync(hidden, { force: true });
  process.once('exit', removeAtExit);
  let bytes = 0;

  /** Where it fails, the exit tries again. */
  async function remove(): Promise<void> {
    await rm(hidden, { force: true }).then(
      () => process.off('exit', removeAtExit),
      () => {},
    );
  }

  return {
    async write(text) {
      const content = Buffer.from(text);
      try {
        await handle.writeFile(content);
      } catch (cause) {
        throw explainFailure(cause, 'yes');
      }
      bytes += content.length;
    },
    async finish() {
      try {
        await handle.sync();
        await handle.close();
        // Unlike a rename, a link never replaces what has come there meanwhile.
        await link(hidden, path);
      } catch (cause) {
        throw explainFailure(cause, 'yes');
      }
      await remove();
      return bytes;
    },
    async discard() {
      // That it failed is known already; a handle that is closed stays so.
      await handle.close().catch(() => {});
      await remove();
    },
  };
}

async function openHidden(
  folder: string,
  name: string,
): Promise<{ readonly handle: FileHandle; readonly hidden: string; readonly path: string }> {
  let isTaken: boolean;
  try {
    // What is linked to now is written to in the end, whoever changes the link meanwhile.
    const root = await realpath(folder);
    const path = join(root, name);
    isTaken = await exists(path);
    if (!isTaken) {
      const hidden = join(root, `.${name}.${randomBytes(6).toString('hex')}.part`);
      return { handle: await open(hidden, 'wx', 0o600), hidden, path };
    }
  } catch (cause) {
    throw explainFailure(cause, 'no');
  }
  throw new CallRefusal('invalid_arguments', 'There is a file of that name already, and none is overwritten.', {
    advice: 'Give export another name.',
  });
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
