/**
 * Claude Desktop on Windows. Since February 2026 its installer makes a package (MSIX), for which Windows redirects the
 * user's settings to a folder of its own: a file there is read in place of the usual one, which is read where there is
 * none (anthropics/claude-code#26073).
 */
import { win32 } from 'node:path';
import { InstallError } from './error.ts';

const { join } = win32;

/** What is looked up on the disk. */
export interface Disk {
  exists(path: string): boolean;
  /** Names; none where there is no such folder. */
  list(folder: string): readonly string[];
}

/**
 * The file it reads, or would read.
 *
 * @throws InstallError where two packages leave it open
 */
export function locateClaudeDesktop(roaming: string, local: string, disk: Disk): string {
  const file = ['Claude', 'claude_desktop_config.json'] as const;
  const usual = join(roaming, ...file);
  const packages = join(local, 'Packages');
  const redirected = disk
    .list(packages)
    .filter((name) => /^Claude_[a-z0-9]+$/i.test(name))
    .map((name) => join(packages, name, 'LocalCache', 'Roaming', ...file));
  const present = redirected.filter((path) => disk.exists(path));
  const candidates = present.length > 0 || disk.exists(usual) ? present : redirected;
  if (candidates.length > 1) {
    throw new InstallError(`There are several Claude Desktops. Name the file with --config: ${candidates.join(', ')}`);
  }
  return candidates[0] ?? usual;
}
