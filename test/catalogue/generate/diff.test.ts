/** The drift report, on small documents of before and after, and on HighLevel's own where they are given. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Repairs } from '../../../src/catalogue/generate/catalogue-files.ts';
import { compareCatalogues } from '../../../src/catalogue/generate/diff/compare.ts';
import { buildNewerFacts, loadCommittedFacts } from '../../../src/catalogue/generate/diff/facts.ts';
import { formatDrift } from '../../../src/catalogue/generate/diff/table.ts';
import { createFolder } from '../../support/run.ts';
import { buildBody, buildDocument, buildOperation, noRepairs } from './fixture.ts';

type Json = Readonly<Record<string, unknown>>;

async function build(paths: Json, repairs: Repairs = noRepairs) {
  const folder = createFolder('docs');
  writeFileSync(join(folder, 'pets.json'), JSON.stringify(buildDocument(paths)));
  return await buildNewerFacts(folder, repairs);
}

/** What changes between two sets of paths, a line each. */
async function diff(before: Json, after: Json): Promise<readonly string[]> {
  const drift = compareCatalogues((await build(before)).facts, (await build(after)).facts);
  return drift.flatMap(({ kind, key, changes }) => [`${kind} ${key}`, ...changes]);
}

const kind = { type: 'string', enum: ['cat', 'dog'] };
const pet = { type: 'object', properties: { name: { type: 'string' }, kind }, required: ['name'] };
const create = buildOperation(buildBody(pet));
const answering = (schema: Json): Json => ({ responses: { 200: { content: { 'application/json': { schema } } } } });

it('finds nothing where nothing changed', async () => {
  expect(await diff({ '/pets': { post: create } }, { '/pets': { post: create } })).toEqual([]);
});

it('finds operations that came and went', async () => {
  const list = buildOperation({ parameters: [{ name: 'kind', in: 'query', required: true, schema: kind }] });
  expect(await diff({ '/pets': { post: create } }, { '/pets': { get: list } })).toEqual([
    'added GET /pets',
    'v2, version 2021-07-28, answers 200',
    'scopes: pets.readonly',
    'arguments: kind*',
    'removed POST /pets',
  ]);
});

it('finds fields that came, went, became required, or changed type', async () => {
  const changed = {
    type: 'object',
    properties: { kind: { type: 'string', enum: ['cat', 'fish'] }, age: { type: 'number' }, name: { type: 'number' } },
    required: ['kind'],
  };
  const after = buildOperation(buildBody(changed));
  expect(await diff({ '/pets': { post: create } }, { '/pets': { post: after } })).toEqual([
    'changed POST /pets',
    'name: optional',
    'name: string -> number',
    'kind: required',
    'kind: + fish - dog',
    '+ age (number)',
  ]);
});

it('finds another version, other scopes, another place and another answer', async () => {
  const before = buildOperation({
    ...answering({ type: 'object', properties: { pets: { type: 'array', items: pet } } }),
    parameters: [{ name: 'ids', in: 'query', schema: { type: 'array', items: { type: 'string' } } }],
  });
  const after = {
    ...answering({ type: 'object', properties: { pets: { type: 'array', items: { type: 'string' } } } }),
    security: [{ bearer: ['pets.readonly', 'pets.write'] }],
    parameters: [
      { name: 'Version', in: 'header', schema: { type: 'string', enum: ['2026-01-01'] } },
      { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
    ],
  };
  expect(await diff({ '/pets': { get: before } }, { '/pets': { get: after } })).toEqual([
    'changed GET /pets',
    'version: 2021-07-28 -> 2026-01-01',
    'scopes: pets.readonly -> pets.readonly pets.write',
    'ids: from query-repeat to query-comma',
    'answer: pets: list of object or null -> list of string or null',
  ]);
});

it('knows an operation again whose parameter has another name', async () => {
  const get = buildOperation();
  expect(await diff({ '/pets/{petId}': { get } }, { '/pets/{id}': { get } })).toEqual([
    'changed GET /pets/{petId}',
    'is now GET /pets/{id}',
    '- petId',
    '+ id (string, required)',
  ]);
});

it('leaves out repairs that no longer fit, and says so', async () => {
  const gone = 'GET /pets/{petId}';
  const repairs: Repairs = {
    components: [],
    operations: [
      { operations: ['POST /pets', gone], reason: 'a name is not needed', arguments: { name: { required: false } } },
      { operations: 'POST /pets', reason: 'a name is a number', arguments: { name: { schema: { type: 'number' } } } },
    ],
  };
  const { facts, staleRepairs } = await build({ '/pets': { post: create } }, repairs);
  expect(staleRepairs).toEqual([`repair of an operation that does not exist: ${gone}`]);
  const input = facts.get('pets')?.['POST /pets']?.input();
  expect(input?.safeParse({}).success).toBe(true);
  expect(input?.safeParse({ name: 'Rex' }).success).toBe(false);
});

it('says which hand-written operations the documents have by now', async () => {
  const folder = createFolder('docs');
  const paths = { '/opportunities/pipelines/{id}': { get: buildOperation() } };
  writeFileSync(join(folder, 'opportunities.json'), JSON.stringify(buildDocument(paths)));
  const { staleRepairs } = await buildNewerFacts(folder, noRepairs);
  expect(staleRepairs).toEqual([
    'documented by now: GET /opportunities/pipelines/{pipelineId} in tools/opportunities/operations.live.ts',
  ]);
});

it('writes a table that names tool and guide', async () => {
  const table = formatDrift(
    [
      { kind: 'changed', resource: 'contacts', key: 'GET /contacts/{contactId}', changes: ['+ a|b (string)', '- c'] },
      { kind: 'added', resource: 'contacts', key: 'GET /contacts/new', changes: ['v2'] },
    ],
    ['repair changes nothing: x'],
  );
  const cells = table.split('\n').map((line) => line.replaceAll(/ +/g, ' '));
  expect(cells[0]).toBe('1 operations added, 0 removed, 1 changed; 1 repairs no longer fit');
  expect(cells).toContain(
    '| changed | GET /contacts/{contactId} | contacts_contact_get | tools/contacts/guide/contact.ts | + a\\|b (string) |',
  );
  expect(cells).toContain('| | | | | - c |');
  expect(cells).toContain('| added | GET /contacts/new | (to be named) | tools/contacts/guide.ts | v2 |');
});

const folder = process.env.HIGHLEVEL_DOCS;

describe.skipIf(folder === undefined)('drift (skipped unless HIGHLEVEL_DOCS names the documents)', () => {
  it('is none between the tree and the documents it was made from', async () => {
    const { facts, staleRepairs } = await buildNewerFacts(folder ?? '');
    expect(staleRepairs).toEqual([]);
    expect(compareCatalogues(await loadCommittedFacts(), facts)).toEqual([]);
  });
});
