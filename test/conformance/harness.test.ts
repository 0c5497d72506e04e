/** The conformance test itself: an honest catalogue passes, and each kind of lie is found. Needs no documents. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Operation } from '../../src/catalogue/operation.ts';
import { changeInput, honest, runPets } from './pets.ts';
import { judgeDifferences } from './sdk/judge.ts';

it('finds nothing wrong with an honest catalogue', async () => {
  const figures = await runPets(honest);
  expect(figures.problems).toEqual([]);
  expect(figures.reached.v2).toEqual({ of: 1, done: 1 });
  expect(figures.names).toEqual({
    path: { of: 1, done: 1 },
    query: { of: 4, done: 4 },
    body: { of: 3, done: 3 },
    nested: { of: 2, done: 2 },
  });
  // petId, notify, name, toys[0].label; three wrong types for each of 12 values; kind.
  expect(figures.faulty).toEqual({
    missing: { of: 4, done: 0 },
    type: { of: 36, done: 0 },
    choice: { of: 1, done: 0 },
  });
});

const { notify: _, ...withoutNotify } = honest.places;

const lies: readonly [string, Partial<Operation>, string][] = [
  ['another version', { version: '2021-04-15' }, 'Version 2021-04-15, not 2021-07-28'],
  ['a list in another form', { places: { ...honest.places, tags: 'query-repeat' } }, 'notify="true"&tags="a ?'],
  ['a field in the wrong place', { places: { ...honest.places, kind: 'query' } }, 'has no argument for body kind'],
  ['a field too few', { places: withoutNotify }, 'query notify was never sent'],
  ['a name of its own', { wireNames: { name: 'title' } }, 'body name was never sent'],
  ['another kind of body', { body: 'form' }, 'Content-Type application/x-www-form-urlencoded, not application/json'],
  ['a required field that is optional', { input: changeInput({ name: z.string().optional() }) }, 'with name left out'],
  ['a first page that is not asked for', { sendDefaults: {} }, 'minimal: query notify'],
  ['a page of another size', { sendDefaults: { limit: 0 } }, 'limit="0"'],
  ['a flag that is a text', { input: changeInput({ isDraft: z.string().optional() }) }, 'with isDraft given as'],
  ['a type that is too wide', { input: changeInput({ notify: z.unknown() }) }, 'with notify given as'],
  [
    'an enumeration that is open',
    { input: changeInput({ kind: z.string().optional() }) },
    'kind given as "none of them"',
  ],
  [
    'an enumeration that lacks a word',
    { input: changeInput({ kind: z.enum(['cat']).optional() }) },
    'refuses valid maximal arguments',
  ],
  [
    'a required field that is optional, further down',
    { input: changeInput({ toys: z.array(z.looseObject({ label: z.string().optional() })).optional() }) },
    'with toys[0].label left out',
  ],
];

it.each(lies)('finds %s', async (_name, lie, finding) => {
  const { problems } = await runPets({ ...honest, ...lie });
  expect(problems.map(({ what }) => what).join('\n')).toContain(finding);
});

it('finds an operation that the catalogue lacks, and one on a path that no document has', async () => {
  const figures = await runPets({ ...honest, path: '/animals/{petId}' });
  expect(figures.problems.map(({ key, what }) => `${key} ${what}`)).toEqual(
    expect.arrayContaining([
      'PUT /pets/{petId} is not in the catalogue',
      'PUT /animals/{petId} is on a path that no document has',
    ]),
  );
  expect(figures.unpublished).toBe(1);
});

it('tells differences to the SDK that are listed from those that are not, and finds stale ones', () => {
  const list = [{ reason: 'axios', parts: { 'pets.list': ['query tags', 'query tags[]'] } }];
  const found = [
    { method: 'pets.list', part: 'query tags' },
    { method: 'pets.get', part: 'path' },
  ];
  expect(judgeDifferences(found, list)).toEqual({
    listed: 1,
    unlisted: [{ method: 'pets.get', part: 'path' }],
    stale: [{ method: 'pets.list', part: 'query tags[]' }],
  });
});
