/** Everything that can be wrong with a call or with the way to HighLevel: a clear flagged error, and the server lives. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { type JsonRpcAnswer, StdioProcess } from '../support/stdio-process.ts';

const token = 'pit-11111111-2222-4333-8444-555555555555';

let api: Server;
let received: string[];
let answer: { status: number; contentType: string; body: string };
let server: StdioProcess;

beforeAll(async () => {
  received = [];
  answer = { status: 200, contentType: 'application/json', body: '{"contact":{"id":"a"}}' };
  api = createServer((request, response) => {
    received.push(`${request.method} ${request.url}`);
    response.writeHead(answer.status, { 'content-type': answer.contentType }).end(answer.body);
  });
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
  server = start({ HIGHLEVEL_BASE_URL: urlOf(api), HIGHLEVEL_TOKEN: token });
  await server.initialize();
});

afterAll(async () => {
  expect(await server.end()).toBe(0);
  expect(server.stderr).not.toContain(token);
  await new Promise((resolve) => api.close(resolve));
});

function start(environment: Record<string, string>): StdioProcess {
  return new StdioProcess(serverScript, ['--tools', 'contacts'], { HIGHLEVEL_LOCATION_ID: 'L1', ...environment });
}

function urlOf(listening: Server): string {
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

async function call(name: string, args: unknown, on = server): Promise<{ flagged: boolean; text: string }> {
  return read(await on.request('tools/call', { name, arguments: args }));
}

function read(message: JsonRpcAnswer): { flagged: boolean; text: string } {
  if (message.error !== undefined) return { flagged: true, text: message.error.message };
  const { isError, content } = message.result as { isError?: boolean; content: { text: string }[] };
  return { flagged: isError === true, text: content[0]?.text ?? '' };
}

describe('arguments: nothing is sent', () => {
  it.each([
    ['missing', 'contacts_contact_get', {}, 'contactId: required'],
    ['of the wrong type', 'contacts_contact_get', { contactId: 7 }, 'must be string'],
    ['unknown', 'contacts_contact_get', { contactId: 'a', contactid: 'b' }, 'did you mean contactId'],
    ['walking the path', 'contacts_contact_get', { contactId: '..' }, '"sent":"no"'],
    ['walking the path further', 'contacts_contact_get', { contactId: '../locations/x' }, '"sent":"no"'],
    ['walking it in disguise', 'contacts_contact_get', { contactId: '%2e%2e%2flocations' }, '"sent":"no"'],
    ['empty in the path', 'contacts_contact_get', { contactId: '' }, '"sent":"no"'],
    ['5 MB long', 'contacts_note_create', { contactId: 'a', body: 'x'.repeat(5_000_000) }, 'at most 1000000'],
    ['of another location', 'contacts_contact_create', { locationId: 'L2', firstName: 'x' }, 'pinned to'],
    ['not an object', 'contacts_contact_get', 'contactId', ''],
    ['for an unknown tool', 'contact_get', { contactId: 'a' }, 'contacts_contact_get'],
    ['for a tool not offered', 'calendars_calendar_list', {}, '--tools calendars'],
    ['for a prototype', '__proto__', {}, 'Unknown tool'],
  ])('%s', async (_what, name, args, expected) => {
    const before = received.length;
    const { flagged, text } = await call(name, args);
    expect(flagged).toBe(true);
    expect(text).toContain(expected);
    expect(received).toHaveLength(before);
  });

  it('an id that looks like a query stays one segment', async () => {
    await call('contacts_contact_get', { contactId: 'x?y=1#z' });
    expect(received.at(-1)).toBe('GET /contacts/x%3Fy%3D1%23z');
  });
});

describe('the pipe', () => {
  it('bytes that are not UTF-8 are refused, and nothing is sent', async () => {
    const before = received.length;
    const refused = server.answerTo(null);
    const line = `{"jsonrpc":"2.0","id":900,"method":"tools/call","params":{"name":"contacts_contact_get","arguments":{"contactId":"§"}}}\n`;
    server.write(Buffer.from(line, 'latin1'));
    expect((await refused).error).toMatchObject({ code: -32700 });
    expect(received).toHaveLength(before);
  });

  it('a line too long to be held is refused, and the next one is served', async () => {
    const refused = server.answerTo(null);
    const part = Buffer.alloc(1_000_000, 'x');
    for (let sent = 0; sent < 81; sent++) server.write(part);
    server.write('\n');
    expect((await refused).error).toMatchObject({ code: -32700, message: expect.stringContaining('longer than') });
    expect((await server.request('ping')).result).toEqual({});
  });

  it('lines that are not JSON do not end it', async () => {
    server.write('this is not JSON\n{"jsonrpc":"2.0"\n\n');
    expect((await server.request('ping')).result).toEqual({});
  });
});

it('a client that listens no more has left: the server ends', async () => {
  const other = start({ HIGHLEVEL_BASE_URL: urlOf(api), HIGHLEVEL_TOKEN: token });
  await other.initialize();
  const ended = new Promise((resolve) => other.child.once('exit', resolve));
  other.child.stdout?.destroy();
  other.write('{"jsonrpc":"2.0","id":901,"method":"ping"}\n');
  expect(await ended).toBe(0);
});

describe('HighLevel', () => {
  it('answering HTML', async () => {
    answer = { status: 502, contentType: 'text/html', body: '<html><h1>Bad gateway</h1><script>x</script></html>' };
    const { flagged, text } = await call('contacts_contact_get', { contactId: 'a' });
    expect(flagged).toBe(true);
    expect(text).not.toContain('<script>');
    expect(text).toContain('advice');
  });

  it('answering HTML with 200', async () => {
    answer = { status: 200, contentType: 'text/html', body: '<html>Log in</html>' };
    expect((await call('contacts_contact_get', { contactId: 'a' })).flagged).toBe(true);
  });

  it('refusing the token', async () => {
    answer = {
      status: 401,
      contentType: 'application/json',
      body: '{"statusCode":401,"message":"Invalid Private Integration token"}',
    };
    const { flagged, text } = await call('contacts_contact_get', { contactId: 'a' });
    expect(flagged).toBe(true);
    expect(text).toContain('HIGHLEVEL_TOKEN');
    expect(text).not.toContain(token);
  });

  it('down: nothing was sent', async () => {
    const gone = createServer();
    await new Promise<void>((resolve) => gone.listen(0, '127.0.0.1', resolve));
    const url = urlOf(gone);
    await new Promise((resolve) => gone.close(resolve));
    const other = start({ HIGHLEVEL_BASE_URL: url, HIGHLEVEL_TOKEN: token });
    await other.initialize();
    const { flagged, text } = await call('contacts_contact_create', { firstName: 'x' }, other);
    expect(flagged).toBe(true);
    expect(text).toContain('"sent":"no"');
    expect(await other.end()).toBe(0);
  });
});

describe('however much is wrong, the answer is bounded', () => {
  it.each([
    ['contacts_contact_search', { filters: Array.from({ length: 200_000 }, () => ({ x: 1 })) }],
    ['contacts_contact_get', Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`field${index}`, 1]))],
    ['contacts_contact_get', { ['x'.repeat(2_000_000)]: 1 }],
    ['x'.repeat(200_000), {}],
  ])('%#', async (name, args) => {
    const { flagged, text } = await call(name, args);
    expect(flagged).toBe(true);
    expect(text.length).toBeLessThan(6000);
  });
});

it('settings that a client passes blank are as good as left out', async () => {
  const blank = {
    HIGHLEVEL_LOG_LEVEL: '',
    HIGHLEVEL_TOKEN_FILE: ' ',
    HIGHLEVEL_TOOLS: '',
    HIGHLEVEL_BASE_URL: urlOf(api),
  };
  const other = start({ ...blank, HIGHLEVEL_TOKEN: token });
  answer = { status: 200, contentType: 'application/json', body: '{}' };
  await other.initialize();
  expect((await call('contacts_contact_get', { contactId: 'a' }, other)).flagged).toBe(false);
  expect(await other.end()).toBe(0);
});

describe('no token', () => {
  it.each([
    ['absent', {}],
    ['blank', { HIGHLEVEL_TOKEN: '  ' }],
  ])('%s: it starts, lists, and a call says what to configure', async (_what, environment: Record<string, string>) => {
    const other = start(environment);
    await other.initialize();
    const { tools } = (await other.request('tools/list')).result as { tools: unknown[] };
    expect(tools.length).toBeGreaterThan(20);
    const { flagged, text } = await call('contacts_contact_get', { contactId: 'a' }, other);
    expect(flagged).toBe(true);
    expect(text).toContain('HIGHLEVEL_TOKEN');
    expect(await other.end()).toBe(0);
  });

  it.each([['"pit-quoted"'], ["'pit-quoted'"], ['Bearer']])('%s is refused before it is sent', async (wrong) => {
    const before = received.length;
    const other = start({ HIGHLEVEL_BASE_URL: urlOf(api), HIGHLEVEL_TOKEN: wrong });
    await other.initialize();
    const { flagged, text } = await call('contacts_contact_get', { contactId: 'a' }, other);
    expect(flagged).toBe(true);
    expect(text).not.toContain('pit-quoted');
    expect(received).toHaveLength(before);
    await other.end();
  });

  it('that no header could carry is refused without being shown', async () => {
    const before = received.length;
    const other = start({ HIGHLEVEL_BASE_URL: urlOf(api), HIGHLEVEL_TOKEN: 'pit-secret\tvalue' });
    await other.initialize();
    const { flagged, text } = await call('contacts_contact_get', { contactId: 'a' }, other);
    expect(flagged).toBe(true);
    expect(text + other.stderr).not.toContain('secret\tvalue');
    expect(text + other.stderr).not.toContain('secret\\tvalue');
    expect(received).toHaveLength(before);
    expect(await other.end()).toBe(0);
  });
});

describe('a start that cannot work says so in a line', () => {
  it.each([
    [['--tools', 'contcts'], {}, 'contcts'],
    [['--log-level', 'loud'], {}, 'loud'],
    [['--token-file', '/nowhere/token'], {}, 'ENOENT'],
    [[], { HIGHLEVEL_READ_ONLY: 'maybe' }, 'HIGHLEVEL_READ_ONLY'],
    [[], { HIGHLEVEL_BASE_URL: 'http://example.com', HIGHLEVEL_TOKEN: token }, 'https'],
    [['--unknown'], {}, '--unknown'],
    [['--sandbox', '--tools', 'contcts'], {}, 'contcts'],
  ])('%j %j', async (args, environment: Record<string, string>, expected) => {
    const other = new StdioProcess(serverScript, args, environment);
    const code = await new Promise((resolve) => other.child.once('close', resolve));
    expect(code).not.toBe(0);
    expect(other.stderr).toContain(expected);
    expect(other.stderr.trim().split('\n').length).toBeLessThanOrEqual(2);
  });
});
