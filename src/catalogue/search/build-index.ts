/** Builds the index of search out of what is written about operations. Runs when the lists are generated. */
import type { Gap } from '../gap.ts';
import type { IndexEntry, SearchIndex } from './search-index.ts';
import { isStopWord, listTerms, readWords } from './terms.ts';

/** What is written about one operation. */
export interface OperationTexts {
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly words: readonly string[];
  readonly arguments: readonly string[];
  readonly resource: string;
  readonly asks: readonly string[];
}

export function buildSearchIndex(operations: readonly OperationTexts[], gaps: readonly Gap[] = []): SearchIndex {
  const vocabulary = new Set<string>();
  const read = (text: string): string => {
    for (const { text: word } of readWords(text)) if (!isStopWord(word)) vocabulary.add(word);
    return listTerms(text).join(' ');
  };
  const fromOperation = (texts: OperationTexts): IndexEntry => ({
    is: texts.name,
    name: read(texts.name),
    title: read(texts.title),
    summary: read(texts.summary),
    words: read(texts.words.join(' ')),
    arguments: listTerms(splitNames(texts.arguments)).join(' '),
    resource: read(texts.resource),
    asks: [...texts.asks, texts.title].map(read),
  });
  const fromGap = ({ want, words }: Gap, place: number): IndexEntry => ({
    is: place,
    name: '',
    title: read(want),
    summary: '',
    words: read(words.join(' ')),
    arguments: '',
    resource: '',
    asks: [read(want)],
  });
  const entries = [...operations.map(fromOperation), ...gaps.map(fromGap)];
  return { entries, vocabulary: [...vocabulary].sort().join(' ') };
}

/** `firstName` as two words. */
function splitNames(names: readonly string[]): string {
  return names.join(' ').replace(/([a-z])([A-Z])/g, '$1 $2');
}
