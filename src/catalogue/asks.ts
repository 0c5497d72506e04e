/**
 * How people ask for operations, in their own words. Types only. Search reads them; agents never see them, so
 * they cost no tokens. `tools/<resource>/asks.ts` exports `asks` with `satisfies Asks<typeof operations>`, so that
 * an operation nobody has asked for does not compile.
 */
import type { Operation } from './operation.ts';

export type Asks<Operations extends Readonly<Record<string, Operation>>> = {
  /** Five to fifteen requests for each operation. */
  readonly [Key in keyof Operations]: readonly string[];
};
