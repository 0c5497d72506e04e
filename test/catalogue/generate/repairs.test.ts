import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Repairs } from '../../../src/catalogue/generate/catalogue-files.ts';
import type { Schema } from '../../../src/catalogue/generate/schema.ts';
import { applySchemaRules, type Mode } from '../../../src/catalogue/generate/schema-rules.ts';
import { buildBody, buildDocument, buildOperation, evaluate, generate, generateOne, noRepairs } from './fixture.ts';

const text = { type: 'string' } as const;
const openObject = { type: 'object', additionalProperties: true } as const;

/** The corrected schema and the rules that corrected it. */
function correct(schema: Schema, mode: Mode = 'input') {
  const used: string[] = [];
  return { schema: applySchemaRules(schema, mode, new Map(), (rule) => used.push(rule)), used };
}

describe('rules on schemas', () => {
  it.each<[string, Schema, Partial<Schema>]>([
    ['object-is-scalar', { type: 'object', example: '1990-09-25' }, { type: 'string' }],
    ['object-is-scalar', { type: 'object', example: 220 }, { type: 'number' }],
    ['object-is-scalar', { type: 'object', enum: ['a', 'b'] }, { type: 'string', enum: ['a', 'b'] }],
    ['object-is-scalar', { type: 'object', example: ['a', 'b'] }, { type: 'array', items: { type: 'string' } }],
    ['object-is-scalar', { type: 'object', example: '{{contact.name}}' }, { type: 'string' }],
    [
      'object-shown-as-text',
      { type: 'object', example: '{ code: "FEST10" }' },
      { type: 'object', additionalProperties: true },
    ],
    ['items-of-another-type', { type: 'array', items: text, example: [{ a: 1 }] }, { items: openObject }],
    ['items-of-another-type', { type: 'array', items: text, example: { a: 1 } }, { items: openObject }],
    ['items-of-another-type', { type: 'array', items: text, example: '{ a: 1 }' }, { items: openObject }],
    ['items-of-another-type', { type: 'array', items: text, example: [5, 10] }, { items: { type: 'number' } }],
    [
      'items-of-another-type',
      { type: 'array', items: { type: 'number' }, example: [1, 'a', 2] },
      { items: { anyOf: [{ type: 'number' }, text] } },
    ],
    ['enum-is-nested', { type: 'string', enum: [['US', 'CA']] }, { type: 'string', enum: ['US', 'CA'] }],
    ['enum-repeats', { type: 'string', enum: ['AL', 'AK', 'AL'] }, { enum: ['AL', 'AK'] }],
    ['enum-of-another-type', { type: 'number', enum: ['US'] }, { type: 'string' }],
    ['array-without-items', { type: 'array' }, { items: {} }],
    ['array-without-items', { type: 'array', items: { type: 'array' } }, { items: {} }],
    [
      'union-of-enums',
      {
        oneOf: [
          { ...text, enum: ['page'] },
          { ...text, enum: ['page', 'profile'] },
        ],
      },
      { ...text, enum: ['page', 'profile'] },
    ],
    [
      'enum-too-long',
      { ...text, enum: Array.from({ length: 100 }, (_, index) => `v${index}`) },
      { call: expect.objectContaining({ name: 'oneOfMany' }) },
    ],
    ['default-of-another-type', { type: 'number', default: '10' }, { default: 10 }],
    ['default-of-another-type', { type: 'string', default: false }, { default: 'false' }],
    ['default-of-another-type', { type: 'array', default: 'x' }, { type: 'array' }],
  ])('%s corrects %j', (rule, wrong, right) => {
    const { schema, used } = correct(wrong);
    expect(used).toContain(rule);
    expect(schema).toMatchObject(right);
  });

  it.each<Schema>([
    { type: 'object', example: { a: 1 } },
    { type: 'object' },
    { type: 'object', properties: { a: text }, example: 'a' },
    { type: 'array', items: text },
    { type: 'array', items: text, example: ['a', null] },
    { type: 'array', items: text, example: [] },
    { type: 'array', items: text, example: 'a' },
    { type: 'array', items: { ...text, enum: ['a'] }, example: [{ a: 1 }] },
    { type: 'array', items: { type: 'integer' }, example: [1, 2] },
    { example: { a: 1 } },
    { type: 'integer', enum: [1, 2] },
    { ...text, enum: Array.from({ length: 99 }, (_, index) => `v${index}`) },
    { oneOf: [{ ...text, enum: ['a'] }, text] },
    { type: 'number', default: 1 },
  ])('leave %j alone', (schema) => {
    expect(correct(schema)).toEqual({ schema, used: [] });
  });

  it('see alternatives that differ in one value as one object', () => {
    const alternative = (value: Schema): Schema => ({
      type: 'object',
      properties: { id: text, value },
      required: ['id'],
    });
    const { schema } = correct({ oneOf: [alternative(text), alternative({ type: 'number' }), alternative(text)] });
    expect(schema).toEqual({
      type: 'object',
      properties: { id: text, value: { anyOf: [text, { type: 'number' }] } },
      required: ['id'],
    });
  });

  it('widen answers by their example, arguments never', () => {
    const wrong = { type: 'boolean', example: 'true' } as const;
    expect(correct(wrong).used).toEqual([]);
    expect(correct(wrong, 'output').schema).toEqual({ anyOf: [{ type: 'boolean' }, { type: 'string' }] });
    const list = { type: 'array', items: text } as const;
    expect(correct({ ...list, example: 'draft' }, 'output').schema).toEqual({ anyOf: [list, text] });
    expect(correct({ ...list, example: '' }, 'output').used).toEqual([]);
  });

  it('give a type to answers that have only an example', () => {
    const type = (example: unknown) => correct({ example }, 'output').schema;
    expect(type({ updated: true })).toMatchObject(openObject);
    expect(type([{ updated: true }])).toMatchObject({ type: 'array', items: openObject });
    expect(type('ok')).toMatchObject(text);
    expect(correct({}, 'output').used).toEqual([]);
    expect(correct({ anyOf: [text], example: 1 }, 'output').used).toEqual([]);
  });
});

describe('rules on operations', () => {
  it('declare and require what the path needs', async () => {
    const operation = await generateOne(
      '/pets/{petId}/toys/{toyId}',
      'get',
      buildOperation({ parameters: [{ name: 'toyId', in: 'path', required: false, schema: text }] }),
    );
    expect(operation.places).toEqual({ petId: 'path', toyId: 'path' });
    expect(operation.input().safeParse({ petId: 'p' }).success).toBe(false);
  });

  it('count pages in whole numbers and need none for the first', async () => {
    const operation = await generateOne(
      '/pets/',
      'get',
      buildOperation({
        parameters: [
          { name: 'limit', in: 'query', required: true, schema: { ...text, default: '20' } },
          { name: 'skip', in: 'query', required: true, schema: { type: 'number' } },
          { name: 'page', in: 'query', schema: { ...text, example: 'integration' } },
        ],
      }),
    );
    const input = operation.input();
    expect(input.safeParse({}).success).toBe(true);
    expect(input.safeParse({ limit: 10, skip: 0, page: 'integration' }).success).toBe(true);
    expect(input.safeParse({ limit: 1.5 }).success).toBe(false);
    expect(input.safeParse({ limit: '10' }).success).toBe(false);
    expect(operation.sendDefaults).toEqual({ limit: 20, skip: 0 });
  });

  it('send the first page only where it is required', async () => {
    const build = (parameters: readonly object[]) =>
      generateOne(
        '/pets/',
        'get',
        buildOperation({ parameters: parameters.map((each) => ({ in: 'query', schema: text, ...each })) }),
      );
    const { sendDefaults } = await build([
      { name: 'limit', required: true },
      { name: 'page', required: true },
    ]);
    expect(sendDefaults).toEqual({ limit: 20, page: 1 });
    const { input, ...free } = await build([{ name: 'limit', schema: { type: 'number', default: 0 } }]);
    expect(free).not.toHaveProperty('sendDefaults');
    expect(z.toJSONSchema(input()).properties?.limit).not.toHaveProperty('default');
  });

  it('see a flag in a text that is true or false, and none in an id', async () => {
    const operation = await generateOne(
      '/pets/',
      'get',
      buildOperation({
        parameters: [
          { name: 'all', in: 'query', schema: { ...text, example: 'true' } },
          { name: 'shut', in: 'query', schema: { ...text, default: false } },
          { name: 'planId', in: 'query', schema: { ...text, example: 'true' } },
          { name: 'mode', in: 'query', schema: { ...text, example: 'yes' } },
        ],
      }),
    );
    const input = operation.input();
    expect(input.safeParse({ all: true, shut: false, planId: 'p', mode: 'no' }).success).toBe(true);
    expect(input.safeParse({ all: 'true', shut: 'no', planId: true, mode: true }).error?.issues).toHaveLength(4);
  });

  it('open an enumeration that the example joins by commas', async () => {
    const schema = { ...text, enum: ['SMS', 'CALL'], example: 'SMS,CALL' };
    const operation = await generateOne(
      '/pets/',
      'get',
      buildOperation({ parameters: [{ name: 'type', in: 'query', schema }] }),
    );
    expect(operation.places).toEqual({ type: 'query-comma' });
    expect(operation.input().safeParse({ type: ['SMS', 'CALL'] }).success).toBe(true);
  });

  it('fill in version and scopes', async () => {
    const bare = { responses: { 200: {} } };
    const { files } = generate({
      'pets.json': buildDocument({ '/pets/': { get: bare } }),
      'pets-v3.json': buildDocument({ '/pets/': { get: buildOperation() } }),
    });
    const operations = await evaluate(files, 'pets');
    expect(operations['GET /pets/']).toMatchObject({
      version: '2021-07-28',
      scopes: ['pets.readonly'],
      security: ['bearer'],
    });
  });

  it('take from v3 the type of a free object', async () => {
    const create = buildOperation(buildBody({ $ref: '#/components/schemas/Pet' }));
    const pet = (mood: object) => ({ Pet: { type: 'object', properties: { mood } } });
    const { files } = generate({
      'pets.json': buildDocument({ '/pets/': { post: create } }, pet({ type: 'object' })),
      'pets-v3.json': buildDocument({ '/pets/': { post: create } }, pet({ ...text, enum: ['good', 'bad'] })),
    });
    const input = (await evaluate(files, 'pets'))['POST /pets/']?.input();
    expect(input?.safeParse({ mood: 'good' }).success).toBe(true);
    expect(input?.safeParse({ mood: {} }).success).toBe(false);
  });
});

describe('repairs one by one', () => {
  const document = buildDocument(
    { '/pets/': { post: buildOperation(buildBody({ $ref: '#/components/schemas/Pet' })) } },
    { Pet: { type: 'object', properties: { name: text, toys: { type: 'array', items: {} } }, required: ['name'] } },
  );
  const repair = (repairs: Partial<Repairs>) => generate({ 'pets.json': document }, { ...noRepairs, ...repairs });

  it('change, add and remove arguments', async () => {
    const { files } = repair({
      operations: [
        {
          operations: 'POST /pets/',
          reason: 'test',
          arguments: {
            name: { required: false },
            locationId: { required: true, schema: text },
            toys: { remove: true },
          },
          context: { locationId: 'location' },
          answer: 'text',
          version: '2021-04-15',
          scopes: ['pets.write', 'toys.write'],
          security: ['Agency-Access', 'Location-Access'],
        },
      ],
    });
    const operation = (await evaluate(files, 'pets'))['POST /pets/'];
    expect(operation?.places).toEqual({ locationId: 'body', name: 'body' });
    expect(operation?.input().safeParse({ locationId: 'l' }).success).toBe(true);
    expect(operation).toMatchObject({ context: { locationId: 'location' }, answer: 'text', version: '2021-04-15' });
    expect(operation?.scopes).toEqual(['pets.write', 'toys.write']);
    expect(operation?.security).toEqual(['Agency-Access', 'Location-Access']);
  });

  it('change components', async () => {
    const { files } = repair({
      components: [
        {
          component: 'pets#Pet',
          reason: 'test',
          properties: { name: { required: false }, 'toys.[]': { schema: { type: 'number' } } },
        },
      ],
    });
    const input = (await evaluate(files, 'pets'))['POST /pets/']?.input();
    expect(input?.safeParse({ toys: [1] }).success).toBe(true);
    expect(input?.safeParse({ toys: ['a'] }).success).toBe(false);
  });

  it('take away a property of a component, or give it the schema of another', async () => {
    const { files } = repair({
      components: [
        {
          component: 'pets#Pet',
          reason: 'test',
          properties: { name: { like: 'pets#Pet.toys' }, toys: { remove: true } },
        },
      ],
    });
    const input = (await evaluate(files, 'pets'))['POST /pets/']?.input();
    expect(input?.safeParse({ name: [] }).success).toBe(true);
    expect(input?.safeParse({ name: [], toys: [] }).success).toBe(false);
  });

  it.each<[string, Partial<Repairs>, RegExp]>([
    [
      'an operation that does not exist',
      { operations: [{ operations: 'GET /cats/', reason: 'r', arguments: {} }] },
      /operation that does not exist: GET \/cats\//,
    ],
    [
      'what the documents say already',
      { operations: [{ operations: 'POST /pets/', reason: 'r', arguments: { name: { required: true } } }] },
      /repair changes nothing: POST \/pets\//,
    ],
    [
      'an argument to remove that is gone',
      { operations: [{ operations: 'POST /pets/', reason: 'r', arguments: { age: { remove: true } } }] },
      /removes an argument that does not exist/,
    ],
    [
      'a component that does not exist',
      { components: [{ component: 'pets#Cat', reason: 'r', properties: {} }] },
      /component that does not exist: pets#Cat/,
    ],
    [
      'a property that does not exist',
      { components: [{ component: 'pets#Pet', reason: 'r', properties: { 'age.unit': { required: true } } }] },
      /property that does not exist: pets#Pet.age.unit/,
    ],
    [
      'a property to remove that is gone',
      { components: [{ component: 'pets#Pet', reason: 'r', properties: { age: { remove: true } } }] },
      /property that does not exist: pets#Pet.age/,
    ],
    [
      'a likeness to what does not exist',
      { components: [{ component: 'pets#Pet', reason: 'r', properties: { name: { like: 'pets#Cat.name' } } }] },
      /like a property that does not exist: pets#Cat.name/,
    ],
    [
      'a component that is right already',
      { components: [{ component: 'pets#Pet', reason: 'r', properties: { name: { required: true } } }] },
      /repair changes nothing: pets#Pet.name/,
    ],
  ])('refuse %s', (_, repairs, message) => {
    expect(() => repair(repairs)).toThrow(message);
  });
});
