/** A disk that can be filled in a moment. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A small disk of its own needs root, and a container that lets it. */
export function canMount(): boolean {
  const probe = mkdtempSync(join(tmpdir(), 'highlevel-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    process.stderr.write('no disk can be mounted here: the tests of a full and a read-only disk are skipped\n');
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
}

/** Makes the folder a disk of that size until the test has finished. */
export function mountDisk(path: string, size: string): string {
  mkdirSync(path);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]);
  chmodSync(path, 0o700);
  onTestFinished(() => {
    execFileSync('umount', ['-l', path]);
  });
  return path;
}

/** Leaves no byte free, on a disk of less than 4 MB. */
export function fillDisk(path: string): void {
  try {
    writeFileSync(path, Buffer.alloc(4 * 1024 * 1024));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  }
}
