/** A sandbox on a real socket: the official SDK for what it can do, and requests by hand for the rest. */
import { onTestFinished } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { connectSdk, type HighLevelSdk } from '../sdk.ts';

export interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
  readonly body: any;
}

export interface Sending {
  readonly json?: unknown;
  readonly form?: FormData | URLSearchParams;
  /** Default: the first location's; null: none. */
  readonly token?: string | null;
  readonly version?: string;
}

export interface Started {
  readonly sandbox: Sandbox;
  readonly sdk: HighLevelSdk;
  readonly locationId: string;
  readonly otherLocationId: string;
  send(method: string, path: string, sending?: Sending): Promise<Answer>;
  /** `send` with the JSON and the token that most refusals need. */
  call(method: string, path: string, json?: unknown, token?: string): Promise<Answer>;
}

/** Closed when the test is over. Lists follow writes at once unless the test asks for a lag. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Started> {
  const sandbox = createSandbox({ indexLagMs: 0, ...options });
  onTestFinished(() => sandbox.close());
  const { url } = await sandbox.listen();
  const [locationId, otherLocationId] = sandbox.world.locationIds;
  const { location } = sandbox.tokens;

  async function send(method: string, path: string, sending: Sending = {}): Promise<Answer> {
    const { json, form, token = location, version = '2021-07-28' } = sending;
    const body = json === undefined ? form : JSON.stringify(json);
    const response = await fetch(url + path, {
      method,
      headers: {
        version,
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(json !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body }),
    });
    return { status: response.status, body: await response.json() };
  }

  return {
    sandbox,
    sdk: connectSdk(url, location),
    locationId,
    otherLocationId,
    send,
    call: (method, path, json, token = location) => send(method, path, { json, token }),
  };
}
