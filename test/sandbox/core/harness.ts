/** Opens sandboxes on real sockets and closes them after each test. */
import { fetch, type RequestInit } from 'undici';
import { afterEach } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { fixtureCatalogue, fixtureDomain } from './fixture.ts';

export interface Sent {
  readonly token?: string | null;
  readonly version?: string | null;
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: RequestInit['body'];
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of an answer
  readonly body: any;
}

export interface Opened {
  readonly sandbox: Sandbox;
  readonly url: string;
  /** Sends with a full token of the first location and an established Version unless told otherwise (null: none). */
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
}

const opened = new Set<Sandbox>();

afterEach(async () => {
  await Promise.all([...opened].map((sandbox) => sandbox.close()));
  opened.clear();
});

/** The epoch at which every test's clock starts: a Monday noon, UTC. */
export const startOfTest = Date.UTC(2026, 5, 15, 12);

export function createClock(): { now(): number; advance(ms: number): void } {
  let time = startOfTest;
  return {
    now: () => time,
    advance(ms) {
      time += ms;
    },
  };
}

/** A sandbox of the fixture's operations, with a still clock, unless the options say otherwise. */
export function openSandbox(options: SandboxOptions = {}): Promise<Opened> {
  const clock = createClock();
  return serve({ clock: clock.now, catalogue: fixtureCatalogue, domains: [fixtureDomain], ...options });
}

/** A sandbox of all operations and domains. */
export function openFullSandbox(options: SandboxOptions = {}): Promise<Opened> {
  const clock = createClock();
  return serve({ clock: clock.now, ...options });
}

async function serve(options: SandboxOptions): Promise<Opened> {
  const sandbox = createSandbox(options);
  opened.add(sandbox);
  const { url } = await sandbox.listen();
  return {
    sandbox,
    url,
    async send(method, path, { token = sandbox.tokens.location, version = '2021-07-28', json, headers, body } = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        duplex: 'half',
        headers: {
          ...(token !== null && { authorization: `Bearer ${token}` }),
          ...(version !== null && { version }),
          ...(json !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        body: json === undefined ? (body ?? null) : JSON.stringify(json),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: isJson && text !== '' ? JSON.parse(text) : text,
      };
    },
  };
}

/** Closes a sandbox before its test ends, as to open its file again. */
export async function closeSandbox(sandbox: Sandbox): Promise<void> {
  opened.delete(sandbox);
  await sandbox.close();
}
