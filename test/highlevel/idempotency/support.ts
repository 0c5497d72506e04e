import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { FindOut, Look } from '../../../src/catalogue/find-out.ts';
import type { Operation, OperationKey } from '../../../src/catalogue/operation.ts';
import { createPrivateIntegrationTokens } from '../../../src/highlevel/auth/private-integration.ts';
import type { Arguments, CallContext, Effect, HighLevelClientOptions } from '../../../src/highlevel/client.ts';
import { type Entry, serializeEntry } from '../../../src/highlevel/idempotency/entry.ts';
import { buildEntryKeys, type EntryKeys } from '../../../src/highlevel/idempotency/key.ts';
import type { StateClock } from '../../../src/state/clock.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { Records } from '../../../src/state/state.ts';
import { createFolder } from '../../support/run.ts';
import { createTestClient, defineOperation, type RecordedRequest, startRecorder, token } from '../support.ts';
import { args, createThing, repeatable, single } from './things.ts';

export { args, createThing, repeatable, single };
export const createOther: Operation = { ...createThing, path: '/others/' };
export const listThings = defineOperation({ path: '/things/', places: { locationId: 'query', name: 'query' } });
export const readThing = defineOperation({ path: '/things/{id}', places: { id: 'path' } });

export const thingLook: Look = {
  steps: [{ ask: 'GET /things/', with: { locationId: '$locationId' } }],
  records: 'things',
  match: { name: 'name' },
  created: 'dateAdded',
  complete: true,
};

export function findable(more: Partial<FindOut> = {}, isIrreversible = false): Effect {
  return { repetition: 'single', isIrreversible, findOut: { looks: [thingLook], check: 'use things_list.', ...more } };
}

const reads: Readonly<Record<string, Operation>> = { 'GET /things/': listThings, 'GET /things/{id}': readThing };

export async function loadOperation(key: OperationKey): Promise<Operation> {
  const operation = reads[key];
  if (operation === undefined) throw new Error(`no operation ${key}`);
  return operation;
}

export interface Thing {
  readonly id: string;
  readonly name: string;
  readonly dateAdded: string;
}

/** What becomes of one creation. `lose`: the connection breaks, with or without the thing having been made. */
export type Fate =
  | 'create'
  | 'lose'
  | 'create-and-lose'
  | 'fail'
  | 'refuse'
  | 'doubtful'
  | 'create-and-doubtful'
  | 'duplicate'
  | 'limit'
  | ((response: ServerResponse, request: RecordedRequest) => void);

export interface Things {
  readonly url: string;
  readonly things: Thing[];
  /** Of the next creations, in order; afterwards they succeed. */
  readonly fates: Fate[];
  /** The server's own clock, in epoch milliseconds. */
  now: number;
  countWrites(): number;
  countReads(): number;
  add(fields?: Partial<Thing>): Thing;
}

/** Times are of the server's own clock, so that no test depends on how fast it runs. */
export async function startThings(answerReads?: (response: ServerResponse) => void): Promise<Things> {
  const { url, requests } = await startRecorder((response, request) => {
    const id = /^\/things\/(\w+)$/.exec(request.url)?.[1];
    const seen = id === undefined ? { things: server.things } : server.things.find((thing) => thing.id === id);
    if (request.method !== 'GET') decide(response, request);
    else if (answerReads !== undefined) answerReads(response);
    else answer(response, seen);
  });

  function answer(response: ServerResponse, value: unknown, status = 200, headers = {}): void {
    const date = new Date(server.now).toUTCString();
    response.writeHead(status, { 'content-type': 'application/json', date, ...headers }).end(JSON.stringify(value));
  }

  function decide(response: ServerResponse, request: RecordedRequest): void {
    const fate = server.fates.shift() ?? 'create';
    if (typeof fate === 'function') {
      fate(response, request);
      return;
    }
    const { name = '' } = JSON.parse(request.body.toString() || '{}') as { name?: string };
    const thing = fate.startsWith('create') ? server.add({ name }) : undefined;
    const meta = { contactId: server.things[0]?.id };
    const duplicate = { message: 'This location does not allow duplicated things', meta };
    if (fate.endsWith('lose')) response.destroy();
    else if (fate.endsWith('doubtful')) answer(response, { message: 'name is doubtful' }, 422);
    else if (fate === 'fail') answer(response, { message: 'Internal error' }, 502);
    else if (fate === 'refuse') answer(response, { message: 'name is bad' }, 400);
    else if (fate === 'limit') answer(response, { message: 'slow down' }, 429, { 'retry-after': '0' });
    else if (fate === 'duplicate') answer(response, duplicate, 400);
    else answer(response, { thing }, 201);
  }

  const server: Things = {
    url,
    things: [],
    fates: [],
    now: Date.parse('2026-03-01T12:00:00Z'),
    countWrites: () => requests.filter(({ method }) => method !== 'GET').length,
    countReads: () => requests.filter(({ method }) => method === 'GET').length,
    add(fields = {}) {
      const dateAdded = new Date(server.now).toISOString();
      const thing = { id: `thing${server.things.length + 1}`, name: args.name, dateAdded, ...fields };
      server.things.unshift(thing);
      return thing;
    },
  };
  return server;
}

/** The state's time, which goes only when told. */
export class TestStateClock implements StateClock {
  readonly boot = 'test';
  #ms = 1_000_000;
  monotonicMs = (): number => this.#ms;
  wallMs = (): number => Date.parse('2026-03-01T12:00:00Z') + this.#ms;
  advance(ms: number): void {
    this.#ms += ms;
  }
}

export interface Setting {
  readonly clock?: StateClock;
  readonly path?: string;
  /** Instead of the state's own records. */
  readonly wrap?: (records: Records) => Records;
  readonly options?: Partial<HighLevelClientOptions>;
}

/** A client with a state of its own, or on a file that others use too. The deadline leaves no time for waits of a second. */
export function startClient(url: string, { clock, path, wrap = (records) => records, options }: Setting = {}) {
  const sqlite = createSqliteState({ path, clock });
  const { records } = sqlite;
  const state = { ...sqlite, records: wrap(records) };
  const client = createTestClient(url, { state, loadOperation, deadlineMs: 900, ...options });
  const write = (effect: Effect, given: Arguments = args, context: CallContext = {}) =>
    client.execute(createThing, given, { effect, ...context });
  return { client, write, records };
}

/** A file for a state. */
export function makeStateFile(): string {
  return join(createFolder('journal'), 'state.sqlite');
}

export type KeptEntry = Entry & { readonly name: string };

/** What the journal holds, as another process sees it. */
export function readEntries(path: string): KeptEntry[] {
  const database = new DatabaseSync(path, { readOnly: true });
  const rows = database
    .prepare("SELECT key, value FROM records WHERE key GLOB 'key:*' OR key GLOB 'content:*' ORDER BY key")
    .all();
  database.close();
  return rows.map(({ key, value }) => ({ ...(JSON.parse(String(value)) as Entry), name: String(key) }));
}

/** Under which names the journal keeps a creation. */
export async function nameEntries(idempotencyKey?: string, given: Arguments = args): Promise<EntryKeys> {
  const { id } = await createPrivateIntegrationTokens([{ token }]).resolveToken({
    locationId: 'L1',
    companyId: undefined,
    level: 'any',
  });
  const subject = { token: id, locationId: 'L1', companyId: undefined };
  return buildEntryKeys(subject, 'POST /things/', given, idempotencyKey);
}

/** Leaves an entry as some process would have. */
export async function plantEntry(records: Records, entry: Partial<Entry>, idempotencyKey?: string): Promise<void> {
  const keys = await nameEntries(idempotencyKey);
  const base = {
    state: 'sent',
    operation: 'POST /things/',
    args: keys.args,
    attempt: 'theirs',
    owner: 'other',
  } as const;
  const name = keys.byKey ?? keys.byContent;
  const found = await records.get(name);
  const options = { expected: found?.version ?? 'absent', keepMs: 86_400_000 };
  await records.put(name, serializeEntry({ ...base, ...entry }), options);
}

/** Says that the owner of planted entries lives, on another machine. */
export async function plantLife(records: Records): Promise<void> {
  const life = JSON.stringify({ machine: 'elsewhere', pid: 1 });
  await records.put('owner:other', life, { expected: 'absent', keepMs: 86_400_000 });
}
