/** The audit log of real server processes, two at once and killed in the middle, as `highlevel-mcp audit` shows it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { type ServerProcess, startServer } from '../reliability/server-process.ts';
import { createTestWorld, type TestWorld } from '../reliability/world.ts';
import { serverScript } from '../support/mcp-clients.ts';
import { runNode } from '../support/processes.ts';

let world: TestWorld;
let state = '';

beforeEach(async () => {
  world = await createTestWorld();
  state = String(world.environment.HIGHLEVEL_STATE);
  onTestFinished(() => world.close());
});

let left: ServerProcess[] = [];

afterAll(async () => {
  for (const server of left) await server.close();
});

async function start(more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startServer({
    ...world.environment,
    HIGHLEVEL_AUDIT: '',
    HIGHLEVEL_LOG_LEVEL: 'silent',
    ...more,
  });
  left.push(server);
  return server;
}

async function stop(server: ServerProcess): Promise<void> {
  left = left.filter((other) => other !== server);
  await server.close();
}

const writeNote = (server: ServerProcess, body: string) =>
  server.call('contacts_note_create', { contactId: world.contactId, body });

interface Printed {
  readonly code: number | null;
  readonly lines: readonly string[];
  readonly stderr: string;
}

/** Without a token. */
function audit(...args: string[]): Printed {
  const { code, stdout, stderr } = runNode([serverScript, 'audit', '--state', state, ...args]);
  return { code, lines: stdout.split('\n').filter((line) => line !== ''), stderr };
}

const listFiles = (): string[] => readdirSync(join(state, 'audit')).map((name) => join(state, 'audit', name));

describe('highlevel-mcp audit', () => {
  it('shows what two processes have written at once, and verifies it', async () => {
    const servers = await Promise.all([start(), start()]);
    const bodies = Array.from({ length: 20 }, (_, index) => `Note ${index}`);
    await Promise.all(bodies.map((body, index) => writeNote(servers[index % 2] as ServerProcess, body)));
    await servers[0]?.call('contacts_contact_create', { firstName: 'Lena', nonsense: 'x' });
    for (const server of servers) await stop(server);

    expect(listFiles()).toHaveLength(2);
    const verified = audit('--verify');
    expect(verified).toMatchObject({ code: 0, lines: [expect.stringContaining('is whole. 23 lines in 2 files')] });
    const all = audit();
    expect(all.lines).toHaveLength(21);
    expect(all.lines.join('\n')).not.toMatch(/Note|Lena/);
    const [first = ''] = audit('--operation', '*_note_*').lines;
    expect(first).toMatch(
      /^\d{4}-\d\d-\d\dT[\d:.]+Z {2}done \(201\) {2}contacts_note_create {2}sent=yes {2}class=write/,
    );
    expect(first).toContain(`contactId=${world.contactId}`);
    const asJson = audit('--json', '--operation', 'contacts_contact_create').lines.map((line) => JSON.parse(line));
    expect(asJson).toEqual([expect.objectContaining({ outcome: 'refused', reason: 'invalid_arguments' })]);
    expect(audit('--since', '2100-01-01').lines).toEqual([]);
    expect(audit('--since', '2020-01-01T12:00Z').lines).toHaveLength(21);
  });

  it('says line by line what was changed, and fails', async () => {
    const server = await start();
    for (const body of ['one', 'two', 'three']) await writeNote(server, body);
    await stop(server);
    const [file = ''] = listFiles();
    const lines = readFileSync(file, 'utf8').split('\n');
    lines[2] = String(lines[2]).replace('"outcome":"done"', '"outcome":"refused"');
    writeFileSync(file, `${lines.slice(0, 3).join('\n')}\n\u0000\n`);
    const { code, lines: printed } = audit('--verify');
    expect(code).toBe(1);
    expect(printed).toEqual([
      expect.stringMatching(/^FAULT .*\.ndjson, line 3: was changed/),
      expect.stringMatching(/^FAULT .*\.ndjson, line 4: is not JSON/),
      expect.stringMatching(/^FAULT .*\.ndjson, line 4: is not the line that the state remembers/),
      expect.stringMatching(/^The log is NOT whole, faults: 3/),
    ]);
    expect(audit()).toMatchObject({ code: 0, stderr: expect.stringContaining('2 lines that cannot be read') });
  });

  it('knows of every write of a process that was killed in the middle of many', async () => {
    const rounds = 6;
    for (let round = 0; round < rounds; round += 1) {
      const server = await start();
      const calls = Array.from({ length: 12 }, (_, index) => writeNote(server, `Round ${round}, note ${index}`));
      const settled = Promise.allSettled(calls);
      // Later in each round, until some have been answered.
      await Promise.all(calls.slice(0, round));
      left = left.filter((other) => other !== server);
      await server.kill();
      await settled;
    }
    const { code, lines } = audit('--verify');
    expect(code).toBe(0);
    const notes = lines.filter((line) => line.startsWith('NOTE'));
    const underWay = notes.filter((line) => line.includes('contacts_note_create was under way')).length;
    const done = audit('--json').lines.filter((line) => line.includes('"outcome":"done"')).length;
    const created = [...world.countNotes().entries()].filter(([body]) => body.startsWith('Round')).length;
    expect(done).toBeGreaterThan(0);
    expect(created).toBeGreaterThanOrEqual(done);
    expect(created).toBeLessThanOrEqual(done + underWay);
    // A server after them goes on.
    const server = await start();
    await writeNote(server, 'After');
    await stop(server);
    expect(audit('--verify').code).toBe(0);
  });

  it('has nothing where nothing is recorded', async () => {
    const server = await start({ HIGHLEVEL_AUDIT: 'off' });
    await writeNote(server, 'one');
    await stop(server);
    expect(existsSync(join(state, 'audit'))).toBe(false);
    expect(audit('--verify')).toMatchObject({ code: 0, lines: [expect.stringMatching(/^Nothing was recorded/)] });
    expect(audit('--audit', 'off')).toMatchObject({ code: 1, stderr: expect.stringContaining('is off') });
    expect(audit('--since', 'yesterday')).toMatchObject({ code: 1, stderr: expect.stringContaining('Must be a date') });
  });

  it('is beside the state by default, and elsewhere on request', async () => {
    const elsewhere = join(state, 'elsewhere');
    const server = await start({ HIGHLEVEL_AUDIT: elsewhere });
    await writeNote(server, 'one');
    await stop(server);
    expect(readdirSync(elsewhere)).toHaveLength(1);
    expect(audit('--audit', elsewhere, '--verify').lines).toEqual([expect.stringMatching(/is whole. 2 lines/)]);
  });
});
