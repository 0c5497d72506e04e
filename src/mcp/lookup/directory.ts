/** The lists of an account that names and ids are looked up in, read through the same stages as any call. */
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import { findOperation } from '../pipeline/find.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import type { Session } from '../session.ts';
import { createLookupCache, type RawList } from './cache.ts';
import { type LookupEntry, readEntries } from './entry.ts';
import { type LookupKind, type LookupKindName, lookupKinds } from './kinds.ts';

/** How long a list is taken for current. */
const MAX_AGE_MS = 60_000;
const MAX_PAGES = 20;

export interface Directory {
  /**
   * All of a kind in a location, as read at most `maxAgeMs` ago (default: a minute).
   *
   * @throws CallRefusal or HighLevelError, as `runCall` does for the operation that lists them.
   */
  list(kind: LookupKindName, locationId: string | undefined, maxAgeMs?: number): Promise<LookupList>;
  /** The same as it was last read, however long ago; undefined where it was not. Sends nothing. */
  peek(kind: LookupKindName, locationId: string | undefined): LookupList | undefined;
}

export interface LookupList {
  readonly entries: readonly LookupEntry[];
  /** There is more than was read. */
  readonly isCut: boolean;
}

/** Several may wait for one list, so whoever calls off stops waiting but does not stop the reading. */
const steadySession: Session = { signal: new AbortController().signal, reportProgress() {} };

/** One for each configuration: what one account holds is never shown to another. */
const directories = new WeakMap<CallDependencies, Directory>();

/** The directory of one configuration of the server. */
export function getDirectory(dependencies: CallDependencies): Directory {
  const known = directories.get(dependencies) ?? createDirectory(dependencies);
  directories.set(dependencies, known);
  return known;
}

function createDirectory(dependencies: CallDependencies): Directory {
  const cache = createLookupCache();
  const nameList = (kind: LookupKind, locationId: string | undefined) =>
    `${kind === lookupKinds.location ? undefined : locationId} ${kind.operation}`;
  const readList = ({ items, isCut }: RawList, kind: LookupKind) => ({ entries: readEntries(items, kind), isCut });
  const { pins, policy } = dependencies;
  /** Locations that no call may touch are none to choose among. */
  const keepUsable = (name: LookupKindName, list: LookupList): LookupList => {
    if (name !== 'location') return list;
    const isUsable = ({ id }: LookupEntry) => (pins.locationId ?? id) === id && policy.permitsLocation(id);
    return { ...list, entries: list.entries.filter(isUsable) };
  };
  return {
    async list(name, locationId, maxAgeMs = MAX_AGE_MS) {
      const kind: LookupKind = lookupKinds[name];
      const read = () => readAll(kind, locationId, dependencies);
      return keepUsable(name, readList(await cache.get(nameList(kind, locationId), maxAgeMs, read), kind));
    },
    peek(name, locationId) {
      const kind: LookupKind = lookupKinds[name];
      const list = cache.peek(nameList(kind, locationId));
      return list && keepUsable(name, readList(list, kind));
    },
  };
}

async function readAll(
  kind: LookupKind,
  locationId: string | undefined,
  dependencies: CallDependencies,
): Promise<RawList> {
  const opened = kind === lookupKinds.location ? await readOpened(dependencies) : undefined;
  if (opened !== undefined) return { items: opened, isCut: false };
  const row = findOperation(kind.operation, dependencies.catalogue);
  const place = Object.entries(row.context ?? {}).find(([, role]) => role === 'location')?.[0];
  const places = [place, ...(kind.alsoLocation ?? [])].filter((name) => name !== undefined);
  const fixed = locationId === undefined ? {} : Object.fromEntries(places.map((name) => [name, locationId]));
  const { size, offset, count = Number.POSITIVE_INFINITY } = kind.pages ?? {};
  const all: unknown[] = [];
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const pageArgs = size && offset ? { [size]: String(count), [offset]: String(page * count) } : {};
    const { data } = await runCall({ row, args: { ...fixed, ...pageArgs }, session: steadySession }, dependencies);
    const items = (data as Readonly<Record<string, unknown>>)[kind.items];
    const list = Array.isArray(items) ? items : [];
    all.push(...list);
    if (list.length < count) return { items: all, isCut: false };
  }
  return { items: all, isCut: true };
}

/**
 * The locations that the token is known to open, an app's where it is installed: HighLevel's search would name others,
 * too. Whoever may not ask HighLevel for them is not told them here. Undefined where the token does not tell.
 */
async function readOpened(dependencies: CallDependencies): Promise<readonly unknown[] | undefined> {
  const client = await dependencies.connect?.();
  if (client?.listLocations === undefined) return undefined;
  const refusal = refuseOperation(findOperation('oauth_installed_location_list', dependencies.catalogue), dependencies);
  if (refusal !== undefined) throw refusal;
  return await client.listLocations();
}
