import { describe, expect, it } from 'vitest';
import { buildBody, buildDocument, buildOperation, evaluate, generate, generateOne } from './fixture.ts';

const text = { type: 'string' } as const;

describe('places', () => {
  it('are path, query and body, with what is required first', async () => {
    const operation = await generateOne(
      '/pets/{petId}/toys',
      'post',
      buildOperation({
        parameters: [
          { name: 'colour', in: 'query', schema: text },
          { name: 'locationId', in: 'query', required: true, schema: text },
          { name: 'petId', in: 'path', required: true, schema: text },
        ],
        ...buildBody({ type: 'object', properties: { note: text, name: text }, required: ['name'] }),
      }),
    );
    expect(Object.entries(operation.places)).toEqual([
      ['petId', 'path'],
      ['locationId', 'query'],
      ['colour', 'query'],
      ['name', 'body'],
      ['note', 'body'],
    ]);
    expect(operation.context).toEqual({ locationId: 'location' });
    expect(operation.body).toBe('json');
  });

  it('repeat a list in the query unless the document joins it by commas', async () => {
    const list = { type: 'array', items: text };
    const operation = await generateOne(
      '/pets/',
      'get',
      buildOperation({
        parameters: [
          { name: 'ids', in: 'query', schema: list },
          { name: 'fields', in: 'query', explode: false, schema: list },
        ],
      }),
    );
    expect(operation.places).toEqual({ ids: 'query-repeat', fields: 'query-comma' });
  });

  it('name a body that is a list after its path', async () => {
    const operation = await generateOne(
      '/pets/{petId}/toys',
      'post',
      buildOperation(buildBody({ type: 'array', items: text })),
    );
    expect(operation.places).toEqual({ petId: 'path', toys: 'whole-body' });
    expect(operation.input().safeParse({ petId: 'p', toys: ['ball'] }).success).toBe(true);
  });

  it('keep a name that occurs twice apart', async () => {
    const operation = await generateOne(
      '/pets/',
      'put',
      buildOperation({
        parameters: [{ name: 'type', in: 'query', required: true, schema: text }],
        ...buildBody({ type: 'object', properties: { type: text } }),
      }),
    );
    expect(operation.places).toEqual({ type: 'query', bodyType: 'body' });
    expect(operation.wireNames).toEqual({ bodyType: 'type' });
  });

  it('make a file of a binary part', async () => {
    const operation = await generateOne(
      '/pets/photo',
      'post',
      buildOperation(
        buildBody(
          { type: 'object', properties: { photo: { type: 'string', format: 'binary' } } },
          'multipart/form-data',
        ),
      ),
    );
    expect(operation.places).toEqual({ photo: 'file' });
    const input = operation.input();
    expect(input.safeParse({ photo: { path: 'rex.png' } }).success).toBe(true);
    expect(input.safeParse({ photo: { path: 'rex.png', base64: 'AAAA' } }).success).toBe(false);
    expect(input.safeParse({ photo: {} }).success).toBe(false);
  });

  it('merge alternatives at the root of a body, and require only what each requires', async () => {
    const operation = await generateOne(
      '/pets/',
      'post',
      buildOperation(
        buildBody({
          oneOf: [
            { type: 'object', properties: { name: text, bark: { type: 'boolean' } }, required: ['name', 'bark'] },
            { type: 'object', properties: { name: text, meow: { type: 'boolean' } }, required: ['name'] },
          ],
        }),
      ),
    );
    const input = operation.input();
    expect(input.safeParse({ name: 'Rex' }).success).toBe(true);
    expect(input.safeParse({ name: 'Tom', meow: true }).success).toBe(true);
    expect(input.safeParse({ bark: true }).success).toBe(false);
  });
});

describe('schemas', () => {
  it('keep bounds, enumerations, nullability and nesting, and refuse unknown fields at every level', async () => {
    const operation = await generateOne(
      '/pets/',
      'post',
      buildOperation(buildBody({ $ref: '#/components/schemas/Pet' })),
      {
        Pet: {
          type: 'object',
          required: ['kind', 'age', 'owner'],
          properties: {
            kind: { type: 'string', enum: ['cat', 'dog'] },
            age: { type: 'number', minimum: 0, maximum: 30 },
            name: { type: 'string', maxLength: 3, nullable: true },
            tags: { type: 'array', items: text, maxItems: 2 },
            owner: { allOf: [{ $ref: '#/components/schemas/Owner' }] },
          },
        },
        Owner: { type: 'object', required: ['id'], properties: { id: text } },
      },
    );
    const input = operation.input();
    const pet = { kind: 'cat', age: 3, owner: { id: 'o' } };
    const accepts = (more: object): boolean => input.safeParse({ ...pet, ...more }).success;
    expect(accepts({ name: null, tags: ['a', 'b'] })).toBe(true);
    expect(accepts({ kind: 'cow' })).toBe(false);
    expect(accepts({ age: 31 })).toBe(false);
    expect(accepts({ name: 'long' })).toBe(false);
    expect(accepts({ tags: ['a', 'b', 'c'] })).toBe(false);
    expect(accepts({ owner: { id: 'o', cat: 1 } })).toBe(false);
    expect(accepts({ owner: {} })).toBe(false);
  });

  it('end where a component holds itself', async () => {
    const node = {
      type: 'object',
      properties: { name: text, children: { type: 'array', items: { $ref: '#/components/schemas/Node' } } },
    };
    const operation = await generateOne(
      '/pets/',
      'post',
      buildOperation(buildBody({ $ref: '#/components/schemas/Node' })),
      {
        Node: node,
      },
    );
    expect(operation.input().safeParse({ children: [{ name: 'a', children: [{ name: 'b' }] }] }).success).toBe(true);
  });

  it('write what two operations share once, and no prose at all', () => {
    const prose = { description: 'A sentence of the document.', title: 'Pet title', example: 'Rex the example' };
    const pet = {
      type: 'object',
      ...prose,
      properties: { name: { ...text, ...prose }, owner: { ...text, ...prose }, colour: { ...text, ...prose } },
    };
    const create = buildOperation({
      summary: 'Summary',
      ...prose,
      ...buildBody({ type: 'object', properties: { pet: { $ref: '#/components/schemas/PetDto' } } }),
    });
    const { files } = generate({
      'pets.json': buildDocument({ '/pets/': { post: create }, '/pets/{petId}': { put: create } }, { PetDto: pet }),
    });
    const source = files.get('tools/pets/operations.gen.ts') ?? '';
    expect(source.match(/colour: z/g)).toHaveLength(1);
    expect(source).not.toMatch(/sentence|title|Summary|Rex/);
  });

  it('leave a default to HighLevel but show it', async () => {
    const operation = await generateOne(
      '/pets/',
      'get',
      buildOperation({ parameters: [{ name: 'order', in: 'query', schema: { ...text, default: 'asc' } }] }),
    );
    expect(operation.input().parse({})).toEqual({});
    const { buildJsonSchema } = await import('../../../src/catalogue/json-schema.ts');
    expect(buildJsonSchema(operation.input())).toEqual({
      type: 'object',
      properties: { order: { type: 'string', default: 'asc' } },
      additionalProperties: false,
    });
  });

  it('accept in answers what is new, missing or null', async () => {
    const answer = {
      type: 'object',
      required: ['id'],
      properties: { id: text, size: { type: 'string', enum: ['s'] } },
    };
    const operation = await generateOne('/pets/', 'get', {
      ...buildOperation(),
      responses: { 200: { content: { 'application/json': { schema: answer } } } },
    });
    for (const value of [{}, { id: null }, { id: 'a', size: 'xl', more: 1 }]) {
      expect(operation.output?.().safeParse(value).success).toBe(true);
    }
    expect(operation.output?.().safeParse({ id: 1 }).success).toBe(false);
  });
});

describe('facts', () => {
  it('are version, security, scopes, status and kind of answer', async () => {
    const operation = await generateOne('/pets/{petId}/song', 'get', {
      ...buildOperation({ deprecated: true }),
      responses: { 200: { headers: { 'Content-Type': { description: 'audio/x-wav' } } } },
    });
    expect(operation).toMatchObject({
      version: '2021-07-28',
      security: ['bearer'],
      scopes: ['pets.readonly'],
      success: 200,
      answer: 'audio',
      deprecated: true,
    });
  });
});

describe('documents', () => {
  it('give V2 all operations and v3 only those that V2 lacks, whatever parameters are called', async () => {
    const v3 = { ...buildOperation(), parameters: [] };
    const { drafts, files } = generate({
      'apps/pets.json': buildDocument({ '/pets/{petId}': { get: buildOperation() } }),
      'somewhere/else/pets-v3.json': buildDocument({ '/pets/{id}/': { get: v3 }, '/pets/feed': { post: v3 } }),
      'common/common-schemas.json': { openapi: '3.0.0', components: { schemas: {} } },
      'package.json': { name: 'not a document' },
    });
    expect(drafts.map(({ key, source }) => [key, source])).toEqual([
      ['GET /pets/{petId}', 'v2'],
      ['POST /pets/feed', 'v3'],
    ]);
    const operations = await evaluate(files, 'pets');
    expect(operations['POST /pets/feed']).toMatchObject({ version: 'v3', source: 'v3' });
  });

  it('are missed when the folder has none', () => {
    expect(() => generate({ 'package.json': { name: 'x' } })).toThrow(/no OpenAPI documents with paths/);
  });

  it('are read the same twice', () => {
    const documents = { 'pets.json': buildDocument({ '/pets/': { get: buildOperation() } }) };
    expect(generate(documents).files).toEqual(generate(documents).files);
  });
});
