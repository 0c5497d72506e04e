/**
 * A process that wants the token of the account `main`: says "ready", waits for a line, prints the token's fingerprint.
 * Told to, it kills itself after one of its steps, which is before the next one: each use of the store and each request
 * is a step.
 */
import { once } from 'node:events';
import { createVault } from '../../src/highlevel/accounts/vault.ts';
import { createOAuthEndpoint } from '../../src/highlevel/auth/oauth/endpoint.ts';
import { createOAuthTokens } from '../../src/highlevel/auth/oauth/source.ts';
import { openState } from '../../src/state/open.ts';
import type { Records } from '../../src/state/state.ts';

const { REFRESH_URL: baseUrl, REFRESH_STATE, REFRESH_AHEAD_MS, REFRESH_KILL_AT } = process.env;
const aheadMs = Number(REFRESH_AHEAD_MS);
const killAt = REFRESH_KILL_AT === undefined ? undefined : Number(REFRESH_KILL_AT);

let moment = 0;

async function dieHere(): Promise<void> {
  if (moment++ !== killAt) return;
  process.kill(process.pid, 'SIGKILL');
  await new Promise(() => {});
}

function mortal<A extends unknown[], R>(step: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    const result = await step(...args);
    await dieHere();
    return result;
  };
}

const state = await openState(REFRESH_STATE);
const { get, put, remove } = state.records;
const records: Records = { get: mortal(get), put: mortal(put), remove: mortal(remove) };
const endpoint = createOAuthEndpoint({ baseUrl });
const source = createOAuthTokens({
  name: 'main',
  vault: createVault(records, Buffer.alloc(32, 7)),
  records,
  endpoint: { ...endpoint, refresh: mortal(endpoint.refresh) },
  now: () => Date.now() + aheadMs,
});
process.stdout.write('ready\n');
await once(process.stdin, 'data');
const { secret } = await source.resolveToken({ level: 'any' });
process.stdout.write(`${secret.fingerprint()}\n`);
await state.close();
process.exit(0);
