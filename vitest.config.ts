import { defineConfig } from 'vitest/config';
import { LeakReporter } from './test/setup/leak-reporter.ts';
import { LongestFirst } from './test/setup/longest-first.ts';
import { SummaryReporter } from './test/setup/summary-reporter.ts';

const leaks = new LeakReporter();

export default defineConfig({
  test: {
    reporters: ['default', leaks, new SummaryReporter(leaks)],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Left to itself, vitest leaves a core idle, which is half of a small machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          // Files share what they import, which is a third of the time: none of them changes a module.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/product/**', 'test/reliability/**'],
          globalSetup: ['test/setup/node-version.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'product',
          include: ['test/product/**/*.test.ts'],
          globalSetup: ['test/setup/node-version.ts', 'test/setup/build.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'reliability',
          include: ['test/reliability/**/*.test.ts'],
          globalSetup: ['test/setup/node-version.ts', 'test/setup/build.ts'],
          // Each fills the machine with processes of its own, so they have it to themselves, one after the other.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
