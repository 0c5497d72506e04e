/** One operation of an invented API: its document, and a catalogue that says the same or lies about it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Guide } from '../../src/catalogue/guide.ts';
import type { Operation } from '../../src/catalogue/operation.ts';
import type { CatalogueIndex } from '../../src/catalogue/row.ts';
import { createFolder } from '../support/run.ts';
import { createDriver } from './wire/driver.ts';
import { runOnTheWire, type WireFigures } from './wire/run.ts';

const document = {
  openapi: '3.0.0',
  paths: {
    '/pets/{petId}': {
      put: {
        parameters: [
          { name: 'Version', in: 'header', schema: { type: 'string', enum: ['2021-07-28'] } },
          { name: 'petId', in: 'path', required: true, schema: { type: 'string' } },
          { name: 'notify', in: 'query', required: true, schema: { type: 'boolean' } },
          // Three mistakes that rules correct.
          { name: 'limit', in: 'query', required: true, schema: { type: 'number', default: 0 } },
          { name: 'isDraft', in: 'query', schema: { type: 'string', example: 'true' } },
          { name: 'tags', in: 'query', explode: false, schema: { type: 'array', items: { type: 'string' } } },
        ],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Pet' } } } },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          kind: { type: 'string', enum: ['cat', 'dog'] },
          toys: { type: 'array', items: { $ref: '#/components/schemas/Toy' } },
        },
        required: ['name'],
      },
      Toy: {
        type: 'object',
        properties: { label: { type: 'string' }, count: { type: 'number' } },
        required: ['label'],
      },
    },
  },
};

const toy = z.strictObject({ label: z.string(), count: z.number().optional() });

/** What the catalogue ought to say. */
export const honest: Operation = {
  method: 'PUT',
  path: '/pets/{petId}',
  version: '2021-07-28',
  source: 'v2',
  security: ['bearer'],
  scopes: [],
  sendDefaults: { limit: 20 },
  places: {
    petId: 'path',
    notify: 'query',
    limit: 'query',
    isDraft: 'query',
    tags: 'query-comma',
    name: 'body',
    kind: 'body',
    toys: 'body',
  },
  body: 'json',
  answer: 'json',
  success: 200,
  input: () =>
    z.strictObject({
      petId: z.string(),
      notify: z.boolean(),
      limit: z.int().optional(),
      isDraft: z.boolean().optional(),
      tags: z.array(z.string()).optional(),
      name: z.string(),
      kind: z.enum(['cat', 'dog']).optional(),
      toys: z.array(toy).optional(),
    }),
};

/** The input with some fields changed. */
export function changeInput(fields: z.ZodRawShape): Operation['input'] {
  return () => honest.input().extend(fields);
}

const guide: Guide = { name: 'pets_pet_update', title: 'Update pet', summary: 'Changes a pet.', risk: 'write' };

/** Runs the conformance test on the document and a catalogue that holds this one operation. */
export async function runPets(operation: Operation): Promise<WireFigures> {
  const key = `${operation.method} ${operation.path}` as const;
  const index: CatalogueIndex = {
    pets: {
      rows: [{ key, name: guide.name, title: guide.title, version: operation.version, risk: 'write', scopes: [] }],
      load: {
        operations: async () => ({ operations: { [key]: operation } }),
        guides: async () => ({ guides: { [key]: guide } }),
        tools: async () => ({ default: [] }),
      },
    },
  };
  const folder = createFolder('pets');
  writeFileSync(join(folder, 'pets.json'), JSON.stringify(document));
  const driver = await createDriver(index);
  try {
    return await runOnTheWire(folder, driver);
  } finally {
    await driver.close();
  }
}
