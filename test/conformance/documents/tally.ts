/** Counts where an expectation departs from the documents, and by leave of which entry of `tools/repairs`. */
export class Tally {
  readonly #places = new Map<string, Set<string>>();

  /**
   * @param repair The rule's id, or the reason of the repair.
   * @param place Operation and argument, or the component.
   */
  note(repair: string, place: string): void {
    const places = this.#places.get(repair) ?? new Set();
    this.#places.set(repair, places.add(place));
  }

  get repairs(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#places;
  }

  get total(): number {
    return [...this.#places.values()].reduce((sum, places) => sum + places.size, 0);
  }
}
