/** A disk that can be filled in a moment. It needs root, and a container that lets it. */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { runProcess } from './processes.ts';
import { createFolder } from './run.ts';

/** Whether this process may mount. Says so once where it may not, so that nobody takes skipped for passed. */
export const canMount: boolean = tryToMount();
if (!canMount) console.log('Mounting is not permitted: the tests on full and read-only disks are skipped.');

export interface SmallDisk {
  readonly folder: string;
  /** For `ro`, nothing on it may be open to be written. */
  remount(mode: 'ro' | 'rw'): void;
}

/** A disk of that size, unmounted when the test ends. What is on it then is kept to be looked through. */
export function mountSmallDisk(size = '1m'): SmallDisk {
  const place = createFolder('disk');
  const folder = join(place, 'mounted');
  mkdirSync(folder);
  mount('-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder);
  chmodSync(folder, 0o700);
  onTestFinished(() => {
    cpSync(folder, join(place, 'kept'), { recursive: true });
    runProcess('umount', ['--lazy', folder]);
  });
  return { folder, remount: (mode) => mount('-o', `remount,${mode}`, folder) };
}

/** To the last byte. */
export function fillDisk(path: string): void {
  for (let bytes = 1_048_576; bytes >= 1; bytes = Math.floor(bytes / 2)) {
    try {
      for (;;) writeFileSync(path, 'x'.repeat(bytes), { flag: 'a' });
    } catch {
      // A smaller piece may fit.
    }
  }
}

function mount(...options: string[]): void {
  const { code, stderr } = runProcess('mount', options);
  if (code !== 0) throw new Error(`mount: ${stderr}`);
}

function tryToMount(): boolean {
  const folder = createFolder('mount');
  const isMounted = runProcess('mount', ['-t', 'tmpfs', 'tmpfs', folder]).code === 0;
  if (isMounted) runProcess('umount', [folder]);
  return isMounted;
}
