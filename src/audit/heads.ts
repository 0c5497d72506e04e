/**
 * What the state store knows of the chains: how far each has come, and which was begun before it. A file that is cut or
 * gone is missed by it.
 */
import * as z from 'zod';
import type { Records } from '../state/state.ts';
import { START } from './chain.ts';
import { chainId } from './entry.ts';

const hash = z.string();

const headSchema = z.strictObject({
  /** Machine and folder in which its file is. */
  place: z.string(),
  begun: z.string(),
  /** Begun before this one, by whoever shares the store. */
  previous: chainId.optional(),
  count: z.int(),
  hash,
  /** Hashes of lines that are about to be written, or were when the process died. */
  next: z.array(hash),
  /** Calls that were about to be sent and have no line yet. */
  underWay: z.array(z.strictObject({ operation: z.string(), time: z.string() })),
  /** Its file was removed because of its age. */
  removed: z.literal(true).optional(),
});

export type Head = z.infer<typeof headSchema>;

export interface FoundHead {
  readonly head: Head;
  readonly version: string;
  readonly ageMs: number;
}

/** The store has lost what it knew of a chain, so the chain cannot go on. */
export class HeadLost extends Error {
  override readonly name = 'HeadLost';
}

const LAST = 'audit:last';
/** As long as anybody looks back. What is removed stays known, since the list leads over it. */
const KEPT_MS = 10 * 365 * 86_400_000;
/** As many processes may begin a chain at the same time. */
const MAX_TRIES = 100;

export interface Heads {
  findLast(): Promise<string | undefined>;
  find(chain: string): Promise<FoundHead | undefined>;
  /**
   * Makes a chain the last one.
   *
   * @returns its head, and that of the chain before it
   */
  enlist(chain: string, fresh: Pick<Head, 'place' | 'begun'>): Promise<Enlisted>;
  /**
   * @param version As last written by this process, the only one that does.
   * @returns the new version
   * @throws HeadLost
   */
  write(chain: string, head: Head, version: string): Promise<string>;
}

export interface Enlisted {
  readonly head: Head;
  readonly version: string;
  readonly previous: Head | undefined;
}

/** Every method throws `StateError` when the store cannot be used. */
export function createHeads(records: Records): Heads {
  async function find(chain: string): Promise<FoundHead | undefined> {
    const found = await records.get(nameOf(chain));
    const { data: head } = headSchema.safeParse(parseJson(found?.value));
    return found && head && { head, version: found.version, ageMs: found.ageMs };
  }

  function put(name: string, value: string, expected: string | undefined, flush: boolean) {
    return records.put(name, value, { expected: expected ?? 'absent', keepMs: KEPT_MS, flush });
  }

  return {
    find,
    async findLast() {
      return (await records.get(LAST))?.value;
    },
    async enlist(chain, fresh) {
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const last = await records.get(LAST);
        const known = await find(chain);
        const isLast = last?.value === chain;
        const before = isLast ? known?.head.previous : last?.value;
        const head: Head = {
          ...fresh,
          ...START,
          next: [],
          underWay: [],
          ...(before !== undefined && { previous: before }),
        };
        const version = await put(nameOf(chain), JSON.stringify(head), known?.version, true);
        const isOurs = version !== undefined && (isLast || (await put(LAST, chain, last?.version, true)) !== undefined);
        if (isOurs) return { head, version, previous: before === undefined ? undefined : (await find(before))?.head };
      }
      throw new HeadLost('Others begin chains without end.');
    },
    async write(chain, head, version) {
      const value = JSON.stringify(head);
      const written = await put(nameOf(chain), value, version, false);
      if (written !== undefined) return written;
      // An answer of the store was lost, so ours is not the last version; or everything is.
      const found = await records.get(nameOf(chain));
      const again = found && (await put(nameOf(chain), value, found.version, false));
      if (again === undefined) throw new HeadLost('The store knows nothing of this chain.');
      return again;
    },
  };
}

function nameOf(chain: string): string {
  return `audit:head:${chain}`;
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
