/**
 * What a person judged about an operation. Types only, like `operation.ts`: `tools/<resource>/guide.ts`
 * exports `guides` with `satisfies Guides<typeof operations>`, so that an operation without a guide entry
 * does not compile, and neither does an entry without an operation.
 */
import type { FindOut } from './find-out.ts';
import type { Operation, OperationKey } from './operation.ts';
import type { Verb } from './verbs.ts';

/**
 * What a call can do to the account and the people in it:
 * - `read`: changes nothing
 * - `write`: changes the CRM and can be put right
 * - `high-impact`: deletes, sends to a person, publishes, moves money or starts an automation
 */
export type Risk = 'read' | 'write' | 'high-impact';

/** How the items of a list are walked. Paths are dot paths into the answer. */
export interface Paging {
  readonly style:
    | 'none'
    | 'skip-limit'
    | 'offset-limit'
    | 'page-limit'
    | 'page'
    | 'cursor'
    | 'last-id'
    | 'search-after'
    | 'time-window';
  /** Where the items are; empty string when the answer is the array. */
  readonly items?: string;
  readonly total?: string;
  /** Argument that sets the size of a page, and its bounds. */
  readonly size?: string;
  readonly defaultSize?: number;
  readonly maxSize?: number;
  /** Argument that moves through the pages: an offset, or a page number counted from `firstPage`. */
  readonly offset?: string;
  readonly firstPage?: 0 | 1;
  /** Cursor argument to the place in the answer that holds its next value; `$last.x` is x of the last item. */
  readonly next?: Readonly<Record<string, string>>;
}

export interface Example {
  /** What a person asked for, in their words. */
  readonly ask: string;
  readonly args: Readonly<Record<string, unknown>>;
}

/** `<resource>_<thing>_<verb>` in snake case, at most 45 characters, stable once published. */
export type ToolName = `${string}_${Verb}`;

/**
 * An operation that does the same to many records in fewer calls. What it does to each of them is what this operation
 * does to one, no more: it is sent in its place without being asked about again.
 */
export interface BulkForm {
  readonly operation: OperationKey;
  /** The argument in which the calls differ, and the list of the other operation that takes its place. */
  readonly each: string;
  readonly list: string;
  /** What the other operation takes besides. All else it takes under the same names. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** How many records at most in one call. */
  readonly most: number;
  /** Where its answer tells of each record whether it failed. */
  readonly failures: {
    /** Dot path to the items. */
    readonly items: string;
    /** Fields of an item: which record it is of, and why it failed. */
    readonly id: string;
    readonly reason: string;
    /** An item that has these values failed. */
    readonly where: Readonly<Record<string, unknown>>;
  };
}

export interface Guide {
  readonly name: ToolName;
  readonly title: string;
  /**
   * For an agent, and part of every tool list, so at most 150 characters: what it does, when to prefer
   * another operation, the one surprise that costs most.
   */
  readonly summary: string;
  /** What else surprises, a sentence each: shown when an agent asks about the operation, not in lists. */
  readonly notes?: readonly string[];
  readonly risk: Risk;
  /** A write whose repetition with the same arguments changes nothing more. Reads are always so. */
  readonly idempotent?: true;
  /** For writes that are not idempotent: how to see whether one took place whose answer was lost. */
  readonly findOut?: FindOut;
  /** Reaches people or systems outside the account (a message, a social network, a card). */
  readonly openWorld?: true;
  /**
   * Context arguments that are the very thing acted on (the location to delete): an agent must name them
   * even where the operator pinned one, and the pin is never filled in.
   */
  readonly explicit?: readonly string[];
  readonly paging?: Paging;
  /** A few words an agent needs at an argument (dot path, `[]` for items) to fill it right. */
  readonly hints?: Readonly<Record<string, string>>;
  /** For many at once, where HighLevel has a way to do it that tells the outcome of each. */
  readonly bulk?: BulkForm;
  /** Words people use for it that stand neither in name nor summary. */
  readonly words?: readonly string[];
  readonly examples?: readonly Example[];
  /** Judged, but never offered to an agent, and why. */
  readonly withheld?: string;
}

/** Marks an operation that no person has judged yet. Kept out of every surface. */
export interface Placeholder {
  readonly placeholder: true;
  readonly name: ToolName;
  readonly risk: Risk;
}

export type Guides<Operations extends Readonly<Record<string, Operation>>> = {
  readonly [Key in keyof Operations]: Guide | Placeholder;
};
