/** Records that move while a list is read turn up on two of its pages. */

/**
 * Builds what leaves out, page after page, the records that were on an earlier page, by their `id`. Where one page holds
 * an id twice, ids stand for something else in that list (a campaign in a report of its days), and nothing is left out.
 */
export function createDistinct(): (page: readonly unknown[]) => readonly unknown[] {
  const seen = new Set<unknown>();
  let isIdentity = true;
  return (page) => {
    const ids = page.map(getId);
    const known = ids.filter((id) => id !== undefined);
    if (new Set(known).size < known.length) {
      isIdentity = false;
      seen.clear();
    }
    if (!isIdentity) return page;
    const fresh = page.filter((_, index) => !seen.has(ids[index]));
    for (const id of known) seen.add(id);
    return fresh;
  };
}

function getId(record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return undefined;
  const { id, _id } = record as Readonly<Record<string, unknown>>;
  return [id, _id].find((one) => typeof one === 'number' || (typeof one === 'string' && one !== ''));
}
