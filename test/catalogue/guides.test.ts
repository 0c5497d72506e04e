import { beforeAll, expect, it } from 'vitest';
import type { Guide } from '../../src/catalogue/guide.ts';
import { type Entry, isJudged, loadAllEntries } from './resources.ts';

let judged: readonly (Entry & { readonly guide: Guide })[];

beforeAll(async () => {
  judged = (await loadAllEntries()).filter(isJudged);
});

it('has examples that its operation accepts', () => {
  const faults = judged.flatMap(({ key, operation, guide }) =>
    (guide.examples ?? []).flatMap(({ ask, args }) => {
      const { error } = operation.input().safeParse(args);
      return error === undefined ? [] : [`${key} (${ask}): ${error.message}`];
    }),
  );
  expect(faults).toEqual([]);
});

it('pages by arguments that exist', () => {
  const faults = judged.flatMap(({ key, operation, guide: { paging } }) =>
    [paging?.size, paging?.offset, ...Object.keys(paging?.next ?? {})]
      .filter((name) => name !== undefined && !(name in operation.places))
      .map((name) => `${key}: ${name}`),
  );
  expect(faults).toEqual([]);
});

it('is explicit only about arguments that name the account', () => {
  const faults = judged.flatMap(({ key, operation, guide }) =>
    (guide.explicit ?? []).filter((name) => !(name in (operation.context ?? {}))).map((name) => `${key}: ${name}`),
  );
  expect(faults).toEqual([]);
});

it('says in at most 150 characters what an operation does', () => {
  const faults = judged.filter(({ guide }) => guide.summary.length === 0 || guide.summary.length > 150);
  expect(faults.map(({ key, guide }) => `${key}: ${guide.summary.length}`)).toEqual([]);
});

it('has bulk forms that take what the operation takes, and whose repetition does no harm', () => {
  const byKey = new Map(judged.map((entry) => [entry.key, entry]));
  const forms = judged.filter(({ guide }) => guide.bulk !== undefined);
  expect(forms.length).toBeGreaterThan(0);
  for (const { key, operation, guide } of forms) {
    const { operation: bulkKey, each, list, fixed = {} } = guide.bulk ?? { operation: key, each: '', list: '' };
    const bulk = byKey.get(bulkKey);
    expect(Object.keys(operation.places), key).toContain(each);
    const wanted = [...Object.keys(operation.places).filter((name) => name !== each), list, ...Object.keys(fixed)];
    expect(Object.keys(bulk?.operation.places ?? {}), key).toEqual(expect.arrayContaining(wanted));
    expect(bulk?.guide.idempotent, key).toBe(guide.idempotent);
  }
});
