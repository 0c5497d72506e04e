/**
 * What of a call an operator may put a ceiling on: messages to people, deletions, money, and when a person is reached.
 * Types only, like `guide.ts`. Paths are dot paths into the arguments, `[]` for items.
 */

/** One, or as many as the call names. */
export type Count = 'one' | CountOf;

export interface CountOf {
  /** What counts one each, at least one together: a value that is there, an item of a list. Left out: one. */
  readonly each?: readonly string[];
  /** Counts for nothing where the value at any of these paths is among those given; null stands for left out. */
  readonly unless?: Exceptions;
  /** Where any of these is given, nobody can tell how many it reaches. */
  readonly untold?: readonly string[];
}

/** Values by path. What is not named here is not excepted, so a value that comes later counts. */
export type Exceptions = Readonly<Record<string, readonly (string | boolean | null)[]>>;

/** Money that a call asks for or moves, in major units. */
export type Money = InvoiceMoney | ChargeMoney;

/** An invoice, an estimate, or what makes them: the sum of its lines. */
export interface InvoiceMoney {
  readonly of: 'invoice';
  /** The argument that holds the lines. */
  readonly lines: string;
}

export interface ChargeMoney {
  readonly of: 'charge';
  /** Where the amount stands. Left out: the arguments do not tell. */
  readonly amount?: string;
  /** How often the amount is taken. */
  readonly times?: string;
  /** Its code, where it is always the same. Left out: the currency is that of a record elsewhere. */
  readonly currency?: string;
  readonly unless?: Exceptions;
}

/** An argument that says when people are reached, where that is not at once. */
export interface Moment {
  readonly at: string;
  /** `clock`: a date and time as people write it, in the zone that the argument `zone` names. */
  readonly form: 'iso' | 'epoch-seconds' | 'clock';
  readonly zone?: string;
}

export interface Stakes {
  /** Messages to people: of every high-impact operation that reaches out of the account. */
  readonly messages?: Count | 'none';
  /** Left out where it is one for a high-impact DELETE or `…_delete`, and none for all else. */
  readonly deletes?: Count;
  readonly money?: Money;
  readonly moments?: readonly Moment[];
}
