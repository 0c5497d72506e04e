/** What agents look for and HighLevel's API does not offer. Types only, like `operation.ts` and `guide.ts`. */
export interface Gap {
  /** What somebody wants, in their words. */
  readonly want: string;
  /** Words that a search for it would hold, in lower case. */
  readonly words: readonly string[];
  /** What there is instead; tool names where one comes near. */
  readonly instead: string;
  /** The behaviour or issue it rests on. */
  readonly evidence: string;
}
