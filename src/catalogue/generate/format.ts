/** Formats source text as the project's formatter would, so that generated files pass its check untouched. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from './project.ts';

/** @throws when the text is not valid source: then the generator is wrong, not the formatter. */
export function formatSource(path: string, text: string): string {
  const biome = join(projectRoot, 'node_modules', '.bin', process.platform === 'win32' ? 'biome.cmd' : 'biome');
  const result = spawnSync(biome, ['format', `--stdin-file-path=${path}`], {
    cwd: projectRoot,
    input: text,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) throw new Error(`cannot format ${path}: ${result.stderr || result.error?.message}`);
  return result.stdout;
}
