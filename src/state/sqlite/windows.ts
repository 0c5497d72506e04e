/** Sliding windows in the embedded store, shared by all processes of this machine that use it. */
import { DAY_MS, MAX_PAUSE_MS, MAX_UNKNOWN_CALLS, RESET_TOLERANCE_MS } from '../bounds.ts';
import type { StateClock } from '../clock.ts';
import type { TakeOptions, WindowLesson, WindowStatus, Windows } from '../state.ts';
import type { Connection, SqliteFile } from './file.ts';

/** A bucket as stored; the first three are null until HighLevel has said them. */
interface Row {
  readonly call_limit: number | null;
  readonly interval_ms: number | null;
  readonly daily_limit: number | null;
  readonly daily_used: number;
  readonly daily_resets_ms: number;
  readonly paused_until_ms: number;
}

/** A bucket as it stands at one moment. */
interface Bucket {
  readonly row: Row;
  readonly spanMs: number;
  readonly status: WindowStatus;
}

export function createSqliteWindows(file: SqliteFile, clock: StateClock): Windows {
  function load(connection: Connection, name: string, options: TakeOptions): Bucket {
    const { sql } = connection;
    const row = loadRow(connection, name);
    const { rule, margin } = options;
    const limit = row.call_limit ?? rule.limit;
    const intervalMs = row.interval_ms ?? rule.intervalMs;
    const dailyLimit = row.daily_limit ?? rule.dailyLimit;
    const spanMs = intervalMs * (1 + margin);
    const now = clock.monotonicMs();
    // What lies in the future was counted before the machine started. It may be a moment ago.
    sql('UPDATE departures SET at_ms = ? WHERE bucket = ? AND at_ms > ?').run(now, name, now);
    sql('DELETE FROM departures WHERE bucket = ? AND at_ms <= ?').run(name, now - spanMs);
    const used = Number(sql('SELECT count(*) AS used FROM departures WHERE bucket = ?').get(name)?.used);
    const dailyResetMs = row.daily_resets_ms - clock.wallMs();
    return {
      row,
      spanMs,
      status: { limit, intervalMs, dailyLimit, used, dailyUsed: row.daily_used, dailyResetMs },
    };
  }

  function loadRow(connection: Connection, name: string): Row {
    const { sql } = connection;
    const stored = sql('SELECT * FROM buckets WHERE bucket = ?').get(name) as (Row & { boot: string }) | undefined;
    const now = clock.wallMs();
    const resetsIn = (stored?.daily_resets_ms ?? 0) - now;
    const isSameDay = stored !== undefined && resetsIn > 0;
    const pausedFor = (stored?.paused_until_ms ?? 0) - clock.monotonicMs();
    const row = {
      call_limit: stored?.call_limit ?? null,
      interval_ms: stored?.interval_ms ?? null,
      daily_limit: stored?.daily_limit ?? null,
      daily_used: isSameDay ? stored.daily_used : 0,
      daily_resets_ms: isSameDay && resetsIn <= DAY_MS ? stored.daily_resets_ms : now + DAY_MS,
      paused_until_ms: stored?.boot === clock.boot && pausedFor <= MAX_PAUSE_MS ? stored.paused_until_ms : 0,
    };
    // More than a day ahead: the clock was set back. Kept, or the day would begin anew with every look at it.
    if (resetsIn > DAY_MS) saveRow(connection, name, row);
    return row;
  }

  function saveRow({ sql }: Connection, name: string, row: Row): void {
    sql('INSERT OR REPLACE INTO buckets VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      name,
      clock.boot,
      row.call_limit,
      row.interval_ms,
      row.daily_limit,
      row.daily_used,
      row.daily_resets_ms,
      row.paused_until_ms,
    );
  }

  /** How long until `count` of the counted calls have left the window. */
  function getWait({ sql }: Connection, name: string, spanMs: number, count: number): number {
    const at = sql('SELECT at_ms FROM departures WHERE bucket = ? ORDER BY at_ms LIMIT 1 OFFSET ?').get(
      name,
      count - 1,
    )?.at_ms;
    return Math.max(1, Number(at ?? clock.monotonicMs()) + spanMs - clock.monotonicMs());
  }

  return {
    async take(name, options) {
      return file.transact(false, (connection) => {
        const { row, spanMs, status } = load(connection, name, options);
        if (status.dailyUsed >= status.dailyLimit - options.reserve) {
          return { kind: 'spent', waitMs: status.dailyResetMs, status } as const;
        }
        const pausedMs = row.paused_until_ms - clock.monotonicMs();
        const excess = status.used - status.limit + 1;
        if (pausedMs > 0 || excess > 0) {
          const windowMs = excess > 0 ? getWait(connection, name, spanMs, excess) : 0;
          return { kind: 'wait', waitMs: Math.max(pausedMs, windowMs), status } as const;
        }
        const now = clock.monotonicMs();
        const { lastInsertRowid } = connection
          .sql('INSERT INTO departures (bucket, at_ms) VALUES (?, ?)')
          .run(name, now);
        saveRow(connection, name, { ...row, daily_used: row.daily_used + 1 });
        const permit = String(lastInsertRowid);
        const counted = { ...status, used: status.used + 1, dailyUsed: status.dailyUsed + 1 };
        return { kind: 'granted', permit, status: counted } as const;
      });
    },
    async stamp(name, permit) {
      file.transact(false, ({ sql }) => {
        const now = clock.monotonicMs();
        sql('INSERT OR REPLACE INTO departures (permit, bucket, at_ms) VALUES (?, ?, ?)').run(
          Number(permit),
          name,
          now,
        );
      });
    },
    async giveBack(name, permit) {
      file.transact(false, ({ sql }) => {
        sql('DELETE FROM departures WHERE permit = ?').run(Number(permit));
        sql('UPDATE buckets SET daily_used = max(0, daily_used - 1) WHERE bucket = ?').run(name);
      });
    },
    async learn(name, lesson, options) {
      return file.transact(false, (connection) => {
        const before = load(connection, name, options);
        saveRow(connection, name, applyLesson(before.row, lesson, clock));
        const { limit, used } = load(connection, name, options).status;
        const claimed = Math.min(lesson.used ?? 0, limit, MAX_UNKNOWN_CALLS);
        for (let known = used; known < claimed; known += 1) {
          connection.sql('INSERT INTO departures (bucket, at_ms) VALUES (?, ?)').run(name, clock.monotonicMs());
        }
        return load(connection, name, options).status;
      });
    },
  };
}

function applyLesson(row: Row, lesson: WindowLesson, clock: StateClock): Row {
  const now = clock.wallMs();
  const resetsAt = lesson.dailyResetMs === undefined ? row.daily_resets_ms : now + lesson.dailyResetMs;
  const isNextDay = resetsAt > row.daily_resets_ms + RESET_TOLERANCE_MS && resetsAt <= now + DAY_MS;
  const isCorrected = Math.abs(resetsAt - row.daily_resets_ms) > RESET_TOLERANCE_MS;
  const pauseMs = Math.min(lesson.pauseMs ?? 0, MAX_PAUSE_MS);
  return {
    call_limit: lesson.limit ?? row.call_limit,
    interval_ms: lesson.intervalMs ?? row.interval_ms,
    daily_limit: lesson.dailyLimit ?? row.daily_limit,
    daily_used: isNextDay ? (lesson.dailyUsed ?? 0) : Math.max(row.daily_used, lesson.dailyUsed ?? 0),
    daily_resets_ms: isCorrected ? resetsAt : row.daily_resets_ms,
    paused_until_ms: Math.max(row.paused_until_ms, pauseMs === 0 ? 0 : clock.monotonicMs() + pauseMs),
  };
}
