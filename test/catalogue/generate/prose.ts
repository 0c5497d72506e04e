/** Finds sentences of the documents in other texts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** From this many words in a row on, a text counts as taken from another. */
const RUN_LENGTH = 6;

export function readDocuments(folder: string): readonly unknown[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown);
}

/** All runs of words in descriptions, titles and summaries, below any depth. */
export function collectProse(value: unknown, runs = new Set<string>()): ReadonlySet<string> {
  if (typeof value !== 'object' || value === null) return runs;
  for (const [key, child] of Object.entries(value)) {
    const isProse = typeof child === 'string' && (key === 'description' || key === 'title' || key === 'summary');
    if (isProse) for (const run of listRuns(child)) runs.add(run);
    else collectProse(child, runs);
  }
  return runs;
}

/** Runs of prose that stand in one string literal of a source text. */
export function findBorrowedProse(source: string, prose: ReadonlySet<string>): string[] {
  const literals = [...source.matchAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g)].map(([literal]) =>
    literal.slice(1, -1),
  );
  // A path or a list of values is no sentence.
  const sentences = literals.filter((literal) => literal.split(/\s+/).length >= RUN_LENGTH);
  return sentences.flatMap(listRuns).filter((run) => prose.has(run));
}

function listRuns(text: string): string[] {
  const words = text.toLowerCase().match(/[a-z0-9_]+/g) ?? [];
  return words.slice(RUN_LENGTH - 1).map((_, index) => words.slice(index, index + RUN_LENGTH).join(' '));
}
