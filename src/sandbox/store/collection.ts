/** One kind of record in memory: by id, by location, and as HighLevel's lagging index sees it. */
import type { Collection, SandboxRecord } from '../world.ts';

/** A record and its place in the order of insertion. */
export interface Stored<T> {
  readonly record: T;
  readonly sequence: number;
}

/** A past state that the index may still show; no record: it did not exist. */
interface Version<T> {
  readonly record: T | undefined;
  /** When the index stops showing it. */
  readonly untilMs: number;
}

interface Lagging<T> {
  readonly sequence: number;
  /** Oldest first. */
  readonly versions: Version<T>[];
}

export interface CollectionOptions {
  readonly name: string;
  readonly indexLagMs: number;
  now(): number;
  nextSequence(): number;
  /** Told the id of every record that is written or deleted. */
  onChange(id: string): void;
}

/** What the world and its file use beyond the contract of domains. */
export interface StoredCollection<T extends SandboxRecord> extends Collection<T> {
  stored(id: string): Stored<T> | undefined;
  /** Puts back what a file held; neither lags nor counts as a change. */
  restore(record: T, sequence: number): void;
  /** Ends the index's lag behind all that was written so far. */
  settle(): void;
}

/**
 * A collection whose records are deeply frozen copies of JSON values: what a handler holds can neither change
 * the books nor be changed by them.
 */
export function createCollection<T extends SandboxRecord>(options: CollectionOptions): StoredCollection<T> {
  const byId = new Map<string, Stored<T>>();
  const byLocation = new Map<string, Map<string, Stored<T>>>();
  const lagging = new Map<string, Lagging<T>>();

  function put(entry: Stored<T>, before: T | undefined): void {
    const { id, locationId } = entry.record;
    if (before !== undefined && before.locationId !== locationId) byLocation.get(before.locationId)?.delete(id);
    byId.set(id, entry);
    const local = byLocation.get(locationId) ?? new Map<string, Stored<T>>();
    byLocation.set(locationId, local.set(id, entry));
  }

  function changed(id: string, sequence: number, before: T | undefined): void {
    options.onChange(id);
    if (options.indexLagMs <= 0) return;
    const entry = lagging.get(id) ?? { sequence, versions: [] };
    entry.versions.push({ record: before, untilMs: options.now() + options.indexLagMs });
    lagging.set(id, entry);
    forgetOldest();
  }

  /** Keeps a long series of writes without reads from piling up: first come, mostly first out of date. */
  function forgetOldest(): void {
    const now = options.now();
    for (const [id, { versions }] of lagging) {
      while (versions[0] !== undefined && versions[0].untilMs <= now) versions.shift();
      if (versions[0] !== undefined) return;
      lagging.delete(id);
    }
  }

  function local(locationId: string): Stored<T>[] {
    return [...(byLocation.get(locationId)?.values() ?? [])];
  }

  /** The oldest version that the index still shows, per record; forgets what it no longer shows. */
  function stale(): Map<string, Stored<T | undefined>> {
    const now = options.now();
    const shown = new Map<string, Stored<T | undefined>>();
    for (const [id, { sequence, versions }] of lagging) {
      while (versions[0] !== undefined && versions[0].untilMs <= now) versions.shift();
      if (versions[0] === undefined) lagging.delete(id);
      else shown.set(id, { record: versions[0].record, sequence });
    }
    return shown;
  }

  return {
    get: (id) => byId.get(id)?.record,
    stored: (id) => byId.get(id),
    insert(record) {
      if (byId.has(record.id)) throw new Error(`${options.name} already holds a record ${record.id}`);
      const entry = { record: freezeCopy(record), sequence: options.nextSequence() };
      put(entry, undefined);
      changed(record.id, entry.sequence, undefined);
      return entry.record;
    },
    update(id, change) {
      const entry = byId.get(id);
      if (entry === undefined) throw new Error(`${options.name} holds no record ${id}`);
      // A copy through JSON drops the fields that the change sets to undefined.
      const next = { record: freezeCopy({ ...entry.record, ...change, id }), sequence: entry.sequence };
      put(next, entry.record);
      changed(id, entry.sequence, entry.record);
      return next.record;
    },
    delete(id) {
      const entry = byId.get(id);
      if (entry === undefined) return false;
      byId.delete(id);
      byLocation.get(entry.record.locationId)?.delete(id);
      changed(id, entry.sequence, entry.record);
      return true;
    },
    inLocation: (locationId) => local(locationId).map((entry) => entry.record),
    all: () => [...byId.values()].map((entry) => entry.record),
    indexed(locationId) {
      const old = stale();
      if (old.size === 0) return local(locationId).map((entry) => entry.record);
      const visible: Stored<T>[] = local(locationId).filter((entry) => !old.has(entry.record.id));
      for (const { record, sequence } of old.values()) {
        if (record?.locationId === locationId) visible.push({ record, sequence });
      }
      return visible.sort((a, b) => a.sequence - b.sequence).map((entry) => entry.record);
    },
    settle: () => lagging.clear(),
    restore: (record, sequence) => put({ record: freezeCopy(record), sequence }, undefined),
  };
}

function freezeCopy<T>(value: T): T {
  return deepFreeze(JSON.parse(JSON.stringify(value)) as T);
}

function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}
