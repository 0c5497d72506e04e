import { FormData } from 'undici';
import { describe, expect, it } from 'vitest';
import { openSandbox } from './harness.ts';

const locationId = 'sandboxLocation00001';

describe('what 422 says', () => {
  const cases: [body: object, messages: string[]][] = [
    [{}, ['name must be a string', 'name should not be empty']],
    [{ name: '' }, ['name should not be empty']],
    [{ name: 7 }, ['name must be a string']],
    [{ name: 'x', colour: 'red' }, ['property colour should not exist']],
    [{ name: 'x', size: 'big' }, ['size must be a number conforming to the specified constraints']],
    [{ name: 'x', size: 7.5 }, ['size must be an integer number']],
    [{ name: 'x', size: 0 }, ['size must not be less than 1']],
    [{ name: 'x', size: 11 }, ['size must not be greater than 10']],
    [{ name: 'x', kind: 'huge' }, ['kind must be one of the following values: big, small']],
    [{ name: 'x', address: 'here' }, ['address must be an object']],
    [{ name: 'x', address: { email: 'nope' } }, ['address.email must be an email']],
    [{ name: 'x', address: { street: 'a' } }, ['address.property street should not exist']],
    [{ name: 'x', items: {} }, ['items must be an array']],
    [
      { name: 'x', items: [{ price: 'a' }] },
      ['items.0.price must be a number conforming to the specified constraints'],
    ],
    [{ name: 'x', items: [{ price: 1 }, { price: 2, done: 'yes' }] }, ['items.1.done must be a boolean value']],
    [{ name: 'x', tags: 5 }, ['tags must be a string']],
    [{ colour: 1, name: 5 }, ['property colour should not exist', 'name must be a string']],
  ];
  it.each(cases)('%j', async (body, message) => {
    const { send } = await openSandbox();
    const answer = await send('POST', '/contacts/', { json: { locationId, ...body } });
    expect(answer.status).toBe(422);
    expect(answer.body).toEqual({
      statusCode: 422,
      message,
      error: 'Unprocessable Entity',
      traceId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    });
  });

  it('takes null for an optional field as absent', async () => {
    const { send } = await openSandbox();
    expect((await send('POST', '/contacts/', { json: { locationId, name: 'x', size: null } })).status).toBe(201);
  });

  it('checks what a DELETE carries', async () => {
    const { send } = await openSandbox();
    const wrong = await send('DELETE', '/contacts/c1/tags', { json: { tags: 'a' } });
    expect(wrong.body.message).toEqual(['tags must be an array']);
    expect((await send('DELETE', '/contacts/c1/tags', { json: { tags: ['a'] } })).body.tags).toEqual(['a']);
  });

  it('checks a body that is an array', async () => {
    const { send } = await openSandbox();
    const wrong = await send('POST', '/calendars/notify', { json: [{ kind: 'a' }, { kind: 2 }] });
    expect(wrong.body.message).toEqual(['1.kind must be a string']);
    expect((await send('POST', '/calendars/notify', { json: [{ kind: 'a' }] })).body).toEqual([{ kind: 'a' }]);
  });

  it('has the gateway shape in conversations', async () => {
    const { send } = await openSandbox();
    const { body } = await send('POST', '/conversations/messages', { json: { type: 'Pigeon' } });
    expect(body).toEqual({
      status: 422,
      message: ['type must be one of the following values: SMS, Email'],
      name: 'UnprocessableEntityException',
      options: {},
      error: 'Unprocessable Entity',
      statusCode: 422,
      traceId: expect.any(String),
    });
  });

  it('puts what a handler adds beside the message', async () => {
    const { send } = await openSandbox();
    const answer = await send('POST', '/contacts/', { json: { locationId, name: 'twin' } });
    expect(answer).toMatchObject({
      status: 400,
      body: { message: 'This location does not allow duplicated contacts.', error: 'Bad Request', meta: { x: 1 } },
    });
  });
});

describe('queries', () => {
  it('gives handlers values of the declared types', async () => {
    const { send } = await openSandbox();
    const { body } = await send('GET', '/contacts/list/typed?limit=20&all=true&ids=1&ids=2&fields=a,b');
    expect(body.query).toEqual({ limit: 20, all: true, ids: ['1', '2'], fields: ['a', 'b'] });
  });

  it('reads one value and name[] as lists', async () => {
    const { send } = await openSandbox();
    expect((await send('GET', '/contacts/list/typed?ids=1')).body.query).toEqual({ ids: ['1'] });
    expect((await send('GET', '/contacts/list/typed?ids[]=1&ids[]=2')).body.query).toEqual({ ids: ['1', '2'] });
  });

  it('refuses what it does not know or cannot read', async () => {
    const { send } = await openSandbox();
    const { body } = await send('GET', '/contacts/list/typed?limit=many&all=1&page=2');
    expect(body.message).toEqual([
      'property page should not exist',
      'limit must be a number conforming to the specified constraints',
      'all must be a boolean value',
    ]);
  });
});

describe('bodies', () => {
  it('refuses broken JSON', async () => {
    const { send } = await openSandbox();
    const answer = await send('POST', '/contacts/', { body: '{"a":', headers: { 'content-type': 'application/json' } });
    expect(answer).toMatchObject({ status: 400, body: { error: 'Bad Request' } });
  });

  it('does not read a body of a type it does not know', async () => {
    const { send } = await openSandbox();
    const json = JSON.stringify({ locationId, name: 'x' });
    const answer = await send('POST', '/contacts/', { body: json, headers: { 'content-type': 'text/plain' } });
    expect(answer.status).toBe(403);
  });

  it('reads multipart: files as files, fields as declared', async () => {
    const { send } = await openSandbox();
    const body = new FormData();
    body.set('contactId', 'c1');
    body.set('maxFiles', '3');
    body.set('fileAttachment', new File(['hello'], 'note.txt', { type: 'text/plain' }));
    const answer = await send('POST', '/conversations/messages/upload', { body });
    expect(answer.body).toMatchObject({
      body: { contactId: 'c1', maxFiles: 3 },
      files: [{ field: 'fileAttachment', filename: 'note.txt', contentType: 'text/plain', content: 'hello' }],
    });
  });

  it('misses a file that is not there', async () => {
    const { send } = await openSandbox();
    const body = new FormData();
    body.set('contactId', 'c1');
    const answer = await send('POST', '/conversations/messages/upload', { body });
    expect(answer.body.message).toEqual(['fileAttachment should not be empty']);
  });

  it.each([
    ['declared', (content: Buffer) => content],
    ['streamed', (content: Buffer) => new Blob([content]).stream()],
  ])('refuses a body that is too large, its length %s', async (_how, wrap) => {
    const { send } = await openSandbox({ maxBodyBytes: 1000 });
    const answer = await send('POST', '/contacts/', {
      body: wrap(Buffer.alloc(1001, 0x20)) as never,
      headers: { 'content-type': 'application/json' },
    });
    expect(answer).toMatchObject({ status: 413, body: { statusCode: 413, message: 'request entity too large' } });
  });
});
