/** The time zone of a location, as its settings say: read once in a while, with the first result that holds times. */
import type { CallDependencies } from '../pipeline/call.ts';
import { type Permissions, refuseOperation } from '../pipeline/permit.ts';
import { holdsTimes, isTimeZone } from '../results/local-times.ts';
import type { Outcome } from '../results/success.ts';

/** `auto`: the location's own. Else an IANA name that holds for all. */
export type TimeZoneSetting = 'auto' | (string & {});

const OPERATION = 'locations_location_get';

const KEPT_MS = 86_400_000;
/** Where it cannot be read, every result would ask again. */
const FAILURE_KEPT_MS = 600_000;
/** Results wait for it. */
const DEADLINE_MS = 10_000;

interface Kept {
  readonly until: number;
  readonly zone: Promise<string | undefined>;
}

export type TimeZoneDependencies = Permissions & Pick<CallDependencies, 'catalogue' | 'connect' | 'timeZone'>;

/** One for each configuration: what one account is told is never told to another. */
const caches = new WeakMap<TimeZoneDependencies, Map<string, Kept>>();

/** Begins to read the zone of a location that is about to be called: its result will want it. */
export function prefetchTimeZone(locationId: string | undefined, dependencies: TimeZoneDependencies): void {
  // Whoever waits for it is told how it ended.
  getTimeZone(locationId, dependencies).catch(() => {});
}

/**
 * The zone in which to show an outcome; undefined where it holds no times, or where nobody knows the zone. Never throws.
 */
export async function findTimeZone(
  { data, locationId, isOwn, isExact }: Outcome,
  dependencies: TimeZoneDependencies,
): Promise<string | undefined> {
  if (dependencies.timeZone === undefined || isOwn || isExact || !holdsTimes(data)) return undefined;
  return await getTimeZone(locationId, dependencies);
}

/** The zone of a location, or the operator's for all; undefined where nobody knows it. */
export async function getTimeZone(
  locationId: string | undefined,
  dependencies: TimeZoneDependencies,
): Promise<string | undefined> {
  const { timeZone: setting } = dependencies;
  if (setting !== 'auto') return setting;
  if (locationId === undefined) return undefined;
  const cache = caches.get(dependencies) ?? new Map<string, Kept>();
  caches.set(dependencies, cache);
  const now = performance.now();
  const known = cache.get(locationId);
  if (known !== undefined && known.until > now) return await known.zone;
  const zone = readTimeZone(locationId, dependencies);
  cache.set(locationId, { until: now + KEPT_MS, zone });
  if ((await zone) === undefined) cache.set(locationId, { until: now + FAILURE_KEPT_MS, zone });
  return await zone;
}

async function readTimeZone(locationId: string, dependencies: TimeZoneDependencies): Promise<string | undefined> {
  const { catalogue, connect } = dependencies;
  const row = catalogue.findByName(OPERATION);
  if (row === undefined || connect === undefined || refuseOperation(row, dependencies) !== undefined) return undefined;
  try {
    const client = await connect();
    const { operation } = await catalogue.loadOperation(row);
    const { data } = await client.execute(operation, { locationId }, { locationId, deadlineMs: DEADLINE_MS });
    const { timezone } = (data as { readonly location?: { readonly timezone?: unknown } }).location ?? {};
    return typeof timezone === 'string' && isTimeZone(timezone) ? timezone : undefined;
  } catch {
    // However it went wrong: a call that was done does not fail because nobody knows how late it is there.
    return undefined;
  }
}
