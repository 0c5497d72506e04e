/** Ends every run with one plain line that any reader, human or machine, can count by. */
import type { Reporter, TestModule } from 'vitest/node';

export class SummaryReporter implements Reporter {
  readonly #leaks: { readonly problems: readonly string[] };

  /** @param leaks what is found besides the tests, known when the process ends */
  constructor(leaks: { readonly problems: readonly string[] }) {
    this.#leaks = leaks;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((one) => one === state).length;
    // A file that could not even be collected, and an error outside any test, count as failures.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const skipped = count('skipped');
    const note = skipped > 0 ? `${skipped} skipped, as this machine cannot run them\n` : '';
    // After the default reporter has said its last word, and everything that was written has been looked through.
    process.once('exit', () => {
      const failed = count('failed') + broken + this.#leaks.problems.length;
      process.stdout.write(`\n${note}${count('passed')} passed, ${failed} failed\n`);
    });
  }
}
