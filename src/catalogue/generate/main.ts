/**
 * `npm run catalogue -- <folder with HighLevel's OpenAPI documents>`: writes `tools/<resource>/operations.gen.ts`.
 * With `--check` it writes nothing and fails when a file in the tree differs from what it would write.
 * Without an argument the folder is that of HIGHLEVEL_DOCS; with neither, a check is skipped and says so.
 */
import { parseArgs } from 'node:util';
import { buildCatalogueFiles } from './catalogue-files.ts';
import { compareFiles, writeFiles } from './tree.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? (process.env.HIGHLEVEL_DOCS || undefined);

if (folder === undefined) {
  const needed =
    "no folder with HighLevel's OpenAPI documents given (npm run catalogue -- <folder>, or HIGHLEVEL_DOCS)";
  console.log(values.check ? `catalogue check skipped: ${needed}` : needed);
  process.exitCode = values.check ? 0 : 1;
} else {
  const { files, drafts, ruleUses } = buildCatalogueFiles(folder);
  if (values.check) {
    const different = compareFiles(files, 'operations.gen.ts');
    for (const file of different) console.error(`differs: ${file}`);
    console.log(
      different.length === 0 ? `${files.size} files as generated` : 'run npm run catalogue and commit the result',
    );
    process.exitCode = different.length === 0 ? 0 : 1;
  } else {
    const written = writeFiles(files);
    const v2 = drafts.filter(({ source }) => source === 'v2').length;
    console.log(`${v2} operations of V2, ${drafts.length - v2} of v3 only, ${files.size} files, ${written} changed`);
    for (const [rule, uses] of [...ruleUses].sort()) console.log(`  ${rule}: ${uses}`);
  }
}
