/** Whose turn it is on the connections: the more urgent first, and among equals every location in turn. */
import type { Queue, QueueAddOptions } from 'p-queue';

export interface FairOptions extends QueueAddOptions {
  /** Those who share a turn. */
  readonly turn?: string;
}

type Run = () => Promise<unknown>;

interface Entry {
  readonly id: string | undefined;
  readonly priority: number;
  readonly turn: string;
  readonly run: Run;
}

/** A queue for p-queue. A location with a thousand calls delays another one's only call by one call. */
export class FairQueue implements Queue<Run, FairOptions> {
  /** By priority, then by turn. A turn that was served goes to the end of its map. */
  readonly #ranks = new Map<number, Map<string, Entry[]>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  enqueue(run: Run, { id, priority = 0, turn = '' }: Partial<FairOptions> = {}): void {
    const turns = this.#ranks.get(priority) ?? new Map<string, Entry[]>();
    this.#ranks.set(priority, turns);
    const line = turns.get(turn) ?? [];
    turns.set(turn, line);
    line.push({ id, priority, turn, run });
    this.#size += 1;
  }

  dequeue(): Run | undefined {
    const priority = Math.max(...this.#ranks.keys());
    const [next] = this.#ranks.get(priority)?.entries() ?? [];
    const [entry] = next?.[1] ?? [];
    if (entry === undefined) return undefined;
    this.#take(entry);
    const turns = this.#ranks.get(priority);
    const rest = turns?.get(entry.turn);
    if (turns !== undefined && rest !== undefined) {
      turns.delete(entry.turn);
      turns.set(entry.turn, rest);
    }
    return entry.run;
  }

  remove(id: string): void {
    const entry = this.#find(id);
    if (entry !== undefined) this.#take(entry);
  }

  setPriority(id: string, priority: number): void {
    const entry = this.#find(id);
    if (entry === undefined) throw new ReferenceError(`no call with the id ${id} waits`);
    this.#take(entry);
    this.enqueue(entry.run, { ...entry, id, priority });
  }

  filter({ priority }: Readonly<Partial<FairOptions>>): Run[] {
    return this.#entries()
      .filter((entry) => entry.priority === priority)
      .map(({ run }) => run);
  }

  #entries(): Entry[] {
    return [...this.#ranks.values()].flatMap((turns) => [...turns.values()].flat());
  }

  #find(id: string): Entry | undefined {
    return this.#entries().find((entry) => entry.id === id);
  }

  /** Takes an entry out, and what is empty without it. */
  #take(entry: Entry): void {
    const turns = this.#ranks.get(entry.priority);
    const line = turns?.get(entry.turn);
    if (turns === undefined || line === undefined) return;
    line.splice(line.indexOf(entry), 1);
    this.#size -= 1;
    if (line.length === 0) turns.delete(entry.turn);
    if (turns.size === 0) this.#ranks.delete(entry.priority);
  }
}
