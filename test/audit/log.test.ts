/** The writing end: files, rotation, retention, and what happens when something is out of order. */
import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readBytes, readCalls, splitLines } from '../../src/audit/read.ts';
import { verifyLog } from '../../src/audit/verify.ts';
import { StateError } from '../../src/state/error.ts';
import { openState } from '../../src/state/open.ts';
import { createSqliteState } from '../../src/state/sqlite/state.ts';
import type { Records } from '../../src/state/state.ts';
import { createTestClock } from '../state/clock.ts';
import { hasRedis, startRedis } from '../support/redis.ts';
import { canMount, fillDisk, mountSmallDisk } from '../support/small-disk.ts';
import { createCall, createPlace, DAY_MS, faultsOf, notesOf, type Place, placeIn } from './support.ts';

const NOW = Date.parse('2026-11-29T18:00:00Z');
const underWay = { operation: 'contacts_note_create', time: '2026-11-29T18:00:00.000Z' };

describe('files', () => {
  it('are made when the first line is written, for their owner alone', async () => {
    const place = createPlace();
    const log = place.open({ now: () => NOW });
    expect(() => statSync(place.folder)).toThrow();
    await log.append(createCall());
    await log.close();
    const [name = ''] = place.list();
    expect(name).toMatch(/^2026-11-29T180000\.000Z-[0-9a-f]{16}\.ndjson$/);
    expect(statSync(place.folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(place.folder, name)).mode & 0o777).toBe(0o600);
  });

  it('are begun anew when one is large, or a day old, and none is missed', async () => {
    const place = createPlace();
    let now = NOW;
    const log = place.open({ maxBytes: 1_000, now: () => now });
    for (let count = 0; count < 12; count += 1) await log.append(createCall());
    const bySize = place.list().length;
    expect(bySize).toBeGreaterThan(2);
    now += DAY_MS;
    await log.append(createCall());
    await log.close();
    const verification = await place.verify();
    expect(verification).toMatchObject({ findings: [], files: bySize + 1, lines: 13 + bySize + 1 });
    expect((await readCalls(place.folder)).calls).toHaveLength(13);
  });

  describe('of which one is older than the others', () => {
    const clock = createTestClock();

    async function begin(place: Place, nowMs = clock.wallMs()): Promise<number> {
      const log = place.open({ now: () => nowMs, keptDays: 90 });
      await log.append(createCall());
      await log.close();
      return place.list().length;
    }

    it('go when their time is over, and only then', async () => {
      const place = createPlace(clock);
      await begin(place);
      clock.advance(50 * DAY_MS);
      await begin(place);
      clock.advance(40 * DAY_MS);
      expect(await begin(place)).toBe(3);
      clock.advance(2 * DAY_MS);
      expect(await begin(place)).toBe(3);
      const verification = await place.verify();
      expect(faultsOf(verification)).toEqual([]);
      expect(notesOf(verification)).toEqual(['Older ones were removed when their time was over: 1.']);
    });

    it('do not go because the clock of the machine is wrong', async () => {
      const place = createPlace(clock);
      await begin(place);
      clock.setWall(365 * DAY_MS);
      expect(await begin(place)).toBe(2);
    });

    it('are missed when they are removed by hand before their time', async () => {
      const place = createPlace(clock);
      for (let count = 0; count < 3; count += 1) {
        await begin(place);
        clock.advance(30 * DAY_MS);
      }
      rmSync(join(place.folder, place.list()[0] ?? ''));
      expect(faultsOf(await place.verify())).toEqual([expect.stringMatching(/^The file of chain \w+ is missing/)]);
    });
  });
});

describe('several at once', () => {
  it('write chains of their own, and every line is there', async () => {
    const place = createPlace();
    const logs = Array.from({ length: 8 }, () => place.open());
    await Promise.all(logs.flatMap((log) => Array.from({ length: 20 }, () => log.append(createCall()))));
    await Promise.all(logs.map((log) => log.close()));
    const verification = await place.verify();
    expect(verification).toMatchObject({ findings: [], files: 8, lines: 8 * 21 });
    const { calls } = await readCalls(place.folder);
    expect(new Set(calls.map(({ call }) => call.durationMs)).size).toBe(160);
  });

  it('may be verified while they write', async () => {
    const place = createPlace();
    const log = place.open();
    let isOver = false;
    const writing = (async () => {
      for (let count = 0; count < 100; count += 1) await log.append(createCall());
      isOver = true;
    })();
    while (!isOver) expect(faultsOf(await place.verify())).toEqual([]);
    await writing;
    await log.close();
  });

  it('in folders of their own share a store', async () => {
    const place = createPlace();
    const other = placeIn(join(place.folder, '..', 'other'), place.records);
    for (const { open } of [place, other, place]) {
      const log = open();
      await log.append(createCall());
      await log.close();
    }
    const verification = await place.verify();
    expect(faultsOf(verification)).toEqual([]);
    expect(notesOf(verification)).toEqual([expect.stringMatching(/^Kept elsewhere \(.*other\): 1 files\.$/)]);
    rmSync(other.folder, { recursive: true });
    expect(faultsOf(await other.verify())).toHaveLength(1);
  });
});

describe('a call that is under way', () => {
  it('is known until its line is written', async () => {
    const place = createPlace();
    const log = place.open();
    await log.announce(underWay);
    expect(notesOf(await place.verify())).toEqual([expect.stringContaining('contacts_note_create was under way')]);
    await log.append(createCall(), underWay);
    expect((await place.verify()).findings).toEqual([]);
    await log.close();
  });

  it('is waited for when the log is closed', async () => {
    const place = createPlace();
    const log = place.open();
    await log.announce(underWay);
    const closed = log.close();
    await log.append(createCall(), underWay);
    await closed;
    expect((await place.verify()).findings).toEqual([]);
    expect((await readCalls(place.folder)).calls).toHaveLength(1);
    expect(place.list()).toHaveLength(1);
  });
});

/** A process that dies leaves what its last step has left: the log that wrote it is simply not used again. */
describe('a process that died', () => {
  it('after it told of a line and before it wrote all of it', async () => {
    const place = createPlace();
    const { records, die } = dieAt(place.records);
    const log = place.open({ records: async () => records });
    await log.append(createCall());
    die(2);
    // Its head is not told that the line has arrived.
    await log.append(createCall());
    const [name = ''] = place.list();
    expect((await place.verify()).findings).toEqual([]);
    const bytes = (await readBytes(place.folder, name)) ?? new Uint8Array();
    const whole = splitLines(bytes).lines.length;
    writeFileSync(join(place.folder, name), bytes.subarray(0, -10));
    expect((await place.verify()).findings).toEqual([
      { severity: 'note', file: name, line: whole, message: 'ends in the middle of a line that was being written' },
    ]);
    writeFileSync(join(place.folder, name), splitLines(bytes).lines.slice(0, -1).map(withEnd).join(''));
    expect(notesOf(await place.verify())).toEqual(['ends before a line that was about to be written']);
    expect(faultsOf(await place.verify())).toEqual([]);
    // A well-made line is none of those that were told of.
    writeFileSync(join(place.folder, name), splitLines(bytes).lines.slice(0, -2).map(withEnd).join(''));
    expect(faultsOf(await place.verify())).toHaveLength(1);
  });
});

describe('a log that cannot be written', () => {
  it('because its folder is a file: nothing may be sent; and goes on when it can be', async () => {
    const place = createPlace();
    writeFileSync(place.folder, '');
    const log = place.open();
    await expect(log.announce(underWay)).rejects.toMatchObject({
      name: 'AuditError',
      message: expect.stringContaining(place.folder),
      advice: expect.stringMatching(/operator/),
    });
    await expect(log.append(createCall({ outcome: 'refused', sent: 'no' }))).rejects.toThrow(/cannot be written/);
    rmSync(place.folder);
    await log.announce(underWay);
    await log.append(createCall(), underWay);
    await log.close();
    expect((await place.verify()).findings).toEqual([]);
    expect((await readCalls(place.folder)).calls.map(({ call }) => call.outcome)).toEqual(['refused', 'done']);
  });

  it.skipIf(process.getuid?.() === 0)('because its folder may not be written', async () => {
    const place = createPlace();
    mkdirSync(place.folder, { mode: 0o500 });
    onTestFinished(() => chmodSync(place.folder, 0o700));
    await expect(place.open().announce(underWay)).rejects.toThrow(/cannot be written \(EACCES\)/);
  });

  it('because the store is away', async () => {
    const place = createPlace();
    const away = new StateError('unreachable', 'The state is away.', 'The operator brings it back.');
    let isAway = true;
    const log = place.open({ records: async () => (isAway ? Promise.reject(away) : place.records) });
    await expect(log.announce(underWay)).rejects.toMatchObject({ name: 'AuditError', message: 'The state is away.' });
    isAway = false;
    await log.announce(underWay);
    await log.append(createCall(), underWay);
    await log.close();
    expect((await place.verify()).findings).toEqual([]);
  });

  it('for long: what waits is bounded, and what was dropped is counted', async () => {
    const place = createPlace();
    writeFileSync(place.folder, '');
    const log = place.open();
    const refusals = Array.from({ length: 1_010 }, () => log.append(createCall({ outcome: 'refused', sent: 'no' })));
    expect((await Promise.allSettled(refusals)).every(({ status }) => status === 'rejected')).toBe(true);
    rmSync(place.folder);
    await log.append(createCall(), underWay);
    await log.close();
    const { calls } = await readCalls(place.folder);
    expect(calls).toHaveLength(1_001);
    expect(calls.map(({ call }) => call.lost).filter((lost) => lost !== undefined)).toEqual([10]);
    expect((await place.verify()).findings).toEqual([]);
  });

  describe.skipIf(!canMount)('because the disk is full', () => {
    it('says so, loses no line, and leaves no half one', async () => {
      const { folder } = mountSmallDisk();
      const state = createSqliteState();
      onTestFinished(() => state.close());
      const place = placeIn(join(folder, 'audit'), state.records);
      const log = place.open();
      const first = { ...underWay };
      await log.announce(first);
      fillDisk(join(folder, 'filler'));
      // The page that the file has begun may still take some.
      const failed = await findFailure(() => log.append(createCall(), first));
      expect(failed).toMatchObject({ name: 'AuditError', message: expect.stringMatching(/no room left/) });
      await expect(log.announce({ ...underWay })).rejects.toThrow(/no room left/);
      expect(faultsOf(await place.verify())).toEqual([]);
      rmSync(join(folder, 'filler'));
      const second = { ...underWay };
      await log.announce(second);
      await log.append(createCall({ operation: 'contacts_tag_add' }), second);
      await log.close();
      const verification = await place.verify();
      expect(verification.findings).toEqual([]);
      const { calls, unreadable } = await readCalls(place.folder);
      expect([calls.length + place.list().length, unreadable]).toEqual([verification.lines, 0]);
      expect(calls.at(-1)?.call.operation).toBe('contacts_tag_add');
    });
  });
});

describe('a file that somebody touches while it is written', () => {
  it.each<[string, (path: string) => void]>([
    ['removed', (path) => rmSync(path)],
    ['added to', (path) => writeFileSync(path, 'x', { flag: 'a' })],
  ])('%s: the log goes on in another, and the fault is found', async (_what, damage) => {
    const place = createPlace();
    const log = place.open();
    await log.append(createCall());
    const [name = ''] = place.list();
    damage(join(place.folder, name));
    await log.append(createCall({ operation: 'contacts_tag_add' }));
    await log.close();
    expect((await readCalls(place.folder)).calls.at(-1)?.call.operation).toBe('contacts_tag_add');
    expect(faultsOf(await place.verify())).toHaveLength(1);
  });
});

it.skipIf(!hasRedis)('machines that share a Redis each have their own files, and all are vouched for', async () => {
  const redis = await startRedis();
  onTestFinished(() => redis.remove());
  const state = await openState(redis.url);
  onTestFinished(() => state.close());
  const place = placeIn(createPlace().folder, state.records);
  const other = placeIn(`${place.folder}-2`, state.records);
  onTestFinished(() => rmSync(other.folder, { recursive: true, force: true }));
  const logs = [place, other].map(({ open }) => open());
  for (const log of logs) {
    const call = { ...underWay };
    await log.announce(call);
    await log.append(createCall(), call);
  }
  for (const log of logs) await log.close();
  expect(faultsOf(await place.verify())).toEqual([]);
  const [name = ''] = place.list();
  writeFileSync(join(place.folder, name), '');
  expect(faultsOf(await place.verify())).toHaveLength(1);
});

describe('a store that was lost', () => {
  it('cannot vouch for what it does not know', async () => {
    const place = createPlace();
    const log = place.open();
    await log.append(createCall());
    await log.close();
    const other = createSqliteState();
    onTestFinished(() => other.close());
    expect(faultsOf(await verifyLog({ folder: place.folder, records: other.records }))).toEqual([
      expect.stringContaining('unknown to the state'),
    ]);
    // One that was in memory is gone by nature: what the files alone can tell is told.
    const inMemory = await verifyLog({ folder: place.folder, records: undefined });
    expect([faultsOf(inMemory), notesOf(inMemory)]).toEqual([[], [expect.stringContaining('in memory')]]);
  });

  it('under a running server: the log goes on in another file', async () => {
    const place = createPlace();
    const fresh = createSqliteState();
    onTestFinished(() => fresh.close());
    let records = place.records;
    const log = place.open({ records: async () => records });
    await log.append(createCall());
    records = fresh.records;
    await log.append(createCall());
    await log.close();
    expect(place.list()).toHaveLength(2);
    expect(faultsOf(await verifyLog({ folder: place.folder, records }))).toHaveLength(1);
  });
});

function withEnd(line: Uint8Array): string {
  return `${Buffer.from(line)}\n`;
}

/** Records that are written no more after so many further writes, as by a process that was killed. */
function dieAt(records: Records): { records: Records; die: (writes: number) => void } {
  let left = Number.POSITIVE_INFINITY;
  return {
    die: (writes) => {
      left = writes - 1;
    },
    records: {
      ...records,
      put: async (...args) => {
        left -= 1;
        if (left < 0) throw new StateError('unreachable', 'Dead.', '');
        return await records.put(...args);
      },
    },
  };
}

async function findFailure(append: () => Promise<void>): Promise<unknown> {
  for (let count = 0; count < 200; count += 1) {
    try {
      await append();
    } catch (error) {
      return error;
    }
  }
  return expect.fail('there was room for everything');
}
