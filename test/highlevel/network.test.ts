import { describe, expect, it } from 'vitest';
import {
  answerJson,
  catchError,
  createTestClient,
  defineOperation,
  findClosedPort,
  startRecorder,
  startTcpServer,
  token,
} from './support.ts';

const read = defineOperation();
const write = defineOperation({ method: 'POST', places: { note: 'body' }, body: 'json' });
const json = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

const isComplete = (received: string) => received.includes('\r\n\r\n');

describe('nothing was sent', () => {
  it('when the connection is refused', async () => {
    const client = createTestClient(`http://127.0.0.1:${await findClosedPort()}`);
    const error = await catchError(client.execute(write, {}));
    expect(error).toMatchObject({ kind: 'unreachable', sent: 'no', outcome: 'not-done' });
    expect(error.message).toContain('connection refused');
  });

  it('when the other end does not speak TLS', async () => {
    const server = await startTcpServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const client = createTestClient(server.url.replace('http:', 'https:'));
    expect(await catchError(client.execute(write, {}))).toMatchObject({ kind: 'unreachable', sent: 'no' });
    expect(server.received.join()).not.toContain(token);
  });

  it('when connecting takes too long', async () => {
    const server = await startTcpServer(() => {});
    const client = createTestClient(server.url.replace('http:', 'https:'), { connectTimeoutMs: 50 });
    const error = await catchError(client.execute(write, {}));
    expect(error).toMatchObject({ kind: 'unreachable', sent: 'no' });
    expect(error.message).toContain('connecting took too long');
  });

  it('when the call is cancelled while connecting, and it is not sent later', async () => {
    const server = await startTcpServer(() => controller.abort());
    const controller = new AbortController();
    const client = createTestClient(server.url.replace('http:', 'https:'));
    const error = await catchError(client.execute(write, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'no', outcome: 'not-done' });
  });

  it('when the call was cancelled before', async () => {
    const recorder = await startRecorder();
    const client = createTestClient(recorder.url);
    const error = await catchError(client.execute(write, {}, { signal: AbortSignal.abort() }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'no' });
    expect(recorder.requests).toHaveLength(0);
  });

  it('and the slot of the limiter is free again', async () => {
    const limits = { rule: { limit: 1, intervalMs: 60_000, dailyLimit: 3 } };
    const client = createTestClient(`http://127.0.0.1:${await findClosedPort()}`, { deadlineMs: 5_000, limits });
    for (let call = 0; call < 3; call++) {
      expect((await catchError(client.execute(read, {}))).kind).toBe('unreachable');
    }
    expect((await client.rateLimits()).counted).toMatchObject({ used: 0, dailyUsed: 0 });
  });
});

describe('the answer was lost', () => {
  it('when the connection is reset after the request', async () => {
    const server = await startTcpServer((socket, received) => {
      if (isComplete(received)) socket.resetAndDestroy();
    });
    const client = createTestClient(server.url);
    const error = await catchError(client.execute(write, { note: 'x' }));
    expect(error).toMatchObject({ kind: 'connection_lost', sent: 'unknown', outcome: 'unknown' });
    expect(error.advice).toContain('Check by a read');
    expect(server.received).toHaveLength(1);
  });

  it('when the connection is closed without a word; a read is sent again, a write is not', async () => {
    const server = await startTcpServer((socket, received) => {
      if (isComplete(received)) socket.end();
    });
    const client = createTestClient(server.url);
    expect(await catchError(client.execute(write, {}))).toMatchObject({ kind: 'connection_lost', sent: 'unknown' });
    expect(await catchError(client.execute(read, {}))).toMatchObject({ kind: 'connection_lost', outcome: 'not-done' });
    expect(server.received.join('').match(/POST/g)).toHaveLength(1);
    expect(server.received.join('').match(/GET/g)).toHaveLength(4);
  });

  it('when a kept connection is closed under a write', async () => {
    const server = await startTcpServer((socket, received) => {
      if (received.startsWith('GET')) {
        if (received.includes('POST')) socket.destroy();
        else socket.write(`${json}content-length: 2\r\n\r\n{}`);
      } else socket.destroy();
    });
    const client = createTestClient(server.url);
    await client.execute(read, {});
    expect(await catchError(client.execute(write, {}))).toMatchObject({ kind: 'connection_lost', outcome: 'unknown' });
    expect(server.received.join('').match(/POST/g)).toHaveLength(1);
  });

  it('when no answer comes in time', async () => {
    const server = await startTcpServer(() => {});
    const client = createTestClient(server.url, { headersTimeoutMs: 50 });
    const error = await catchError(client.execute(write, {}));
    expect(error).toMatchObject({ kind: 'connection_lost', sent: 'unknown', outcome: 'unknown' });
    expect(error.message).toContain('no answer in time');
  });

  it.each([
    ['stops in the middle', 'content-length: 9\r\n\r\n{"a"', false],
    ['is shorter than announced', 'content-length: 9\r\n\r\n{"a"', true],
    ['is JSON that breaks off', 'connection: close\r\n\r\n{"a": [1, 2', true],
    ['breaks off in a chunk', 'transfer-encoding: chunked\r\n\r\n9\r\n{"a', true],
  ])('when the body %s', async (_, rest, ends) => {
    const server = await startTcpServer((socket, received) => {
      if (!isComplete(received)) return;
      socket.write(json + rest);
      if (ends) socket.end();
    });
    const client = createTestClient(server.url, { bodyTimeoutMs: 50 });
    const facts = { kind: 'connection_lost', status: 200, sent: 'yes' };
    expect(await catchError(client.execute(write, {}))).toMatchObject({ ...facts, outcome: 'unknown' });
    expect(await catchError(client.execute(read, {}))).toMatchObject({ ...facts, outcome: 'not-done' });
  });

  it('when what comes is not HTTP', async () => {
    const server = await startTcpServer((socket) => socket.end('SSH-2.0-OpenSSH\r\n'));
    expect((await catchError(createTestClient(server.url).execute(write, {}))).kind).toBe('connection_lost');
  });

  it('when the call is cancelled on its way', async () => {
    const controller = new AbortController();
    const server = await startTcpServer((_, received) => {
      if (isComplete(received)) controller.abort();
    });
    const client = createTestClient(server.url);
    const error = await catchError(client.execute(write, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'unknown', outcome: 'unknown' });
  });

  it('when the call is cancelled in the middle of the answer', async () => {
    const controller = new AbortController();
    const server = await startTcpServer((socket) => {
      socket.write(`${json}content-length: 9\r\n\r\n{"a"`, () => controller.abort());
    });
    const error = await catchError(createTestClient(server.url).execute(read, {}, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'cancelled', sent: 'unknown', outcome: 'not-done' });
  });
});

describe('an answer that is too large', () => {
  const large = answerJson({ text: 'x'.repeat(5_000) });

  it('is discarded with a clear error, announced or not', async () => {
    const announced = await startRecorder(large);
    const chunked = await startRecorder((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      for (let chunk = 0; chunk < 100; chunk++) response.write(' '.repeat(100));
      response.end();
    });
    for (const { url } of [announced, chunked]) {
      const error = await catchError(createTestClient(url, { maxResponseBytes: 4_000 }).execute(read, {}));
      expect(error).toMatchObject({ kind: 'answer_too_large', sent: 'yes', outcome: 'not-done', status: 200 });
      expect(error.message).toContain('4000 bytes');
    }
  });

  it('to a write says that the write was done', async () => {
    const recorder = await startRecorder(large);
    const error = await catchError(createTestClient(recorder.url, { maxResponseBytes: 4_000 }).execute(write, {}));
    expect(error).toMatchObject({ outcome: 'done', advice: expect.stringContaining('do not repeat') });
  });

  it('does not spoil the client for the next call', async () => {
    const recorder = await startRecorder((response, request) => {
      (recorder.requests.length === 1 ? large : answerJson({ ok: true }))(response, request);
    });
    const client = createTestClient(recorder.url, { maxResponseBytes: 4_000 });
    await catchError(client.execute(read, {}));
    expect((await client.execute(read, {})).data).toEqual({ ok: true });
  });
});
