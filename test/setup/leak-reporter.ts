/** Fails a run of the tests after which a token, a telephone number or an e-mail address stands where none may. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';
import { openRun, RUN_VARIABLE, type Run } from '../leaks/places.ts';
import { type FoundLeak, type ScanReport, scanRun } from '../leaks/scan.ts';

/** Far below what a run of everything writes, with no Redis on the machine: a scan that sees less has lost its subject. */
const LEAST = { files: 600, bytes: 20_000_000, logLines: 12_000, errorMessages: 300 } as const;
const SHOWN = 40;

export class LeakReporter implements Reporter {
  /** What the look found wrong. */
  readonly problems: string[] = [];
  #vitest: Vitest | undefined;
  #run: Run | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
    const root = mkdtempSync(join(realpathSync(tmpdir()), 'highlevel-run-'));
    this.#run = openRun(root);
    process.env[RUN_VARIABLE] = root;
    process.once('exit', () => this.problems.length === 0 && rmSync(root, { recursive: true, force: true }));
  }

  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    if (this.#run === undefined) return;
    this.problems.length = 0;
    const started = performance.now();
    const report = scanRun(this.#run);
    const seconds = (performance.now() - started) / 1_000;
    const byPlace = Map.groupBy(report.leaks, ({ path, kind }) => `${path}: ${kind}`);
    this.problems.push(...[...byPlace].map(([place, leaks]) => describe(place, leaks)));
    if (await this.#isWhole(modules)) this.problems.push(...judgeWhole(report));
    console.log(`\n${summarise(report)} It took ${seconds.toFixed(1)} s.`);
    if (this.problems.length === 0) return;
    const list = join(this.#run.root, 'problems.txt');
    writeFileSync(list, `${this.problems.join('\n')}\n`);
    const more = this.problems.length - SHOWN;
    for (const problem of this.problems.slice(0, SHOWN)) console.error(`  ${problem}`);
    if (more > 0) console.error(`  … and ${more} more`);
    console.error(`Everything is kept in ${this.#run.root}, this list in problems.txt there.`);
    process.exitCode = 1;
  }

  /** Whether these are all test files that there are, of all projects, with all their tests. */
  async #isWhole(modules: readonly TestModule[]): Promise<boolean> {
    if (this.#vitest === undefined) return false;
    const { project, testNamePattern } = this.#vitest.config;
    const all = await this.#vitest.globTestSpecifications();
    return project.length === 0 && testNamePattern === undefined && modules.length === all.length;
  }
}

function describe(place: string, leaks: readonly FoundLeak[]): string {
  const [first] = leaks;
  return `${place}, ${leaks.length} times, first at byte ${first?.offset}: ${first?.excerpt}`;
}

function judgeWhole(report: ScanReport): string[] {
  const names = ['files', 'bytes', 'logLines', 'errorMessages'] as const;
  const few = names.filter((name) => report[name] < LEAST[name]);
  return [
    ...few.map((name) => `only ${report[name]} ${name} were there to look through: ${LEAST[name]} are the least`),
    ...report.idle.map((why) => `nothing was found where a test declares something (${why}): remove the declaration`),
  ];
}

function summarise({ leaks, files, bytes, logLines, errorMessages, declarations }: ScanReport): string {
  const size = `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${logLines} log lines, ${errorMessages} error messages`;
  return `Looked through ${size} for tokens and personal data: ${leaks.length} found, ${declarations} places declared.`;
}
