/** A second process that uses the same file: does the job that its parent sends, and sends back what came of it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { TakeOptions } from '../../../src/state/state.ts';

export type WorkerJob =
  /** Writes these keys where they are absent. Answers those that were. */
  | { readonly kind: 'claim'; readonly paths: readonly string[]; readonly keys: readonly string[] }
  /** Takes so many permits, waiting as told. Answers when. */
  | { readonly kind: 'take'; readonly path: string; readonly count: number; readonly options: TakeOptions }
  /** Writes and reports what is confirmed, until it is killed. */
  | { readonly kind: 'write'; readonly path: string; readonly round: number };

/** When a permit was given: between the two, by the clock that all processes share. */
export interface Grant {
  readonly askedAt: number;
  readonly givenAt: number;
}

const now = () => Number(process.hrtime.bigint()) / 1e6;

async function work(job: WorkerJob): Promise<unknown> {
  switch (job.kind) {
    case 'claim': {
      const won: string[] = [];
      for (const path of job.paths) {
        const { records, close } = createSqliteState({ path });
        for (const key of job.keys) {
          if ((await records.put(key, `${process.pid}`, { expected: 'absent', keepMs: 3_600_000 })) !== undefined) {
            won.push(key);
          }
        }
        await close();
      }
      return won;
    }
    case 'take': {
      const { windows } = createSqliteState({ path: job.path });
      const grants: Grant[] = [];
      while (grants.length < job.count) {
        const askedAt = now();
        const taken = await windows.take('b', job.options);
        if (taken.kind === 'granted') grants.push({ askedAt, givenAt: now() });
        else await sleep(taken.waitMs);
      }
      return grants;
    }
    case 'write': {
      const { records } = createSqliteState({ path: job.path });
      for (let count = 0; ; count += 1) {
        const key = `${job.round}-${count}`;
        await records.put(key, 'x'.repeat(count % 9_000), { expected: 'absent', keepMs: 3_600_000 });
        process.send?.(key);
      }
    }
  }
}

process.on('message', async (job: WorkerJob) => {
  try {
    process.send?.({ answer: await work(job) });
  } catch (error) {
    process.send?.({ trouble: `${error}` });
  }
});
process.send?.('ready');
