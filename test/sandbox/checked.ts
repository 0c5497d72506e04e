/** A sandbox on a real socket whose every answer is checked against its document: the official SDK, and plain fetch. */
import { onTestFinished } from 'vitest';
import type { Operation, Operations } from '../../src/catalogue/operation.ts';
import { domains } from '../../src/sandbox/domains/index.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { connectSdk } from './sdk.ts';

// biome-ignore lint/suspicious/noExplicitAny: the SDK's types repeat what the documents get wrong
export type Answer = any;

/** Calls a method of a service of the SDK by name: `call('listShippingZones', { … })`. */
export type Call = (method: string, ...args: unknown[]) => Promise<Answer>;

export interface Checked {
  readonly sandbox: Sandbox;
  readonly locationId: string;
  readonly otherLocationId: string;
  readonly companyId: string;
  /** `altId` and `altType` of the first location. */
  readonly owner: { readonly altId: string; readonly altType: 'location' };
  /** A service of the SDK with a token; without one, the first location's. */
  service(name: string, token?: string): Call;
  /** For what the SDK has no method for, and for refusals. */
  send(
    method: string,
    path: string,
    sending?: { json?: unknown; form?: FormData; token?: string; version?: string },
  ): Promise<{ status: number; body: Answer }>;
  /** Moves the time of the sandbox. */
  passMs(milliseconds: number): void;
}

interface AxiosLike {
  readonly httpClient: {
    readonly interceptors: { readonly response: { use(handler: (response: AxiosAnswer) => AxiosAnswer): void } };
  };
}

interface AxiosAnswer {
  readonly status: number;
  readonly data: unknown;
  readonly config: { readonly method: string; readonly url: string };
}

/** The 15th of September 2026, a Tuesday, 15:00 UTC. */
export const startTime = Date.parse('2026-09-15T15:00:00Z');

/** Nine tenths of the time that a sandbox takes to fill; what these tests are about does not lean on them. */
const costlySeeds: ReadonlySet<string> = new Set(['calendars', 'conversations', 'invoices', 'payments']);

const lightDomains = domains.map((domain) =>
  costlySeeds.has(domain.name) ? { name: domain.name, handlers: domain.handlers } : domain,
);

function findOperation(facts: Operations, method: string, url: string): Operation {
  const path = url.split('?')[0] ?? '';
  const matching = Object.values(facts).filter((operation) => {
    const pattern = operation.path.replace(/\{[^}]+\}/g, '[^/]+');
    return operation.method === method.toUpperCase() && new RegExp(`^${pattern}$`).test(path);
  });
  // A path without parameters wins over one that would swallow it.
  const [operation] = matching.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length);
  if (operation === undefined) throw new Error(`no operation ${method} ${url}`);
  return operation;
}

/** Starts a sandbox for the running test and ends it afterwards. `facts`: the operations that the test calls. */
export async function openChecked(...facts: readonly Operations[]): Promise<Checked> {
  const known: Operations = Object.assign({}, ...facts);
  let now = startTime;
  const sandbox = createSandbox({
    clock: () => now,
    indexLagMs: 0,
    rateLimit: { max: 100_000 },
    domains: lightDomains,
  });
  onTestFinished(() => sandbox.close());
  const { url } = await sandbox.listen();
  const [locationId, otherLocationId] = sandbox.world.locationIds;

  /** Fails the call whose answer is not what HighLevel documents. */
  function check(method: string, path: string, status: number, body: unknown): void {
    const operation = findOperation(known, method, path);
    const key = `${operation.method} ${operation.path}`;
    if (status !== operation.success) throw new Error(`${key} answered ${status} ${JSON.stringify(body)}`);
    const issues = operation.output?.().safeParse(body).error?.issues ?? [];
    if (issues.length > 0) throw new Error(`${key}: ${JSON.stringify(issues.slice(0, 3))}`);
  }

  return {
    sandbox,
    locationId,
    otherLocationId,
    companyId: sandbox.world.companyId,
    owner: { altId: locationId, altType: 'location' },
    service(name, token = sandbox.tokens.location) {
      const sdk = connectSdk(url, token);
      (sdk as unknown as AxiosLike).httpClient.interceptors.response.use((response) => {
        check(response.config.method, response.config.url, response.status, response.data);
        return response;
      });
      const service = (sdk as unknown as Record<string, Record<string, Call | undefined>>)[name];
      return async (method, ...args) => {
        const call = service?.[method] as ((...all: unknown[]) => Promise<Answer>) | undefined;
        if (call === undefined) throw new Error(`the SDK has no method ${name}.${method}`);
        return call.apply(service, args);
      };
    },
    async send(method, path, { json, form, token = sandbox.tokens.location, version = '2021-07-28' } = {}) {
      const headers = { authorization: `Bearer ${token}`, version };
      const response = await fetch(url + path, {
        method,
        // A form brings its own content type.
        headers: form === undefined ? { ...headers, 'content-type': 'application/json' } : headers,
        ...(json !== undefined && { body: JSON.stringify(json) }),
        ...(form !== undefined && { body: form }),
      });
      const body = await response.json();
      if (response.ok) check(method, path, response.status, body);
      return { status: response.status, body };
    },
    passMs(milliseconds) {
      now += milliseconds;
    },
  };
}
