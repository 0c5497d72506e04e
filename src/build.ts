/**
 * Bundles the product into dist/: the launcher, and one entry with everything else behind it as chunks that
 * load on first use (a resource's schemas, the sandbox, the HTTP client).
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import { collectNotices } from './packaging/notices.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { version: string };

rmSync(`${root}/dist`, { recursive: true, force: true });

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  outdir: 'dist',
  legalComments: 'none',
  logLevel: 'warning',
  // A native add-on that is loaded where somebody has installed it.
  external: ['@napi-rs/keyring'],
  define: { __VERSION__: JSON.stringify(version) },
};

await build({ ...shared, entryPoints: ['src/cli/highlevel-mcp.ts'], target: 'node18', external: ['./main.js'] });
const { metafile } = await build({
  ...shared,
  entryPoints: ['src/cli/main.ts'],
  metafile: true,
  splitting: true,
  chunkNames: 'chunks/[name]-[hash]',
  minify: true,
  keepNames: true,
  // Its CommonJS form asks for its parts in a way that no bundler sees through.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Some dependencies are CommonJS and ask for Node's own modules by require.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
});

writeFileSync(`${root}/dist/THIRD-PARTY-LICENSES.txt`, collectNotices(root, Object.keys(metafile.inputs)));
