/** A process of its own on a store file, told what to do by its arguments; what it found out comes as a message. */
import { createSqliteState } from '../../src/state/sqlite/state.ts';

const [task = '', path = '', count = '0'] = process.argv.slice(2);
const state = createSqliteState({ path });

const tasks: Readonly<Record<string, () => Promise<unknown>>> = {
  /** Claims keys that another process claims too; answers which it won. */
  async race() {
    const won: number[] = [];
    for (let key = 0; key < Number(count); key += 1) {
      const version = await state.records.put(`race ${key}`, String(process.pid), {
        expected: 'absent',
        keepMs: 60_000,
        flush: false,
      });
      if (version !== undefined) won.push(key);
    }
    return won;
  },
  /** Takes leave as often as it is given within a while; answers when, by the clock that all processes share. */
  async take() {
    const granted: number[] = [];
    const rule = { limit: 20, intervalMs: 200, dailyLimit: 1e6 };
    const end = performance.now() + Number(count);
    while (performance.now() < end) {
      const before = Number(process.hrtime.bigint()) / 1e6;
      const taken = await state.windows.take('shared', { rule, margin: 0, reserve: 0 });
      if (taken.kind === 'granted') granted.push(before);
      else await new Promise((resolve) => setTimeout(resolve, 1));
    }
    return granted;
  },
  /** Writes until it is killed, and says how far it has come. */
  async write() {
    for (let key = 0; ; key += 1) {
      await state.records.put(`write ${key}`, 'x'.repeat(500), { expected: 'absent', keepMs: 60_000 });
      process.send?.(key);
    }
  },
  /** Opens the file for the first time, together with others. */
  async open() {
    return (await state.records.put(`open ${process.pid}`, '', { expected: 'absent', keepMs: 60_000 })) !== undefined;
  },
};

process.send?.(await tasks[task]?.());
await state.close();
