/** From guides and asks in the tree to the index that search loads. */
import { gaps } from '../../../tools/gaps.ts';
import type { Guide, Placeholder } from '../guide.ts';
import type { Operation, OperationKey } from '../operation.ts';
import { buildSearchIndex, type OperationTexts } from '../search/build-index.ts';

/** What a resource's files export. */
export interface SearchedResource {
  readonly name: string;
  readonly operations: Readonly<Record<OperationKey, Operation>>;
  readonly guides: Readonly<Record<string, Guide | Placeholder>>;
  readonly asks: Readonly<Record<string, readonly string[]>> | undefined;
}

export const SEARCH_FILE = 'tools/search.gen.json';

/** One line for each entry, so that a diff shows which ones changed. */
export function buildSearchFile(resources: readonly SearchedResource[]): string {
  const { entries, vocabulary } = buildSearchIndex(resources.flatMap(listTexts), gaps);
  const lines = entries.map((entry) => JSON.stringify(entry));
  return `{"vocabulary":${JSON.stringify(vocabulary)},"entries":[\n${lines.join(',\n')}\n]}\n`;
}

/** Of every judged operation: one that is withheld is still found, to say why it cannot be called. */
function listTexts({ name: resource, operations, guides, asks }: SearchedResource): OperationTexts[] {
  return (Object.entries(operations) as [OperationKey, Operation][]).flatMap(([key, operation]) => {
    const guide = guides[key];
    if (guide === undefined || 'placeholder' in guide) return [];
    const { name, title, summary, words = [], examples = [] } = guide;
    const own = [...(asks?.[key] ?? []), ...examples.map(({ ask }) => ask)];
    return [{ name, title, summary, words, resource, arguments: Object.keys(operation.input().shape), asks: own }];
  });
}
