/** A look through everything that a run of the tests has written. */
import { chmodSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createLeakFinder, type Leak } from './find.ts';
import { type Run, readDeclarations, readSecrets } from './places.ts';

export interface FoundLeak extends Leak {
  /** Relative to the place of the run. */
  readonly path: string;
}

export interface ScanReport {
  /** What nobody has declared. */
  readonly leaks: readonly FoundLeak[];
  /** Reasons of declarations, if nothing was found under any that gives it: a test may declare more than it comes to write. */
  readonly idle: readonly string[];
  readonly files: number;
  readonly bytes: number;
  readonly logLines: number;
  readonly errorMessages: number;
  readonly declarations: number;
}

export function scanRun(run: Run): ScanReport {
  const find = createLeakFinder({ secrets: readSecrets(run) });
  const declarations = readDeclarations(run);
  const idle = new Set(declarations.map(({ why }) => why));
  const leaks: FoundLeak[] = [];
  const sums = { files: 0, bytes: 0, logLines: 0, errorMessages: 0 };
  for (const folder of [run.folders, run.home, run.logs, run.errors]) {
    for (const path of walk(folder)) {
      const bytes = readFileSync(path);
      sums.files += 1;
      sums.bytes += bytes.length;
      if (folder === run.logs) sums.logLines += countLines(bytes);
      if (folder === run.errors) sums.errorMessages += countLines(bytes);
      const mine = declarations.filter((one) => path.startsWith(one.path));
      for (const leak of find(bytes)) {
        const declared = mine.filter(({ holds }) => holds.includes(leak.class));
        for (const { why } of declared) idle.delete(why);
        if (declared.length === 0) leaks.push({ ...leak, path: relative(run.root, path) });
      }
    }
  }
  return { leaks, idle: [...idle], declarations: declarations.length, ...sums };
}

/** Files below a folder. Links lead to what is looked through where it is, or is not ours. */
function* walk(folder: string): Generator<string> {
  for (const name of list(folder)) {
    const path = join(folder, name);
    const status = lstatSync(path);
    if (status.isDirectory()) yield* walk(path);
    else if (status.isFile()) {
      // Tests take rights away to see what happens.
      chmodSync(path, 0o600);
      yield path;
    }
  }
}

function list(folder: string): string[] {
  chmodSync(folder, 0o700);
  return readdirSync(folder).sort();
}

function countLines(bytes: Uint8Array): number {
  return bytes.reduce((count, byte) => (byte === 10 ? count + 1 : count), 0);
}
