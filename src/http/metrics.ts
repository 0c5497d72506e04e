/** What /metrics tells: of calls, time and limits, by account at most. No id, no argument, no name of a record. */
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { CallReport } from '../mcp/report.ts';

export interface Metrics {
  readonly contentType: string;
  record(account: string, report: CallReport): void;
  /** A refresh of an account's tokens that this process has made. */
  recordRefresh(account: string, isDone: boolean): void;
  render(): Promise<string>;
}

/** Read when the page is asked for. */
export interface Readings {
  countRunning(): number;
  countTenants(): number;
  /** Calls that HighLevel will still take now and today; the least where an account has several tokens or places. */
  readLimits(): Promise<readonly AccountLimits[]>;
}

export interface AccountLimits {
  readonly account: string;
  readonly now: number;
  readonly today: number;
  /** Calls that wait for their turn. */
  readonly waiting: number;
}

const BUCKETS_SECONDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createMetrics(readings: Readings): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  const calls = new Counter({
    name: 'highlevel_mcp_calls_total',
    help: 'Tool calls by account, tool or risk class, and outcome',
    labelNames: ['account', 'tool', 'outcome'],
    registers,
  });
  const replays = new Counter({
    name: 'highlevel_mcp_journal_replays_total',
    help: 'Writes answered from the journal, with nothing sent',
    labelNames: ['account'],
    registers,
  });
  const refreshes = new Counter({
    name: 'highlevel_mcp_token_refreshes_total',
    help: 'Refreshes of OAuth tokens that this server has made, by account and outcome',
    labelNames: ['account', 'outcome'],
    registers,
  });
  const duration = new Histogram({
    name: 'highlevel_mcp_call_duration_seconds',
    help: 'Time of tool calls, waiting included',
    labelNames: ['tool'],
    buckets: BUCKETS_SECONDS,
    registers,
  });
  new Gauge({
    name: 'highlevel_mcp_requests_running',
    help: 'HTTP requests being answered',
    registers,
    collect() {
      this.set(readings.countRunning());
    },
  });
  new Gauge({
    name: 'highlevel_mcp_tenants',
    help: 'Sets of token and location that are held open',
    registers,
    collect() {
      this.set(readings.countTenants());
    },
  });
  const left = new Gauge({
    name: 'highlevel_mcp_limit_left',
    help: 'Calls that HighLevel still takes, as counted here; the least of an account',
    labelNames: ['account', 'per'],
    registers,
  });
  const queued = new Gauge({
    name: 'highlevel_mcp_calls_waiting',
    help: 'Calls that wait for their turn under the rate limit',
    labelNames: ['account'],
    registers,
  });

  async function readLimits(): Promise<void> {
    const accounts = await readings.readLimits();
    left.reset();
    queued.reset();
    for (const [account, all] of Map.groupBy(accounts, (limits) => limits.account)) {
      left.set({ account, per: 'interval' }, Math.min(...all.map(({ now }) => now)));
      left.set({ account, per: 'day' }, Math.min(...all.map(({ today }) => today)));
      queued.set(
        { account },
        all.reduce((sum, { waiting }) => sum + waiting, 0),
      );
    }
  }

  return {
    contentType: registry.contentType,
    record(account, { tool, outcome, durationMs, isReplayed }) {
      calls.inc({ account, tool, outcome });
      duration.observe({ tool }, durationMs / 1000);
      if (isReplayed) replays.inc({ account });
    },
    recordRefresh(account, isDone) {
      refreshes.inc({ account, outcome: isDone ? 'done' : 'failed' });
    },
    async render() {
      await readLimits();
      return await registry.metrics();
    },
  };
}
