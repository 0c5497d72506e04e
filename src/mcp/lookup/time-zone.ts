/** The time zone of a location, as its settings say: read once in a while, with the first result that holds times. */
import { HighLevelError } from '../../highlevel/errors/index.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { holdsTimes, isTimeZone } from '../results/local-times.ts';
import type { Outcome } from '../results/success.ts';

/** `auto`: the location's own. Else an IANA name that holds for all. */
export type TimeZoneSetting = 'auto' | (string & {});

const OPERATION = 'locations_location_get';

const KEPT_MS = 86_400_000;
/** Where it cannot be read, every result would ask again. */
const FAILURE_KEPT_MS = 600_000;
/** Results wait for it. */
const READ_TIMEOUT_MS = 3_000;

interface Kept {
  readonly until: number;
  readonly zone: Promise<string | undefined>;
}

/** One for each configuration: what one account is told is never told to another. */
const caches = new WeakMap<CallDependencies, Map<string, Kept>>();

/**
 * The zone in which to show an outcome; undefined where it holds no times, or where nobody knows the zone. Never throws
 * for what HighLevel or the policy refuses.
 */
export async function findTimeZone(
  { data, locationId, isOwn, isExact }: Outcome,
  dependencies: CallDependencies,
): Promise<string | undefined> {
  const { timeZone: setting } = dependencies;
  if (setting === undefined || isOwn || isExact || !holdsTimes(data)) return undefined;
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

async function readTimeZone(locationId: string, dependencies: CallDependencies): Promise<string | undefined> {
  const row = dependencies.catalogue.findByName(OPERATION);
  if (row === undefined) return undefined;
  const session = { signal: AbortSignal.timeout(READ_TIMEOUT_MS), reportProgress() {} };
  try {
    const { data } = await runCall({ row, args: { locationId }, session }, dependencies);
    const { timezone } = (data as { readonly location?: { readonly timezone?: unknown } }).location ?? {};
    return typeof timezone === 'string' && isTimeZone(timezone) ? timezone : undefined;
  } catch (error) {
    if (error instanceof HighLevelError || error instanceof CallRefusal) return undefined;
    throw error;
  }
}
