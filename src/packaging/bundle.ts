/**
 * `npm run bundle`: `bundle/highlevel-mcp.mcpb`, which Claude Desktop installs by a double click. It holds dist as it is
 * published, and no native code, which Claude Desktop on macOS would refuse to load.
 */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packExtension, validateManifest } from '@anthropic-ai/mcpb';
import { buildManifest, type PackageFacts } from './manifest.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const facts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as PackageFacts;
const output = process.argv[2] ?? join(root, 'bundle');
const content = join(output, 'content');

rmSync(content, { recursive: true, force: true });
mkdirSync(content, { recursive: true });
for (const part of ['dist', 'LICENSE', 'README.md']) cpSync(join(root, part), join(content, part), { recursive: true });
cpSync(join(root, 'assets', 'icon.png'), join(content, 'icon.png'));
// Says that the files are modules.
writeFileSync(
  join(content, 'package.json'),
  JSON.stringify({ name: facts.name, version: facts.version, type: 'module' }),
);
const manifest = join(content, 'manifest.json');
writeFileSync(manifest, `${JSON.stringify(buildManifest(facts), null, 2)}\n`);

// Both say on their own what is wrong.
const isPacked =
  validateManifest(manifest) &&
  (await packExtension({ extensionPath: content, outputPath: join(output, `${facts.name}.mcpb`) }));
rmSync(content, { recursive: true });
if (!isPacked) process.exitCode = 1;
