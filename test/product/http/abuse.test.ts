/** Whoever means harm, or cannot speak HTTP: refused in a way that tells nothing, at once, and without harm to others. */
import { connect } from 'node:net';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { createGate } from '../../support/gate.ts';
import { buildCall, sendRaw, startHttpProcess } from '../../support/http-process.ts';

const PLACES = 8;
const sandbox = createSandbox({});
const gate = await createGate((await sandbox.listen()).url);
const [location = ''] = sandbox.world.locationIds;
const server = await startHttpProcess(['--max-body-mb', '1', '--max-requests', String(PLACES)], {
  HIGHLEVEL_BASE_URL: gate.url,
  HIGHLEVEL_TOKEN: sandbox.tokens.location,
  HIGHLEVEL_LOCATION_ID: location,
});
afterAll(async () => {
  await server.stop();
  await gate.close();
  await sandbox.close();
});

const call = buildCall('account');
/** Whatever was done before: nothing is being answered any more, and whoever calls is served. */
afterEach(async () => {
  const { status } = await sendRaw(server.url, call);
  expect(status).toBe(200);
  const { body } = await sendRaw(new URL('/metrics', server.url).href);
  expect(body).toMatch(/^highlevel_mcp_requests_running 0$/m);
});

/** All that comes back until the server closes the connection, which is for the server to do. */
async function send(bytes: string | Uint8Array): Promise<string> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  socket.write(bytes);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A call on the wire, with `lines` among its headers. */
function write(lines: readonly string[], start = 'POST /mcp HTTP/1.1'): string {
  const length = `content-length: ${call.body.length}`;
  const headers = Object.entries(call.headers).map(([name, value]) => `${name}: ${value}`);
  return `${[start, ...headers, length, ...lines].join('\r\n')}\r\n\r\n${call.body}`;
}

const host = 'host: localhost';
const close = 'connection: close';

describe('what is no HTTP as it must be', () => {
  it.each([
    ['no Host', write([]), 400],
    ['two Hosts, the first of them ours', write([host, 'host: attacker.example']), 400],
    ['two tokens', write([host, 'authorization: Bearer a', 'authorization: Bearer b']), 400],
    ['an address of another server', write([host], 'POST http://attacker.example/mcp HTTP/1.1'), 404],
    ['two lengths', write([host, 'content-length: 5']), 400],
    ['a length, and chunks', write([host, 'transfer-encoding: chunked']), 400],
    ['lines that only end like lines', write([host]).replaceAll('\r\n', '\n'), 400],
    ['a header on two lines', write([host, 'x-a: b\r\n c']), 400],
    ['a header of 20 kB', write([host, `x-a: ${'a'.repeat(20_000)}`]), 431],
    [
      'chunks that are none',
      `${write([host]).split('content-length')[0]}${host}\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n`,
      400,
    ],
    ['a method that nobody knows', write([host, close], 'ATTACK /mcp HTTP/1.1'), 400],
    ['a method that answers what was asked', `TRACE /mcp HTTP/1.1\r\n${host}\r\n${close}\r\n\r\n`, 405],
    ['a method that replaces', write([host, close], 'PUT /mcp HTTP/1.1'), 405],
    ['an upgrade', `GET /mcp HTTP/1.1\r\n${host}\r\n${close}, upgrade\r\nupgrade: websocket\r\n\r\n`, 405],
    ['an expectation', write([host, close, 'expect: attacker']), 417],
    ['HTTP/2', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['TLS', Buffer.from('16030100c8010000c40303', 'hex'), 400],
  ])('%s', async (_, bytes, status) => {
    const answer = await send(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).not.toContain('attacker');
  });

  it('a tunnel is closed without a word', async () => {
    expect(await send(`CONNECT attacker.example:443 HTTP/1.1\r\n${host}\r\n\r\n`)).toBe('');
  });
});

describe('what is HTTP, if unusual', () => {
  it.each([
    ['of version 1.0', write([host], 'POST /mcp HTTP/1.0')],
    ['that says it is the last one', write([host, close])],
  ])('a request %s is answered, and the connection closed', async (_, bytes) => {
    const answer = await send(bytes);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('configured');
  });

  it('a client that leaves in the middle of its body takes no place with it', async () => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(write([host, 'x-request-id: left']).slice(0, -10));
    await sendRaw(server.url, call);
    socket.destroy();
    await server.whenLogged({ requestId: 'left', msg: 'request answered' });
  });

  it('requests that do not wait for answers are answered in their order', async () => {
    const requests = [write([host]), `GET /healthz HTTP/1.1\r\n${host}\r\n\r\n`, write([host, close])];
    const answer = await send(requests.join(''));
    expect(answer.match(/HTTP\/1\.1 \d+|text\/\S+/g)).toEqual([
      'HTTP/1.1 200',
      'text/event-stream',
      'HTTP/1.1 200',
      'text/plain',
      'HTTP/1.1 200',
      'text/event-stream',
    ]);
  });
});

describe('what is JSON, but no message', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
  const callWith = (params: string): string => `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":${params}}`;

  it.each([
    ['a number', '5'],
    ['nothing', 'null'],
    ['an empty batch', '[]'],
    ['a batch of more than a hundred', `[${Array(101).fill(call.body).join(',')}]`],
    ['another version of JSON-RPC', call.body.replace('2.0', '1.0')],
    ['arrays in arrays, 400,000 deep', nested(400_000)],
    ['an id 300,000 deep', `{"jsonrpc":"2.0","id":${nested(300_000)},"method":"tools/list"}`],
    ['parameters 300,000 deep', callWith(nested(300_000))],
  ])('%s', async (_, body) => {
    const answer = await sendRaw(server.url, { ...call, body });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body).error.code).toBe(-32_600);
    expect(answer.body.length).toBeLessThan(300);
  });

  it('arguments 300,000 deep are refused by the call', async () => {
    const args = `{"operation":"locations_tag_list","arguments":{"x":${nested(300_000)}}}`;
    const body = callWith(`{"name":"call_read","arguments":${args}}`);
    const answer = await sendRaw(server.url, { ...call, body });
    expect(answer.status).toBe(200);
    expect(answer.body).toContain('nested deeper than');
    expect(answer.body.length).toBeLessThan(2_000);
  });

  it('names of what every object has are no tools, operations or arguments', async () => {
    const { body } = await sendRaw(server.url, { ...call, body: callWith('{"name":"__proto__"}') });
    expect(body).toContain('Unknown tool');
    const operation = buildCall('call_read', { operation: 'constructor' });
    expect((await sendRaw(server.url, operation)).body).toContain('unknown_operation');
  });

  it('nothing of it stands in the log', () => {
    expect(JSON.stringify(server.lines)).not.toMatch(/attacker|__proto__|\[\[\[/);
  });
});

it('a flood: three quarters of the places for one account, 503 for the others at once, and all is well afterwards', async () => {
  gate.shut();
  const create = (index: number) =>
    sendRaw(
      server.url,
      buildCall('call_write', {
        operation: 'contacts_contact_create',
        arguments: { email: `flood.${index}@example.org` },
      }),
    );
  const first = Array.from({ length: PLACES * 0.75 }, (_, index) => create(index));
  await gate.whenWaiting(first.length);
  const refused = await Promise.all(Array.from({ length: 200 }, (_, index) => create(first.length + index)));
  for (const { status, headers, body } of refused) {
    expect(status).toBe(503);
    expect(headers['retry-after']).toBe('1');
    expect(JSON.parse(body).error.message).toContain('busy');
  }
  gate.open();
  for (const { status, body } of await Promise.all(first)) {
    expect(status).toBe(200);
    expect(body).toContain('flood.');
  }
});
