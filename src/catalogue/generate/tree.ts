/** Generated files against the tree: write what changed, or say what differs. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './project.ts';

/** Writes the files whose text changed; answers how many. */
export function writeFiles(files: ReadonlyMap<string, string>, root = projectRoot): number {
  let written = 0;
  for (const [path, text] of files) {
    const target = join(root, path);
    if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    written += 1;
  }
  return written;
}

/** Files that differ, are missing, or are called `name` in a resource folder though nothing generates them. */
export function compareFiles(files: ReadonlyMap<string, string>, name: string, root = projectRoot): readonly string[] {
  const different = [...files].filter(([path, text]) => {
    const target = join(root, path);
    return !existsSync(target) || readFileSync(target, 'utf8') !== text;
  });
  const orphans = listResources(root)
    .map((resource) => `tools/${resource}/${name}`)
    .filter((path) => !files.has(path) && existsSync(join(root, path)));
  return [...different.map(([path]) => path), ...orphans].sort();
}

/** Resource folders: those in `tools/` with generated operations. */
export function listResources(root = projectRoot): readonly string[] {
  return readdirSync(join(root, 'tools'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, 'tools', entry.name, 'operations.gen.ts')))
    .map(({ name }) => name)
    .sort();
}
