/** A sandbox whose answers get lost, and HighLevel's clients in it. */
import { onTestFinished } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import type { Guide } from '../../../src/catalogue/guide.ts';
import type { Operation, OperationKey } from '../../../src/catalogue/operation.ts';
import { type CallResult, createHighLevelClient, type HighLevelClient } from '../../../src/highlevel/client.ts';
import { resolveEffect } from '../../../src/highlevel/effect.ts';
import { createTokenPair } from '../../../src/sandbox/domains/oauth/grants.ts';
import { sandboxApp } from '../../../src/sandbox/domains/oauth/records.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';

// biome-ignore lint/suspicious/noExplicitAny: records are looked into field by field
export type Item = any;
export type Arguments = Readonly<Record<string, unknown>>;

export const hourMs = 3_600_000;

const catalogue = createCatalogue();

export interface Loaded {
  readonly operation: Operation;
  readonly guide: Guide;
}

export async function load(key: string): Promise<Loaded> {
  const row = catalogue.findByKey(key);
  if (row === undefined) throw new Error(`no operation is ${key}`);
  return catalogue.loadOperation(row);
}

export interface Account {
  readonly sandbox: Sandbox;
  readonly locationId: string;
  readonly companyId: string;
  /** The records of a collection, those of the first location unless it belongs to the company. */
  list(collection: string): Item[];
  /** The first of them that fits. */
  pick(collection: string, isFit?: (item: Item) => boolean): Item;
  /** An undisturbed call of somebody else's client; gives the answer's data. */
  call(key: OperationKey, args: Arguments): Promise<Item>;
  /** A call of the client that is put to the test. */
  execute(key: OperationKey, args: Arguments, idempotencyKey: string): Promise<CallResult>;
  passMs(milliseconds: number): void;
  countProcessed(key: string): number;
}

/** An hour ago, so that there can be twins from then. Closed when the test ends; lists follow writes at once. */
export async function openAccount(): Promise<Account> {
  // The Date header is the machine's, so the account catches up with it.
  let behindMs = hourMs;
  const sandbox = createSandbox({ clock: () => Date.now() - behindMs, indexLagMs: 0, rateLimit: { max: 100_000 } });
  onTestFinished(() => sandbox.close());
  const { url } = await sandbox.listen();
  const { world, tokens } = sandbox;
  const [locationId] = world.locationIds;
  const { companyId } = world;
  const userId = world.collection('users').all()[0]?.id ?? '';
  const { clientId } = sandboxApp;
  const grant = { userType: 'Location', grantedLocationId: locationId, userId, clientId } as const;
  const app = createTokenPair(world, grant).accessToken;
  const byKind = { location: tokens.location, agency: tokens.agency, app } as const;
  const clients = new Map<string, HighLevelClient>();

  function getClient(owner: string, token: string): HighLevelClient {
    const known = clients.get(owner + token);
    if (known !== undefined) return known;
    const client = createHighLevelClient({
      token,
      baseUrl: url,
      idempotency: { settleMs: 1 },
      loadOperation: (key) => catalogue.loadOperationByKey(key),
    });
    onTestFinished(() => client.close());
    clients.set(owner + token, client);
    return client;
  }

  async function run(owner: string, key: OperationKey, args: Arguments, idempotencyKey?: string): Promise<CallResult> {
    const { operation, guide } = await load(key);
    const { appOnly, level } = catalogue.findByKey(key) ?? {};
    const token = byKind[appOnly ? 'app' : level === 'agency' ? 'agency' : 'location'];
    const known: Arguments = { locationId, altId: locationId, altType: 'location', companyId };
    const names = Object.keys(known).filter((name) => Object.hasOwn(operation.places, name));
    const context = Object.fromEntries(names.map((name) => [name, known[name]]));
    const effect = resolveEffect(guide);
    return getClient(owner, token).execute(
      operation,
      { ...context, ...args },
      { effect, idempotencyKey, locationId, companyId },
    );
  }

  function list(collection: string): Item[] {
    const items = world.collection(collection);
    const own = items.inLocation(locationId);
    return own.length > 0 ? own : items.all();
  }

  return {
    sandbox,
    locationId,
    companyId,
    list,
    pick(collection, isFit = () => true) {
      const found = list(collection).find(isFit);
      if (found === undefined) throw new Error(`no record of ${collection} fits`);
      return found;
    },
    call: async (key, args) => (await run('somebody', key, args)).data,
    execute: (key, args, idempotencyKey) => run('own', key, args, idempotencyKey),
    passMs(milliseconds) {
      behindMs -= milliseconds;
    },
    countProcessed: (key) => sandbox.requests.filter((request) => request.key === key && request.isProcessed).length,
  };
}
