import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Guide } from '../../src/catalogue/guide.ts';
import type { Operation } from '../../src/catalogue/operation.ts';
import type { CatalogueIndex } from '../../src/catalogue/row.ts';
import { runNode } from '../support/processes.ts';

const operation = {
  method: 'GET',
  path: '/pets/{petId}',
  version: '2021-07-28',
  source: 'v2',
  security: [],
  scopes: [],
  places: { petId: 'path' },
  body: 'none',
  answer: 'json',
  success: 200,
  input: () => z.strictObject({ petId: z.string() }),
  output: () => z.looseObject({}),
} as const satisfies Operation;

const guide = { name: 'pets_pet_get', title: 'Get pet', summary: 'Gets a pet.', risk: 'read' } as const satisfies Guide;

function createIndex() {
  const input = vi.fn(operation.input);
  const output = vi.fn(operation.output);
  const pets = {
    operations: vi.fn(async () => ({ operations: { 'GET /pets/{petId}': { ...operation, input, output } } as const })),
    guides: vi.fn(async () => ({ guides: { 'GET /pets/{petId}': guide } as const })),
    tools: vi.fn(async () => ({ default: [] })),
  };
  const toys = {
    operations: vi.fn(async () => ({ operations: { 'POST /toys/': { ...operation, method: 'POST' } } as const })),
    guides: vi.fn(async () => ({
      guides: { 'POST /toys/': { placeholder: true, name: 'toys_toy_create', risk: 'write' } } as const,
    })),
    tools: vi.fn(async () => ({ default: [] })),
  };
  const facts = { version: '2021-07-28', scopes: [] } as const;
  const index: CatalogueIndex = {
    pets: { load: pets, rows: [{ key: 'GET /pets/{petId}', name: 'pets_pet_get', risk: 'read', ...facts }] },
    toys: {
      load: toys,
      rows: [{ key: 'POST /toys/', name: 'toys_toy_create', risk: 'write', placeholder: true, source: 'v3', ...facts }],
    },
  };
  return { index, pets, toys, input, output };
}

describe('finding', () => {
  it('knows a row by name and by key without loading anything', () => {
    const { index, pets, toys } = createIndex();
    const catalogue = createCatalogue(index);
    const row = catalogue.findByName('pets_pet_get');
    expect(row).toMatchObject({ method: 'GET', path: '/pets/{petId}', resource: 'pets', source: 'v2', guided: true });
    expect(catalogue.findByKey('GET /pets/{petId}')).toBe(row);
    expect(catalogue.findByName('toys_toy_create')).toMatchObject({ source: 'v3', guided: false });
    expect(catalogue.findByName('pets')).toBeUndefined();
    for (const load of [...Object.values(pets), ...Object.values(toys)]) expect(load).not.toHaveBeenCalled();
  });

  it('names the nearest of what there is, whatever the order of the words', () => {
    const catalogue = createCatalogue();
    expect(catalogue.listNearestNames('contacts_contact_creat')[0]).toBe('contacts_contact_create');
    expect(catalogue.listNearestNames('create_contact')).toContain('contacts_contact_create');
    expect(catalogue.listNearestNames('x', ['b_x', 'a_x'], 1)).toEqual(['a_x']);
  });
});

describe('loading', () => {
  it('loads one resource once and builds each schema once', async () => {
    const { index, pets, toys, input, output } = createIndex();
    const catalogue = createCatalogue(index);
    const row = catalogue.rows[0];
    if (row === undefined) throw new Error('no row');
    const [first, second] = await Promise.all([catalogue.loadOperation(row), catalogue.loadOperation(row)]);
    expect(second).toBe(first);
    expect(first.guide).toBe(guide);
    expect(input).toHaveBeenCalledTimes(1);
    expect(output).not.toHaveBeenCalled();
    expect(first.output).toBe(first.output);
    expect(output).toHaveBeenCalledTimes(1);
    expect(pets.operations).toHaveBeenCalledTimes(1);
    expect(toys.operations).not.toHaveBeenCalled();
  });

  it('refuses an operation that nobody judged', async () => {
    const { index } = createIndex();
    const catalogue = createCatalogue(index);
    const row = catalogue.findByName('toys_toy_create');
    if (row === undefined) throw new Error('no row');
    await expect(catalogue.loadOperation(row)).rejects.toThrow('toys_toy_create has not been judged yet');
  });

  it('tries again after a failed load', async () => {
    const { index, pets } = createIndex();
    pets.operations.mockRejectedValueOnce(new Error('disk'));
    const catalogue = createCatalogue(index);
    const row = catalogue.rows[0];
    if (row === undefined) throw new Error('no row');
    await expect(catalogue.loadOperation(row)).rejects.toThrow('disk');
    await expect(catalogue.loadOperation(row)).resolves.toMatchObject({ guide });
  });
});

/** A process of its own that writes down which files of `tools/` it evaluates, and when. */
const probe = `
import { registerHooks } from 'node:module';
const loaded = [];
registerHooks({ load(url, context, next) {
  const file = /\\/tools\\/(.*)$/.exec(url)?.[1];
  if (file) loaded.push(file);
  return next(url, context);
} });
const { createCatalogue } = await import('./src/catalogue/catalogue.ts');
const catalogue = createCatalogue();
const atStart = loaded.splice(0);
await catalogue.loadTools('contacts');
const afterListing = loaded.splice(0);
await catalogue.loadOperation(catalogue.findByName('contacts_contact_get'));
console.log(JSON.stringify({ atStart, afterListing, afterCalling: loaded }));
`;

it('evaluates no schema at start or for a list, and those of one resource for a call', () => {
  const { stdout, stderr } = runNode(['--input-type=module', '-e', probe]);
  expect(stderr).toBe('');
  const { atStart, afterListing, afterCalling } = JSON.parse(stdout) as Record<string, string[]>;
  expect(atStart).toEqual(['index.gen.ts']);
  expect(afterListing).toEqual(['contacts/tools.gen.json']);
  expect(afterCalling).toContain('contacts/operations.gen.ts');
  const shared = new Set(['search-filters.ts', 'file-input.ts', 'number-text.ts', 'one-of.ts']);
  expect(afterCalling?.filter((file) => !file.startsWith('contacts/') && !shared.has(file))).toEqual([]);
});
