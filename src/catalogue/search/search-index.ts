/** What search knows of operations, as `tools/search.gen.json` keeps it: stems, not texts. Types only. */

/** An operation, or something looked for that there is none for. Each field is a text of stems. */
export interface IndexEntry {
  /** The name of the tool; of a gap, its number. */
  readonly is: string | number;
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly words: string;
  readonly arguments: string;
  readonly resource: string;
  /** A text for each request. */
  readonly asks: readonly string[];
}

export interface SearchIndex {
  readonly entries: readonly IndexEntry[];
  /** Words as people write them, to hold misspelt ones against. */
  readonly vocabulary: string;
}
