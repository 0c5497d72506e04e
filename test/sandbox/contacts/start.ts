/** A sandbox on a real socket, with the official SDK and plain fetch to call it. */
import { onTestFinished } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { connectSdk, type HighLevelSdk } from '../sdk.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
  readonly body: any;
}

export interface CallOptions {
  /** Default: that of the first location. */
  readonly token?: string;
  readonly version?: string;
}

export interface Started {
  readonly sandbox: Sandbox;
  readonly sdk: HighLevelSdk;
  readonly locationId: string;
  readonly otherLocationId: string;
  call(method: string, path: string, body?: unknown, as?: CallOptions): Promise<Answer>;
}

/** Closed when the test is over. Lists follow writes at once unless the test asks for a lag. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Started> {
  const sandbox = createSandbox({ indexLagMs: 0, rateLimit: { max: 100_000 }, ...options });
  onTestFinished(() => sandbox.close());
  const { url } = await sandbox.listen();
  const [locationId, otherLocationId] = sandbox.world.locationIds;
  return {
    sandbox,
    sdk: connectSdk(url, sandbox.tokens.location),
    locationId,
    otherLocationId,
    async call(method, path, body, { token = sandbox.tokens.location, version = '2021-07-28' } = {}) {
      const response = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${token}`, version, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: await response.json() };
    },
  };
}
