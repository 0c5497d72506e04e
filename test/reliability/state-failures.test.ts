/** The state folder cannot be used, or the clock is wrong: nothing unsafe is sent, and the server goes on. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { createFolder } from '../support/run.ts';
import { canMount, fillDisk, mountSmallDisk } from '../support/small-disk.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { createTestWorld, type TestWorld } from './world.ts';

let world: TestWorld;
let folder: string;

beforeAll(async () => {
  world = await createTestWorld();
  folder = createFolder('state');
});

afterAll(() => world.close());

async function start(state: string, more: Readonly<Record<string, string>> = {}): Promise<ServerProcess> {
  const server = await startServer({
    ...world.environment,
    HIGHLEVEL_STATE: state,
    // Which alone would refuse every write; see below.
    HIGHLEVEL_AUDIT: 'off',
    HIGHLEVEL_LOG_LEVEL: 'silent',
    ...more,
  });
  onTestFinished(() => server.close());
  return server;
}

const countNotes = (body: string): number => world.countNotes().get(body) ?? 0;

/** What must hold whatever is wrong with the store. */
async function expectGuarded(server: ServerProcess, problem: RegExp): Promise<void> {
  const body = `Note ${Math.random()}`;
  for (let tries = 0; tries < 2; tries += 1) {
    const { isError, body: answer } = await server.call('contacts_note_create', { contactId: world.contactId, body });
    expect(isError).toBe(true);
    expect(answer.error).toMatchObject({ kind: 'state_unavailable', sent: 'no', outcome: 'not-done' });
    expect(answer.error.message).toMatch(problem);
    expect(answer.error.advice).toMatch(/operator/);
  }
  expect(countNotes(body)).toBe(0);
  await expectReadsGoOn(server);
}

async function expectReadsGoOn(server: ServerProcess): Promise<void> {
  expect((await server.call('contacts_contact_get', { contactId: world.contactId })).isError).toBe(false);
  // Adding a tag twice is adding it once.
  const tag = await server.call('contacts_tag_add', { contactId: world.contactId, tags: ['reliable'] });
  expect(tag.isError).toBe(false);
}

describe('a store that cannot be used', () => {
  it('because its folder cannot be made', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expectGuarded(await start(join(file, 'state')), /cannot be opened/);
  });

  it('because it is damaged; and the evidence is left alone', async () => {
    const state = join(folder, 'damaged');
    mkdirSync(state);
    const path = join(state, 'state.sqlite');
    const noise = Buffer.from('no database at all, but long enough to be taken for one '.repeat(200));
    writeFileSync(path, noise);
    await expectGuarded(await start(state), /is damaged/);
    expect(readFileSync(path)).toEqual(noise);
  });

  it('because Redis is away', async () => {
    await expectGuarded(await start('redis://127.0.0.1:1'), /redis:.* cannot be reached/);
  });

  it.skipIf(!canMount)('because it is read-only', async () => {
    const { folder: state, remount } = mountSmallDisk();
    remount('ro');
    await expectGuarded(await start(state), /cannot be written|cannot be opened/);
  });

  it.skipIf(!canMount)('because the disk is full; and it works again when there is room', async () => {
    const { folder: state } = mountSmallDisk();
    const server = await start(state);
    const first = await server.call('contacts_note_create', { contactId: world.contactId, body: 'before' });
    expect(first.isError).toBe(false);
    const ballast = join(state, 'ballast');
    fillDisk(ballast);
    await expectGuarded(server, /no room left/);
    rmSync(ballast);
    const last = await server.call('contacts_note_create', { contactId: world.contactId, body: 'after' });
    expect(last.isError).toBe(false);
    expect([countNotes('before'), countNotes('after')]).toEqual([1, 1]);
  });
});

it('a store that cannot be used vouches for no audit log, so nothing is written, nor a tag', async () => {
  const file = join(folder, 'file-again');
  writeFileSync(file, '');
  const server = await start(join(file, 'state'), { HIGHLEVEL_AUDIT: join(folder, 'audit') });
  const body = `Note ${Math.random()}`;
  const note = await server.call('contacts_note_create', { contactId: world.contactId, body });
  const tag = await server.call('contacts_tag_add', { contactId: world.contactId, tags: ['unrecorded'] });
  for (const answer of [note, tag]) {
    expect(answer.body.error).toMatchObject({ kind: 'audit_unavailable', sent: 'no' });
    expect(answer.body.error.advice).toMatch(/operator/);
  }
  expect(countNotes(body)).toBe(0);
  expect((await server.call('contacts_contact_get', { contactId: world.contactId })).isError).toBe(false);
});

describe('a clock that jumps', () => {
  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('an hour %s: repetitions are known, and what was lost is found', async (direction, jumpMs) => {
    const state = join(folder, `clock-${direction}`);
    const args = { contactId: world.contactId, body: `Clock ${direction}` };
    const lost = { contactId: world.contactId, body: `Lost ${direction}` };
    const right = await start(state);
    expect((await right.call('contacts_note_create', args)).isError).toBe(false);
    const jumped = await start(state, {
      NODE_OPTIONS: `--import=data:text/javascript,const%20now=Date.now;Date.now=()=>now()+(${jumpMs})`,
    });
    const again = await jumped.call('contacts_note_create', args);
    expect(again).toMatchObject({ isError: false, body: { replayed: true } });
    world.sandbox.faults.next('drop-after', { method: 'POST', path: /notes/ });
    const found = await jumped.call('contacts_note_create', lost);
    expect(found.isError).toBe(false);
    expect((await right.call('contacts_note_create', lost)).body).toMatchObject({ replayed: true });
    expect([countNotes(args.body), countNotes(lost.body)]).toEqual([1, 1]);
  });
});
