/** The baseline server, bundled as the product is, so that starts and calls can be compared. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns the path of the bundle, for the caller to remove */
export async function bundleBaseline(transport: 'stdio' | 'http'): Promise<string> {
  const outfile = `${root}dist/bench-baseline-${transport}.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: [`test/bench/baseline-${transport}.ts`],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __c } from 'node:module'; import { enableCompileCache as __e } from 'node:module'; __e?.(); const require = __c(import.meta.url);",
    },
  });
  return outfile;
}
