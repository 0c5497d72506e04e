import { expect, it } from 'vitest';
import type { Directory, LookupList } from '../../../src/mcp/lookup/directory.ts';
import { findByName } from '../../../src/mcp/lookup/find.ts';

const listOf = (...names: string[]): LookupList => ({
  entries: names.map((name) => ({ id: `id of ${name}`, name, aliases: [], view: { name } })),
  isCut: false,
});

/** Gives the kept list, or the fresh one to whoever does not want it that old. */
function keep(kept: LookupList, fresh: LookupList) {
  const asked: string[] = [];
  const directory: Directory = {
    async list(_kind, _locationId, maxAgeMs = 60_000) {
      asked.push(maxAgeMs < 60_000 ? 'fresh' : 'kept');
      return maxAgeMs < 60_000 ? fresh : kept;
    },
    peek: () => undefined,
  };
  return { directory, asked };
}

it('a name that is missing is looked for in a fresh list, as it may be new', async () => {
  const { directory, asked } = keep(listOf('old'), listOf('old', 'new'));
  const { match, list } = await findByName(directory, 'location', undefined, 'NEW');
  expect(match.sure?.name).toBe('new');
  expect(list.entries).toHaveLength(2);
  expect(asked).toEqual(['kept', 'fresh']);
});

it('a name that is there asks for no other list', async () => {
  const { directory, asked } = keep(listOf('old'), listOf('old', 'Old'));
  expect((await findByName(directory, 'location', undefined, 'old')).match.sure?.name).toBe('old');
  expect(asked).toEqual(['kept']);
});
