/** Ends every run with one plain line that any reader, human or machine, can count by. */
import type { Reporter, TestModule } from 'vitest/node';

export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (state: string): number => states.filter((one) => one === state).length;
    // A file that could not even be collected, and an error outside any test, count as failures.
    const broken = modules.filter((module) => module.errors().length > 0).length + unhandledErrors.length;
    const skipped = count('skipped');
    const line = `${count('passed')} passed, ${count('failed') + broken} failed`;
    const note = skipped > 0 ? `${skipped} skipped, as this machine cannot run them\n` : '';
    // After the default reporter has said its last word.
    process.once('exit', () => process.stdout.write(`\n${note}${line}\n`));
  }
}
