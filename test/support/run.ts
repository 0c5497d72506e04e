/**
 * The place of a test run. Folders, logs and error messages of all tests are kept in it until the run ends; then
 * everything is looked through for tokens and personal data (test/leaks). Outside a run it is a folder of this
 * process's own, that goes with it.
 */
import { appendFileSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Declaration, openRun, RUN_VARIABLE, type Run } from '../leaks/places.ts';

const run: Run = openRun(process.env[RUN_VARIABLE] ?? makeOwnFolder());

function makeOwnFolder(): string {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-test-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A new folder. Nobody removes it before the run ends, so that what was written is still there to be looked through. */
export function createFolder(name: string): string {
  return mkdtempSync(join(run.folders, `${name}-`));
}

/** The home of all processes that tests start: what the product keeps where nothing else was said is in it. */
export const home: string = run.home;

/** For a process that makes folders and starts processes by these helpers itself: they are of this run, too. */
export const runEnvironment: Readonly<Record<string, string>> = { [RUN_VARIABLE]: run.root };

/**
 * Says that something in `createFolder` holds secrets or people on purpose: what a test itself put there, what the
 * product is asked to write there (an export), and what is HighLevel's own (a file of the sandbox). Of the product's
 * logs, state and audit, none does.
 */
export function declare(declaration: Declaration): void {
  append(run.declarations, declaration);
}

/** Secrets that have no shape to be known by. */
export function registerSecrets(values: readonly string[]): void {
  for (const value of values) append(run.secrets, value);
}

/** What the product logs, as bytes arrive. @param source names the file, such as a process id */
export function recordLog(source: string | number, chunk: string | Uint8Array): void {
  appendFileSync(join(run.logs, `${source}.log`), chunk);
}

/** The message of an error that the product answered or printed. */
export function recordError(message: unknown): void {
  append(join(run.errors, `${process.pid}.ndjson`), message);
}

function append(path: string, value: unknown): void {
  appendFileSync(path, `${JSON.stringify(value)}\n`);
}
