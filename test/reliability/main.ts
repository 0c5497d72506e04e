/**
 * The scenarios at their full size, printed as the table of docs/reliability.md: `npm run reliability`, or with the
 * names of some, `npm run reliability -- kills faults`. Takes about 40 minutes: the limits are HighLevel's own.
 */
import { createRandom } from '../../src/sandbox/store/random.ts';
import { killAndStart, startRedis } from '../support/redis.ts';
import { runConnections } from './scenarios/connections.ts';
import { runFaults } from './scenarios/faults.ts';
import { compareHttpLoad, runHttpLoad } from './scenarios/http-load.ts';
import { runKills } from './scenarios/kills.ts';
import { runLimits } from './scenarios/limits.ts';
import { runQuery } from './scenarios/query.ts';
import { runRaces } from './scenarios/races.ts';
import { runRefresh, runRefreshKills } from './scenarios/refresh.ts';

const highlevel = { calls: 10_000, processes: 4, max: 100, intervalMs: 10_000 } as const;

const scenarios: Readonly<Record<string, () => Promise<object>>> = {
  'limits-fixed': () => runLimits({ ...highlevel, window: 'fixed' }),
  'limits-sliding': () => runLimits({ ...highlevel, window: 'sliding' }),
  kills: () => {
    const random = createRandom(Date.now());
    return runKills(1_000, 30, () => random.next());
  },
  faults: () => runFaults(1_000),
  query: () => runQuery({ records: 20_000 }),
  refresh: () => runRefresh(50, 3),
  'refresh-redis': async () => {
    const redis = await startRedis();
    try {
      return await runRefresh(50, 3, redis.url);
    } finally {
      await redis.remove();
    }
  },
  'refresh-kills': () => runRefreshKills(),
  connections: () => runConnections({ connections: 10_000, maxConnections: 2_048, calls: 100, untilCut: true }),
  'http-load': () => runHttpLoad({ clients: 200, seconds: 60 }),
  'http-load-beside': () => compareHttpLoad({ clients: 200, seconds: 10, rounds: 3 }),
  races: () => runRaces({ keys: 10_000 }),
  'races-redis': async () => {
    const redis = await startRedis();
    try {
      return await runRaces({ keys: 10_000, state: redis.url, halfway: () => killAndStart(redis) });
    } finally {
      await redis.remove();
    }
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(scenarios, name));
if (unknown !== undefined) throw new Error(`${unknown} is no scenario: ${Object.keys(scenarios).join(', ')}`);
for (const [name, run] of Object.entries(scenarios)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const started = performance.now();
  const report = await run();
  const facts = Object.entries(report).map(([fact, value]) => `${fact} ${format(value)}`);
  console.log(`| ${name} | ${facts.join(', ')} | ${((performance.now() - started) / 1000).toFixed(0)} s |`);
}

function format(value: unknown): string {
  return typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(3) : String(value);
}
