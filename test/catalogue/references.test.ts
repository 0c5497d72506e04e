/** Text that sends an agent to another tool sends it to one that exists. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Guide } from '../../src/catalogue/guide.ts';
import { type Entry, isJudged, listResourceFolders, loadAllEntries } from './resources.ts';

interface Reference {
  readonly key: string;
  readonly name: string;
  readonly isOffered: boolean;
}

const prefixes = listResourceFolders().map((folder) => folder.replaceAll('-', '_'));
const toolLike = new RegExp(`\\b(?:${prefixes.join('|')})(?:_[a-z0-9]+)+\\b`, 'g');

let judged: readonly (Entry & { readonly guide: Guide })[];
let references: readonly Reference[];

beforeAll(async () => {
  judged = (await loadAllEntries()).filter(isJudged);
  references = judged.flatMap(({ key, operation, guide }) =>
    listTexts(guide)
      .flatMap((text) => text.match(toolLike) ?? [])
      .filter((name) => !(name in operation.places))
      .map((name) => ({ key, name, isOffered: guide.withheld === undefined })),
  );
});

/** Every text about an operation that an agent may read. */
function listTexts({ summary, notes = [], hints = {} }: Guide): readonly string[] {
  return [summary, ...notes, ...Object.values(hints)];
}

describe('what looks like a tool, and is no argument of the operation', () => {
  it('is a tool', () => {
    const names = new Set<string>(judged.map(({ guide }) => guide.name));
    expect(references.filter(({ name }) => !names.has(name))).toEqual([]);
  });

  it('is offered, where the one who reads it is', () => {
    const offered = new Set<string>(
      judged.filter(({ guide }) => guide.withheld === undefined).map(({ guide }) => guide.name),
    );
    expect(references.filter(({ name, isOffered }) => isOffered && !offered.has(name))).toEqual([]);
  });

  it('is found at all: most operations send to a neighbour', () => {
    expect(new Set(references.map(({ key }) => key)).size).toBeGreaterThan(judged.length / 2);
  });
});
