/** A file that only grows, whole pieces at a time. */
import { type FileHandle, mkdir, open, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface AppendFile {
  /** Bytes that were appended. */
  readonly size: number;
  /** Whether it still stands under its name as it was left. */
  isIntact(): Promise<boolean>;
  /** Outlives a power cut once this resolves. When it fails, nothing of the text stays, or goes before the next. */
  append(text: string): Promise<void>;
  close(): Promise<void>;
}

/** Makes it, for its owner's eyes only. */
export async function createAppendFile(folder: string, name: string): Promise<AppendFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  const handle = await open(path, 'ax', 0o600);
  const { ino } = await handle.stat();
  await syncFolder(folder);
  let size = 0;
  /** A piece of what could not be appended may stand at the end. */
  let isTorn = false;

  async function mend(): Promise<void> {
    if (!isTorn) return;
    await handle.truncate(size);
    isTorn = false;
  }

  return {
    get size() {
      return size;
    },
    async isIntact() {
      const found = await stat(path).catch(() => undefined);
      return found?.ino === ino && (isTorn || found.size === size);
    },
    async append(text) {
      await mend();
      try {
        await handle.appendFile(text);
        await handle.datasync();
      } catch (error) {
        isTorn = true;
        await mend().catch(() => {});
        throw error;
      }
      size += Buffer.byteLength(text);
    },
    close: () => handle.close(),
  };
}

/** Else a power cut could take the name of a new file, with all that is in it. Not every system can. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch {
    // As durable as this system allows.
  } finally {
    await handle?.close();
  }
}
