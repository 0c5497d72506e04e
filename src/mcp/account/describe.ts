/** What this server may do for whom: as the tool `account` and the resources say it. Sends nothing. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import { getDirectory } from '../lookup/directory.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import { getTokenMemory } from '../token/memory.ts';
import { judge, listTaught } from '../token/obstacle.ts';
import { describePolicy } from './policy-words.ts';

const MAX_LOCATIONS = 20;

/** What the tool answers, and the resource of the same content. */
export async function describeAccount(dependencies: CallDependencies): Promise<object> {
  const { connect, pins, readOnly } = dependencies;
  const access = readOnly ? 'read-only' : 'read and write';
  const pinned = { locationId: pins.locationId, companyId: pins.companyId };
  if (connect === undefined) {
    return { ...notConfigured, access, pinned, policy: await describePolicy(dependencies, undefined) };
  }
  const client = await connect();
  const { description: keptIn, isDurable: outlivesRestart } = client.state;
  return {
    configured: true,
    access,
    pinned,
    token: await describeToken(client, dependencies),
    locations: describeLocations(dependencies),
    limits: await describeLimits(dependencies),
    policy: await describePolicy(dependencies, client),
    journal: { keptIn, outlivesRestart },
  };
}

/** The limits alone, as counted over everybody who shares the state, and as HighLevel last said them. */
export async function describeLimits({ connect, pins }: CallDependencies): Promise<object> {
  if (connect === undefined) return notConfigured;
  const { counted, heard } = await (await connect()).rateLimits(pins);
  const { limit, used, intervalMs, dailyLimit, dailyUsed, dailyResetMs } = counted;
  const isNearlySpent = dailyUsed >= dailyLimit * 0.8;
  return {
    now: { left: Math.max(0, limit - used), of: limit, perSeconds: intervalMs / 1000 },
    today: {
      left: Math.max(0, dailyLimit - dailyUsed),
      of: dailyLimit,
      renewedInMinutes: Math.ceil(dailyResetMs / 60_000),
      ...(isNearlySpent && { warning: 'more than 80 % of the calls of today are used' }),
    },
    lastHeardFromHighLevel: heard,
  };
}

const notConfigured = { configured: false, toConfigure: 'the operator sets HIGHLEVEL_TOKEN' };

async function describeToken(client: HighLevelClient, { pins, catalogue }: CallDependencies): Promise<object> {
  const token = await client.describeToken(pins);
  const { lessons = new Map() } = (await getTokenMemory(client).recall(pins)) ?? {};
  const { level, findObstacle } = judge({ token, lessons }, catalogue);
  const taught = listTaught(lessons, catalogue).map(({ row }) => ({ row, obstacle: findObstacle(row) }));
  const granted = taught.filter(({ obstacle }) => obstacle === undefined);
  const missing = taught.filter(({ obstacle }) => obstacle?.about === 'scope');
  const open = listScopes(granted);
  const refused = listScopes(missing).filter((scope) => !open.includes(scope));
  // What no scope explains: it is not documented, or other operations of it are open.
  const unexplained = taught.filter(
    ({ row, obstacle }) => obstacle !== undefined && !refused.includes(nameScopes(row)),
  );
  const { kind, scopes: consented } = token;
  return {
    kind,
    of: level === undefined ? 'a location or an agency: HighLevel does not tell' : levels[level],
    scopes: {
      ...(consented === undefined ? { granted: open } : { consented }),
      refused,
      note:
        consented === undefined
          ? 'nobody has told the scopes of this token yet: these are what calls have shown in the last day'
          : 'consented to when the account was logged in to; refused is what calls have shown in the last day',
    },
    ...(unexplained.length > 0 && { refusedOperations: unexplained.map(({ row }) => row.name).toSorted() }),
  };
}

/** Several stand together, as nobody says whether one of them is enough. */
function nameScopes({ scopes }: OperationRow): string {
  return scopes.join(' + ');
}

function listScopes(taught: readonly { readonly row: OperationRow }[]): string[] {
  const names = taught.map(({ row }) => nameScopes(row)).filter((name) => name !== '');
  return [...new Set(names)].toSorted();
}

const levels = { location: 'a location', agency: 'an agency' } as const;

/** Ids alone: names are text of outsiders, and `lookup` has them. */
function describeLocations(dependencies: CallDependencies): object {
  const { locationId } = dependencies.pins;
  if (locationId !== undefined) return { only: locationId };
  const known = getDirectory(dependencies).peek('location', locationId);
  if (known === undefined) return { note: 'not read yet: lookup with kind location lists those of an agency' };
  const { entries, isCut } = known;
  const ids = entries.slice(0, MAX_LOCATIONS).map(({ id }) => id);
  return { ids, of: isCut ? `more than ${entries.length}` : entries.length };
}
