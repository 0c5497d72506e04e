/** The licences of what the bundle contains: each asks to go along with every copy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence texts of the packages behind these files, as esbuild's metafile names them, in order of their names.
 *
 * @throws Error for a package that brings no licence text: somebody has to look at it
 */
export function collectNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => findPackageFolder(input) ?? []));
  return [...folders]
    .map((folder) => describe(join(root, folder)))
    .toSorted()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** `node_modules/@scope/name`, the innermost one. */
function findPackageFolder(input: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.[0];
}

function describe(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((entry) => /^(licen[cs]e|copying|notice)\b/i.test(entry));
  if (files.length === 0) throw new Error(`${name} comes without the text of its licence (${license}).`);
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8').trim());
  return `${name} ${version} (${license})\n\n${texts.join('\n\n')}\n`;
}
