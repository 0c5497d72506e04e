#!/usr/bin/env node
/**
 * The launcher: plain enough for any Node to read. On a Node that is too old it carries on with the one that
 * `npm ci` put beside it, or says in one line what to install.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

/** node:sqlite without a flag, and what undici and the rest are built for. */
const NEEDED = [22, 19] as const;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const isRecent = major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1]);

if (isRecent) {
  // Asked for through the default export: a named import of what an older Node lacks fails before this line.
  nodeModule.enableCompileCache();
  await import('./main.js' as string);
} else {
  const bundledNode = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url));
  if (existsSync(bundledNode)) {
    runWith(bundledNode);
  } else {
    process.stderr.write(
      `highlevel-mcp needs Node ${NEEDED.join('.')} or newer, this is ${process.versions.node}: install it from https://nodejs.org\n`,
    );
    process.exitCode = 1;
  }
}

function runWith(node: string): void {
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    if (signal !== null) {
      process.removeAllListeners(signal);
      process.kill(process.pid, signal);
    } else {
      process.exitCode = code ?? 1;
    }
  });
}
