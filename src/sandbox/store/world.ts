/** The world in memory, and in a file when there is one. */
import type { SandboxRecord, World } from '../world.ts';
import { createCollection, type StoredCollection } from './collection.ts';
import { openWorldFile, type StoredRow } from './file.ts';
import { createId, createObjectId, createRandom } from './random.ts';

export interface WorldOptions {
  /** Ignored by a file that already has one. */
  readonly seed: number;
  readonly indexLagMs: number;
  now(): number;
  readonly file?: string | undefined;
}

export interface WorldStore {
  readonly world: World;
  /** True until something is seeded or read from a file. */
  readonly isNew: boolean;
  /** Makes the index show everything written so far: what is seeded has been there for long. */
  settle(): void;
  /** Writes what has changed since the last call to the file, in one transaction. Without a file: nothing. */
  save(): void;
  close(): void;
}

/** Fixed, so that instructions and examples can name them. */
export const sandboxCompanyId = 'sandboxCompany000001';
export const sandboxLocationIds = ['sandboxLocation00001', 'sandboxLocation00002'] as const;

/** A world with no records, or the one that the file holds. Throws when the file is in use. */
export function createWorldStore(options: WorldOptions): WorldStore {
  const file = options.file === undefined ? undefined : openWorldFile(options.file);
  const seed = file?.counters?.seed ?? options.seed;
  const random = createRandom(file?.counters?.randomState ?? seed);
  let sequence = file?.counters?.sequence ?? 0;
  const collections = new Map<string, StoredCollection<SandboxRecord>>();
  const changed = new Map<string, Set<string>>();

  function open(name: string): StoredCollection<SandboxRecord> {
    const known = collections.get(name);
    if (known !== undefined) return known;
    const ids = new Set<string>();
    changed.set(name, ids);
    const created = createCollection<SandboxRecord>({
      name,
      indexLagMs: options.indexLagMs,
      now: options.now,
      nextSequence: () => (sequence += 1),
      onChange: (id) => file !== undefined && ids.add(id),
    });
    collections.set(name, created);
    return created;
  }

  function getChangedRows(): StoredRow[] {
    const rows: StoredRow[] = [];
    for (const [name, ids] of changed) {
      for (const id of ids) {
        const entry = collections.get(name)?.stored(id);
        const place = { collection: name, id, sequence: entry?.sequence ?? 0 };
        rows.push(entry === undefined ? place : { ...place, json: JSON.stringify(entry.record) });
      }
    }
    return rows;
  }

  for (const row of file?.rows() ?? []) {
    open(row.collection).restore(JSON.parse(row.json) as SandboxRecord, row.sequence);
  }

  return {
    isNew: file?.counters === undefined,
    world: {
      now: options.now,
      timestamp: () => new Date(options.now()).toISOString(),
      // A collection holds what its domain puts into it: the name stands for the type.
      collection: <T extends SandboxRecord>(name: string) => open(name) as unknown as StoredCollection<T>,
      newId: () => createId(random),
      newObjectId: () => createObjectId(random),
      random: () => random.next(),
      companyId: sandboxCompanyId,
      locationIds: sandboxLocationIds,
    },
    settle() {
      for (const collection of collections.values()) collection.settle();
    },
    save() {
      if (file === undefined) return;
      const rows = getChangedRows();
      if (rows.length === 0) return;
      file.save(rows, { seed, randomState: random.state(), sequence });
      for (const ids of changed.values()) ids.clear();
    },
    close: () => file?.close(),
  };
}
