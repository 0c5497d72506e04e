/**
 * `npm run tools`: writes what follows from operations, guides and asks, without any document:
 * `tools/<resource>/tools.gen.json` (what agents see), `tools/index.gen.ts` (what the server starts with) and
 * `tools/search.gen.json` (what search reads).
 * With `--check` it writes nothing and fails when a file in the tree differs. Fails on a faulty guide.
 */
import { parseArgs } from 'node:util';
import { buildToolFiles } from './tool-files.ts';
import { compareFiles, writeFiles } from './tree.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const { files, problems, judged, total } = await buildToolFiles();
const different = values.check ? compareFiles(files, 'tools.gen.json') : [];

for (const problem of problems) console.error(`problem: ${problem}`);
for (const file of different) console.error(`differs: ${file}`);
if (different.length > 0) console.error('run npm run tools and commit the result');
const changed = values.check ? 0 : writeFiles(files);
console.log(`${judged} of ${total} operations judged and offered, ${files.size} files, ${changed} changed`);
process.exitCode = problems.length + different.length > 0 ? 1 : 0;
