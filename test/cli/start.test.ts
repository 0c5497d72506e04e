/** What a start of the server over stdio loads: whatever only a call needs is left for the first call. */
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';

const entryPoint = 'src/cli/commands/serve.ts';
let loaded: ReadonlySet<string>;

/** The modules behind an entry, but those that are imported in the middle of the work. */
function collectStatic({ inputs }: Metafile, entry: string): Set<string> {
  const found = new Set([entry]);
  for (const path of found) {
    for (const { path: next, kind } of inputs[path]?.imports ?? []) if (kind !== 'dynamic-import') found.add(next);
  }
  return found;
}

beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: [entryPoint],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    write: false,
    metafile: true,
    // Native, and installed by whoever wants it: no bundle holds it.
    external: ['@napi-rs/keyring'],
    // Reached by the sandbox's chunks and others that are not looked at here.
    logLevel: 'silent',
  });
  loaded = collectStatic(metafile, entryPoint);
});

describe('a start', () => {
  it('loads the server', () => {
    expect(loaded).toContain('src/mcp/server.ts');
  });

  it.each([
    ['the HTTP client', /node_modules\/undici\//],
    ['the API client', /^src\/highlevel\/(client|sender)\.ts$/],
    ['a store', /^src\/state\/(sqlite|redis)\/|node_modules\/ioredis\/|^node:sqlite$/],
    ['the sandbox', /^src\/sandbox\//],
    ['schemas or guides of any resource', /^tools\/[\w-]+\/(operations\.gen|tools\.gen|guide)/],
    ['the search index', /search\.gen/],
    ['what installs it', /^src\/cli\/install\/|node_modules\/(diff|jsonc-parser)\//],
    ['what writes exports', /node_modules\/csv-stringify\//],
  ])('leaves %s for later', (_what, pattern) => {
    expect([...loaded].filter((path) => pattern.test(path))).toEqual([]);
  });
});
