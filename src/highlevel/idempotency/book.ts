/** Entries as the journal reads and writes them. */
import { StateError } from '../../state/error.ts';
import type { Records } from '../../state/state.ts';
import { StateUnavailableError } from '../errors/index.ts';
import { type Entry, parseEntry, serializeEntry } from './entry.ts';

export interface FoundEntry {
  readonly entry: Entry;
  readonly version: string;
  /** Since it was last written. */
  readonly ageMs: number;
}

export interface Book {
  find(name: string): Promise<FoundEntry | undefined>;
  /**
   * @param version What must be there; undefined: nothing.
   * @returns the new version, or undefined when somebody else was faster.
   */
  write(name: string, entry: Entry, version: string | undefined, options: WriteOptions): Promise<string | undefined>;
  /** @returns whether it was there in that version. */
  remove(name: string, version: string): Promise<boolean>;
  /** The entry under a key that the last call of this content with a key was made under. */
  findKeyed(content: string): Promise<string | undefined>;
  /** Keeps where a call of this content is written down, so that one without the key finds it. */
  noteKeyed(content: string, name: string, keepMs: number): Promise<void>;
}

export interface WriteOptions {
  readonly keepMs: number;
  readonly flush: boolean;
}

/** Every method throws `StateUnavailableError` when the store cannot be used. */
export function createBook(records: Records): Book {
  return {
    async find(name) {
      const found = await withStateErrors(() => records.get(name));
      const entry = found && parseEntry(found.value);
      if (found === undefined) return undefined;
      if (entry !== undefined) return { entry, version: found.version, ageMs: found.ageMs };
      // Better no write than one on top of a page that cannot be read.
      throw new StateUnavailableError(
        'The journal has an entry for this call that cannot be read.',
        'Pass a new idempotencyKey if the call is surely not a repetition.',
        undefined,
      );
    },
    write(name, entry, version, { keepMs, flush }) {
      return withStateErrors(() =>
        records.put(name, serializeEntry(entry), { expected: version ?? 'absent', keepMs, flush }),
      );
    },
    remove: (name, version) => withStateErrors(() => records.remove(name, version)),
    async findKeyed(content) {
      return (await withStateErrors(() => records.get(nameKeyed(content))))?.value;
    },
    async noteKeyed(content, name, keepMs) {
      await withStateErrors(async () => {
        const key = nameKeyed(content);
        const found = await records.get(key);
        // Whoever was faster has made the same call under another key, which is then the last one.
        await records.put(key, name, { expected: found?.version ?? 'absent', keepMs, flush: false });
      });
    },
  };
}

function nameKeyed(content: string): string {
  return `keyed:${content}`;
}

/** @throws StateUnavailableError where the store throws `StateError`. */
export async function withStateErrors<T>(use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (cause) {
    if (cause instanceof StateError) throw new StateUnavailableError(cause.message, cause.advice, cause);
    throw cause;
  }
}
