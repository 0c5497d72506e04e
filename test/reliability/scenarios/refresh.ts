/** Many processes with one OAuth account whose token has expired, and processes that die while they refresh it. */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createVault } from '../../../src/highlevel/accounts/vault.ts';
import { createOAuthEndpoint } from '../../../src/highlevel/auth/oauth/endpoint.ts';
import { createAccount } from '../../../src/highlevel/auth/oauth/login.ts';
import { createOAuthTokens } from '../../../src/highlevel/auth/oauth/source.ts';
import { Secret } from '../../../src/highlevel/auth/secret.ts';
import { sandboxApp, sandboxCodes } from '../../../src/sandbox/domains/oauth/records.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { openState } from '../../../src/state/open.ts';
import { startNode } from '../../support/processes.ts';
import { createFolder } from '../../support/run.ts';

export interface RefreshReport {
  readonly processes: number;
  /** Requests to the token endpoint. */
  readonly refreshes: number;
  /** Different tokens that the processes ended up with. */
  readonly tokens: number;
  /** Processes that got none, or one that HighLevel does not know. */
  readonly lost: number;
}

export interface RefreshKillsReport {
  readonly kills: number;
  /** Kills after which the next process got no token that works, then or a day later. */
  readonly lockedOut: number;
}

const DAY_MS = 25 * 3_600_000;
const script = fileURLToPath(new URL('../refresh-process.ts', import.meta.url));

/** All of them wake up to an expired token at once, one day after the other. */
export async function runRefresh(processes: number, days = 1, place?: string): Promise<RefreshReport> {
  const world = await createOAuthWorld(place);
  try {
    const tokens = new Set<string>();
    let lost = 0;
    for (let day = 0; day < days; day += 1) {
      world.passMs(DAY_MS);
      const all = await Promise.all(Array.from({ length: processes }, () => world.start()));
      const results = await Promise.all(all.map((one) => one.resolve()));
      for (const token of results) {
        if (token === undefined || !(await world.works(token))) lost += 1;
        else tokens.add(token);
      }
    }
    return { processes, refreshes: world.countRefreshes(), tokens: tokens.size, lost };
  } finally {
    await world.close();
  }
}

/** A process dies between any two of its steps; another one follows. */
export async function runRefreshKills(): Promise<RefreshKillsReport> {
  const world = await createOAuthWorld();
  try {
    let lockedOut = 0;
    for (let killAt = 0; ; killAt += 1) {
      world.passMs(DAY_MS);
      const victim = await world.start(killAt);
      await victim.resolve();
      if (!(await victim.wasKilled())) return { kills: killAt, lockedOut };
      const next = await world.resolveHere();
      world.passMs(DAY_MS);
      const later = await world.resolveHere();
      const isFine = next !== undefined && later !== undefined && next !== later && (await world.works(later));
      if (!isFine) lockedOut += 1;
    }
  } finally {
    await world.close();
  }
}

interface Started {
  /** Lets it go. @returns the fingerprint of its token; undefined when it died */
  resolve(): Promise<string | undefined>;
  /** Waits for its end. */
  wasKilled(): Promise<boolean>;
}

/** @param place Of the state; default: a folder. */
async function createOAuthWorld(place?: string) {
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const sandbox = createSandbox({ clock: now, logSize: Number.POSITIVE_INFINITY });
  const { url } = await sandbox.listen();
  const folder = createFolder('refresh');
  const state = await openState(place ?? folder);
  const vault = createVault(state.records, Buffer.alloc(32, 7));
  const app = { clientId: sandboxApp.clientId, clientSecret: new Secret(sandboxApp.clientSecret) };
  const endpoint = createOAuthEndpoint({ baseUrl: url });
  const grant = await endpoint.redeemCode(app, new Secret(sandboxCodes.location), 'http://localhost:1/');
  await vault.replace('main', createAccount(app, grant, now()));
  const children = new Set<ChildProcess>();
  return {
    passMs(ms: number) {
      aheadMs += ms;
    },
    countRefreshes: () => sandbox.requests.filter(({ path }) => path === '/oauth/token').length - 1,
    async start(killAt?: number): Promise<Started> {
      const child = startNode([script], {
        isHeard: true,
        environment: {
          REFRESH_URL: url,
          REFRESH_STATE: place ?? folder,
          REFRESH_AHEAD_MS: String(aheadMs),
          ...(killAt !== undefined && { REFRESH_KILL_AT: String(killAt) }),
        },
      });
      children.add(child);
      const ended = once(child, 'exit');
      const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
      await lines.next();
      return {
        async resolve() {
          child.stdin.end('go\n');
          const { value } = await lines.next();
          children.delete(child);
          return value;
        },
        async wasKilled() {
          const [, signal] = await ended;
          return signal === 'SIGKILL';
        },
      };
    },
    /** As the next process, which is this one. */
    async resolveHere(): Promise<string | undefined> {
      const source = createOAuthTokens({ name: 'main', vault, records: state.records, endpoint, now });
      return await source.resolveToken({ level: 'any' }).then(
        ({ secret }) => secret.fingerprint(),
        () => undefined,
      );
    },
    /** Whether it is the stored one, and HighLevel knows it. */
    async works(fingerprint: string): Promise<boolean> {
      const account = (await vault.read('main'))?.account;
      if (account?.kind !== 'oauth' || new Secret(account.accessToken).fingerprint() !== fingerprint) return false;
      const headers = { authorization: `Bearer ${account.accessToken}`, version: '2021-07-28' };
      return (await fetch(`${url}/locations/${account.locationId}`, { headers })).ok;
    },
    async close() {
      for (const child of children) child.kill('SIGKILL');
      await state.close();
      await sandbox.close();
    },
  };
}
