import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canMount, fillDisk, mountSmallDisk } from '../../support/small-disk.ts';
import { catchStateError, fill, isNew, openStore } from './support.ts';

const options = { rule: { limit: 5, intervalMs: 60_000, dailyLimit: 100 }, margin: 0, reserve: 0 };

describe.skipIf(!canMount)('a full disk', () => {
  it('is told, and written again once there is room', async () => {
    const { folder } = mountSmallDisk();
    const { records, windows } = openStore(join(folder, 'state.sqlite'));
    const version = await records.put('k', 'one', isNew);
    await windows.take('b', options);
    fillDisk(join(folder, 'filler'));
    const { problem, message } = await fill(records, { keepMs: isNew.keepMs, bytes: 5_000 });
    expect(problem).toBe('full');
    expect(message).toContain(folder);
    expect(await records.get('k')).toMatchObject({ value: 'one', version });
    rmSync(join(folder, 'filler'));
    const later = String(await records.put('k', 'x'.repeat(5_000), { ...isNew, expected: String(version) }));
    expect(await records.get('k')).toMatchObject({ version: later });
    expect(await windows.take('b', options)).toMatchObject({ kind: 'granted' });
  });

  it('is told also when there is no store on it yet', async () => {
    const { folder } = mountSmallDisk();
    fillDisk(join(folder, 'filler'));
    const { records } = openStore(join(folder, 'state.sqlite'));
    expect(await catchStateError(records.put('k', 'one', isNew))).toMatchObject({ problem: 'full' });
    rmSync(join(folder, 'filler'));
    expect(await records.put('k', 'one', isNew)).toBeTypeOf('string');
    expect(await records.get('k')).toMatchObject({ value: 'one' });
  });

  it('keeps everything that was confirmed before', async () => {
    const { folder } = mountSmallDisk();
    const path = join(folder, 'state.sqlite');
    const { records, close } = openStore(path);
    const versions = new Map<string, string>();
    const trouble = await (async () => {
      for (let index = 0; ; index += 1) {
        try {
          versions.set(`k${index}`, String(await records.put(`k${index}`, 'x'.repeat(2_000), isNew)));
        } catch (error) {
          return error;
        }
      }
    })();
    expect(trouble).toMatchObject({ problem: 'full' });
    await close();
    const again = openStore(path);
    for (const [key, version] of versions) expect(await again.records.get(key)).toMatchObject({ version });
  });
});

describe.skipIf(!canMount)('a disk that became read-only', () => {
  it('is told, and written again once it can be', async () => {
    const disk = mountSmallDisk();
    const path = join(disk.folder, 'state.sqlite');
    const { records, close } = openStore(path);
    const version = await records.put('k', 'one', isNew);
    await close();
    disk.remount('ro');
    expect(await catchStateError(records.put('k2', 'two', isNew))).toMatchObject({ problem: 'read-only' });
    disk.remount('rw');
    expect(await records.put('k2', 'two', isNew)).toBeTypeOf('string');
    expect(await records.get('k')).toMatchObject({ version });
  });

  it('is told also when there is no store on it yet', async () => {
    const disk = mountSmallDisk();
    disk.remount('ro');
    const { records } = openStore(join(disk.folder, 'folder', 'state.sqlite'));
    expect(await catchStateError(records.get('k'))).toMatchObject({ problem: 'read-only' });
  });
});
