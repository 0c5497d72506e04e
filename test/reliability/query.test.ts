import { expect, it } from 'vitest';
import { runQuery } from './scenarios/query.ts';

/** The kernel's books of a process's memory are Linux's. How fast it is called off is for `npm run reliability` to tell. */
it.skipIf(process.platform !== 'linux')(
  'a table over 20,000 records: as many requests as pages, exact sums, in parts too, exported whole, within 150 MB',
  async () => {
    const report = await runQuery({ records: 20_000 });
    expect(report).toMatchObject({
      pages: 40,
      requests: 40,
      progress: 40,
      wrongSums: 0,
      wrongSumsInParts: 0,
      wrongRows: 0,
      requestsAfterCancel: 0,
      filesAfterCancel: 0,
      filesAfterStop: 0,
    });
    expect(report.peakMb).toBeLessThan(150);
  },
  240_000,
);
