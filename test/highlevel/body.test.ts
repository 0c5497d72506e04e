import { Readable } from 'node:stream';
import { Busboy, type BusboyHeaders } from '@fastify/busboy';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operation } from '../../src/catalogue/operation.ts';
import { catchError, createTestClient, defineOperation, type RecordedRequest, startRecorder } from './support.ts';

async function sendAndRecord(facts: Partial<Operation>, args: Record<string, unknown>): Promise<RecordedRequest> {
  const recorder = await startRecorder();
  await createTestClient(recorder.url).execute(defineOperation({ method: 'POST', ...facts }), args);
  const [request] = recorder.requests;
  if (request === undefined) throw new Error('nothing was received');
  return request;
}

describe('JSON bodies', () => {
  it('carry the body arguments under their wire names, null as null, undefined not at all', async () => {
    const places = { id: 'path', bodyId: 'body', note: 'body', gone: 'body', tags: 'body' } as const;
    const request = await sendAndRecord(
      { path: '/things/{id}', places, wireNames: { bodyId: 'id' }, body: 'json' },
      { id: 'p', bodyId: 'b', note: null, gone: undefined, tags: [] },
    );
    expect(request.headers['content-type']).toBe('application/json');
    expect(JSON.parse(request.body.toString())).toEqual({ id: 'b', note: null, tags: [] });
  });

  it('are an empty object when no body argument is given', async () => {
    const request = await sendAndRecord({ places: { note: 'body' }, body: 'json' }, {});
    expect(request.body.toString()).toBe('{}');
  });

  it('are the array itself where the argument is the whole body', async () => {
    const request = await sendAndRecord({ places: { items: 'whole-body' }, body: 'json' }, { items: [{ a: 1 }, 2] });
    expect(request.body.toString()).toBe('[{"a":1},2]');
  });

  it('travel with DELETE', async () => {
    const request = await sendAndRecord(
      { method: 'DELETE', path: '/things/{id}/tags', places: { id: 'path', tags: 'body' }, body: 'json' },
      { id: 'x', tags: ['a', 'b'] },
    );
    expect(request).toMatchObject({ method: 'DELETE', url: '/things/x/tags' });
    expect(request.headers['content-length']).toBe(String(request.body.length));
    expect(request.body.toString()).toBe('{"tags":["a","b"]}');
  });

  it('arrive as any JSON value was given', async () => {
    const recorder = await startRecorder();
    // The same body may come twice.
    const client = createTestClient(recorder.url, { idempotency: { guardMs: 0 } });
    const operation = defineOperation({ method: 'PUT', places: { value: 'whole-body' }, body: 'json' });
    const values = fc.sample(fc.jsonValue(), { numRuns: 60, seed: 3 });
    for (const value of values) await client.execute(operation, { value });
    const received = recorder.requests.map(({ body }) => JSON.parse(body.toString()));
    expect(received).toEqual(values.map((value) => JSON.parse(JSON.stringify(value))));
  });

  it('are absent, with their content type, where the operation has none', async () => {
    const request = await sendAndRecord({}, {});
    expect(request.headers).not.toHaveProperty('content-type');
    expect(request.headers['content-length']).toBe('0');
    expect(request.body).toHaveLength(0);
  });

  it.each([
    ['no place', { surprise: 1 }, 'surprise is not an argument'],
    ['a prototype name', JSON.parse('{"__proto__": 1}'), 'is not an argument'],
    ['a missing whole body', {}, 'items is missing'],
    ['a cycle', { items: createCycle() }, 'cannot be written as JSON'],
  ])('refuse %s before anything is sent', async (_, args, problem) => {
    const recorder = await startRecorder();
    const operation = defineOperation({ method: 'POST', places: { items: 'whole-body' }, body: 'json' });
    const error = await catchError(createTestClient(recorder.url).execute(operation, args));
    expect(error).toMatchObject({ kind: 'invalid_arguments', sent: 'no', message: expect.stringContaining(problem) });
    expect(recorder.requests).toHaveLength(0);
  });
});

it('form bodies are URL encoded, lists repeated', async () => {
  const request = await sendAndRecord(
    { places: { companyId: 'body', list: 'body' }, body: 'form' },
    { companyId: 'a b&c', list: [1, true] },
  );
  expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect([...new URLSearchParams(request.body.toString())]).toEqual([
    ['companyId', 'a b&c'],
    ['list', '1'],
    ['list', 'true'],
  ]);
});

describe('multipart bodies', () => {
  it('carry fields before files, with names, types and bytes intact', async () => {
    const content = Buffer.from([0, 255, 13, 10, 45, 45, 1]);
    const request = await sendAndRecord(
      {
        places: { photo: 'file', name: 'body', urls: 'body', hosted: 'body' },
        wireNames: { photo: 'file' },
        body: 'multipart',
      },
      {
        photo: { base64: content.toString('base64'), filename: 'grü"n.png' },
        name: 'Größe',
        urls: ['u1', 'u2'],
        hosted: false,
      },
    );
    expect(request.headers['content-length']).toBe(String(request.body.length));
    expect(await parseMultipart(request)).toEqual([
      { name: 'name', value: 'Größe' },
      { name: 'urls', value: 'u1' },
      { name: 'urls', value: 'u2' },
      { name: 'hosted', value: 'false' },
      { name: 'file', filename: expect.stringMatching(/^grü.*n\.png$/), type: 'image/png', content },
    ]);
  });

  it('name each of many parts by the keys of the argument', async () => {
    const part = { base64: 'aGk=', filename: 'a.bin', contentType: 'application/x-thing' };
    const request = await sendAndRecord(
      { places: { contactId: 'query', files: 'files' }, body: 'multipart' },
      { contactId: 'c', files: { field1_file1: part, field2_file1: { ...part, contentType: undefined } } },
    );
    expect(request.url).toBe('/things/?contactId=c');
    const content = Buffer.from('hi');
    expect(await parseMultipart(request)).toEqual([
      { name: 'field1_file1', filename: 'a.bin', type: 'application/x-thing', content },
      { name: 'field2_file1', filename: 'a.bin', type: 'application/octet-stream', content },
    ]);
  });
});

function createCycle(): unknown {
  const cycle: { self?: unknown } = {};
  cycle.self = cycle;
  return cycle;
}

/** Read by another implementation than the one that wrote it. */
function parseMultipart(request: RecordedRequest): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const parts: unknown[] = [];
    const busboy = Busboy({ headers: request.headers as BusboyHeaders });
    busboy.on('field', (name, value) => parts.push({ name, value }));
    busboy.on('file', (name, stream, filename, _encoding, type) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => parts.push({ name, filename, type, content: Buffer.concat(chunks) }));
    });
    busboy.on('finish', () => resolve(parts));
    busboy.on('error', reject);
    Readable.from([request.body]).pipe(busboy);
  });
}
