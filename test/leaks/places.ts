/** What is where in the place of a test run. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LeakClass } from './kinds.ts';

/** Tells the processes in which vitest runs the tests where the place is. */
export const RUN_VARIABLE = 'HIGHLEVEL_TEST_RUN';

export interface Run {
  readonly root: string;
  /** Folders of tests: state, audit, vault, exports, configurations, Redis. */
  readonly folders: string;
  readonly home: string;
  readonly logs: string;
  readonly errors: string;
  /** A file, not looked through. */
  readonly secrets: string;
  /** A file, not looked through. */
  readonly declarations: string;
}

/** Something that was written on purpose. */
export interface Declaration {
  /** Covers all whose path begins with it. */
  readonly path: string;
  readonly holds: readonly LeakClass[];
  readonly why: string;
}

/** The places under `root`, made where they are missing. */
export function openRun(root: string): Run {
  const place = (name: string) => join(root, name);
  const run = {
    root,
    folders: place('folders'),
    home: place('home'),
    logs: place('logs'),
    errors: place('errors'),
    secrets: place('secrets.ndjson'),
    declarations: place('declarations.ndjson'),
  };
  for (const folder of [run.folders, run.home, run.logs, run.errors]) mkdirSync(folder, { recursive: true });
  return run;
}

/** Each once. */
export function readSecrets({ secrets }: Run): string[] {
  return [...new Set(readLines<string>(secrets))];
}

export function readDeclarations({ declarations }: Run): Declaration[] {
  return readLines<Declaration>(declarations);
}

function readLines<T>(path: string): T[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
