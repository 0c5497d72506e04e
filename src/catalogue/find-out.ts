/**
 * How to find out whether a write took place whose answer was lost. Types only, like `guide.ts`. HighLevel knows no
 * idempotency keys, so after a lost answer the only witness is what can be read back.
 */
import type { OperationKey } from './operation.ts';

/**
 * One read in the search for the record of a lost write. In `with`, a text of the form `$name` stands for the write's
 * argument of that name (dot path, at any depth), `$name:lower` for it in lower case, `$name:ms` for a time as epoch
 * milliseconds, and `$<n>.path` for a value at a dot path in the answer of the look's n-th step (counted from 0). A
 * step whose stand-ins have no value makes the whole look unfit for the call, and it is left out.
 */
export interface LookStep {
  /** The read to ask. */
  readonly ask: OperationKey;
  readonly with: Readonly<Record<string, unknown>>;
}

/** A way to the record that a write would have left, and how to know it. */
export interface Look {
  /** Reads in order; the answer of the last holds the records. */
  readonly steps: readonly [LookStep, ...LookStep[]];
  /** Dot path to the records in the last answer; empty: the answer itself. One record or a list of them. */
  readonly records: string;
  /**
   * Field of a record (dot path) → argument of the write that it repeats (dot path). An argument that the write left
   * out is not compared; one that it gave must be there and agree. At least one must be comparable.
   */
  readonly match: Readonly<Record<string, string>>;
  /** Arguments that the write must have given for the look to mean anything (dot paths). */
  readonly needs?: readonly string[];
  /** Fields of a record (dot paths) and the values that they must have, whatever the write gave. */
  readonly where?: Readonly<Record<string, unknown>>;
  /**
   * Field with the time at which the record came to be (dot path): a record from before the write is another one, and
   * one without a readable time is only a candidate.
   */
  readonly created?: string;
  /**
   * What is matched is unique in HighLevel (the name of a tag), so a match can only be the one. A look with neither
   * this nor `created` names candidates and never finds.
   */
  readonly unique?: true;
  /** Field with the record's id; default `id`. */
  readonly id?: string;
  /**
   * The list reaches every record, or the newest first, so that absence (once HighLevel's index has caught up) shows
   * that the write did not take place. Left out where pages or filters could hide it.
   */
  readonly complete?: true;
}

export interface FindOut {
  /** Tried in order until one finds the record. Empty where nothing can be read back. */
  readonly looks: readonly Look[];
  /** Statuses of a refusal after which the write may have taken place all the same. */
  readonly doubtfulStatuses?: readonly number[];
  /** Reads one record by the id that a duplicate refusal carries. */
  readonly record?: { readonly ask: OperationKey; readonly id: string };
  /** For agents and people where no look tells: where to check, naming a tool where one helps. */
  readonly check: string;
}
