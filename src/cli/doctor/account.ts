/** The way to HighLevel, by one read of the pinned location and a few that try the scopes. */
import type { HighLevelClient } from '../../highlevel/client.ts';
import { HighLevelError, TokenError } from '../../highlevel/errors/index.ts';
import { liftMissingScope } from '../../highlevel/errors/lift.ts';
import { probes, runProbes } from '../../mcp/account/probes.ts';
import type { CallDependencies } from '../../mcp/pipeline/call.ts';
import { isTimeZone } from '../../mcp/results/local-times.ts';
import { listCallable } from '../../mcp/surface/callable.ts';
import { readForesight } from '../../mcp/token/foresight.ts';
import { type Finding, failed } from './finding.ts';

const LOCATION = 'GET /locations/{locationId}';
const DEADLINE_MS = 15_000;
/** Times of messages and slots would be off by more than anybody overlooks. */
const MAX_SKEW_MS = 60_000;

/** What of the way failed, by what HighLevel or the network said. */
const parts: Readonly<Record<string, string>> = {
  unreachable: 'network',
  connection_lost: 'network',
  rate_limited: 'limits',
  state_unavailable: 'state',
};

/** Sends up to thirteen small reads. */
export async function examineAccount(client: HighLevelClient, dependencies: CallDependencies): Promise<Finding[]> {
  const findings = await examineLocation(client, dependencies);
  if (findings.some(({ level }) => level === 'fail')) return findings;
  findings.push(await examineScopes(client, dependencies));
  const { counted } = await client.rateLimits(dependencies.pins);
  const left = counted.dailyLimit - counted.dailyUsed;
  const message = `${left} of ${counted.dailyLimit} calls of today are left`;
  findings.push({ level: left < counted.dailyLimit / 10 ? 'warn' : 'ok', about: 'limits', message });
  return findings;
}

async function examineLocation(client: HighLevelClient, { catalogue, pins }: CallDependencies): Promise<Finding[]> {
  const { locationId } = pins;
  if (locationId === undefined) {
    const advice = 'Set HIGHLEVEL_LOCATION_ID, unless agents are to work in several locations.';
    return [{ level: 'warn', about: 'location', message: 'none is pinned, so every call has to name one', advice }];
  }
  const operation = await catalogue.loadOperationByKey(LOCATION);
  const started = performance.now();
  try {
    const { data, serverTimeMs } = await client.execute(operation, { locationId }, { deadlineMs: DEADLINE_MS });
    const tookMs = Math.round(performance.now() - started);
    const { timezone } = (data as { readonly location?: { readonly timezone?: unknown } }).location ?? {};
    const zone = typeof timezone === 'string' && isTimeZone(timezone) ? timezone : 'unknown';
    return [
      { level: 'ok', about: 'network', message: `HighLevel answers, in ${tookMs} ms` },
      { level: 'ok', about: 'token', message: 'HighLevel takes it' },
      { level: 'ok', about: 'location', message: `${locationId} is there, its time zone is ${zone}` },
      examineClock(serverTimeMs),
    ];
  } catch (error) {
    if (!(error instanceof HighLevelError)) throw error;
    // Without the scope to read locations, whoever works in them may still be in order.
    if (error instanceof TokenError && error.reason === 'missing-scope') {
      return [{ level: 'warn', about: 'location', message: error.message, advice: error.advice }];
    }
    const about = error instanceof TokenError ? 'token' : (parts[error.kind] ?? 'location');
    return [failed(about, error)];
  }
}

function examineClock(serverTimeMs: number | undefined): Finding {
  if (serverTimeMs === undefined)
    return { level: 'warn', about: 'clock', message: 'HighLevel did not say what time it is' };
  const seconds = Math.round((Date.now() - serverTimeMs) / 1_000);
  if (Math.abs(seconds) * 1_000 <= MAX_SKEW_MS) return { level: 'ok', about: 'clock', message: 'as HighLevel’s' };
  const message = `is ${Math.abs(seconds)} s ${seconds > 0 ? 'ahead of' : 'behind'} HighLevel’s`;
  return { level: 'warn', about: 'clock', message, advice: 'Let the machine set its clock by the network.' };
}

async function examineScopes(client: HighLevelClient, dependencies: CallDependencies): Promise<Finding> {
  const about = 'scopes';
  const session = { signal: AbortSignal.timeout(DEADLINE_MS), reportProgress() {} };
  const probed = await runProbes(dependencies, session);
  if (typeof probed === 'string') return { level: 'warn', about, message: `tried ${probed}` };
  const open = Object.values(probed).filter((outcome) => outcome === 'open').length;
  const tried = `${open} of ${Object.keys(probed).length} reads that were tried are open`;
  const message = `${tried}; what may be written shows with the first write`;
  const missing = await listMissingScopes(dependencies);
  if (missing.length === 0) return { level: 'ok', about, message };
  const { kind } = await client.describeToken(dependencies.pins);
  const advice = `${liftMissingScope(missing, kind)} Leave out what agents need not do.`;
  return { level: 'warn', about, message, advice };
}

/** Each with what it is for: of the main resources, as far as this look and the calls of the last day have shown. */
async function listMissingScopes(dependencies: CallDependencies): Promise<string[]> {
  const findObstacle = await readForesight(dependencies);
  const main = new Set(Object.keys(probes).map((name) => dependencies.catalogue.findByName(name)?.resource));
  const blocked = listCallable(dependencies).filter(
    (row) => main.has(row.resource) && findObstacle(row)?.about === 'scope',
  );
  const byScope = Map.groupBy(blocked, ({ scopes, name }) => scopes.join(' + ') || `that of ${name}`);
  return [...byScope].map(([scope, rows]) => {
    const resources = new Set(rows.map(({ resource }) => resource));
    const verb = rows.every(({ risk }) => risk === 'read') ? 'read' : 'work in';
    return `${scope} (to ${verb} ${[...resources].join(', ')})`;
  });
}
