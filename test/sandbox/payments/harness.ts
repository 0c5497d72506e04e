/** A sandbox with its seeded trade, HighLevel's SDK connected to it, and every answer checked against its schema. */
import { onTestFinished } from 'vitest';
import type { Operation } from '../../../src/catalogue/operation.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { operations as invoiceOperations } from '../../../tools/invoices/operations.gen.ts';
import { operations as paymentOperations } from '../../../tools/payments/operations.gen.ts';
import { operations as productOperations } from '../../../tools/products/operations.gen.ts';
import { connectSdk } from '../sdk.ts';

const operations: readonly Operation[] = [invoiceOperations, paymentOperations, productOperations].flatMap((group) =>
  Object.values(group),
);

// biome-ignore lint/suspicious/noExplicitAny: the SDK's types repeat what the documents get wrong (lines typed string)
export type Answer = any;

/** One service of the SDK, its methods by name. */
type Service = Readonly<Record<string, (...args: unknown[]) => Promise<Answer>>>;

/** Calls a method of a service of the SDK: `call('listOrders', { … })`. */
type Call = (method: string, ...args: unknown[]) => Promise<Answer>;

export interface Shop {
  readonly sandbox: Sandbox;
  readonly locationId: string;
  /** `altId` and `altType`, as most of these operations want them. */
  readonly owner: { readonly altId: string; readonly altType: 'location' };
  readonly invoices: Call;
  readonly payments: Call;
  readonly products: Call;
  /** The time of the sandbox, moved by hand. */
  passDays(days: number): void;
  fetch(method: string, path: string, body?: unknown): Promise<{ status: number; body: Answer }>;
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

function findOperation(method: string, url: string): Operation | undefined {
  const path = url.split('?')[0] ?? '';
  const matching = operations.filter((operation) => {
    const pattern = operation.path.replace(/\{[^}]+\}/g, '[^/]+');
    return operation.method === method.toUpperCase() && new RegExp(`^${pattern}$`).test(path);
  });
  // A path without parameters wins over one that would swallow it.
  return matching.toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
}

/** Fails the call whose answer is not what HighLevel documents. */
function checkAnswer(response: AxiosAnswer): AxiosAnswer {
  const { method, url } = response.config;
  const operation = findOperation(method, url);
  if (operation === undefined) throw new Error(`no operation ${method} ${url}`);
  const key = `${operation.method} ${operation.path}`;
  if (response.status !== operation.success) throw new Error(`${key} answered ${response.status}`);
  const issues = operation.output?.().safeParse(response.data).error?.issues ?? [];
  if (issues.length > 0) throw new Error(`${key}: ${JSON.stringify(issues.slice(0, 3))}`);
  return response;
}

function createCall(service: Service): Call {
  return async (method, ...args) => {
    const call = service[method];
    if (call === undefined) throw new Error(`the SDK has no method ${method}`);
    return call.apply(service, args);
  };
}

/** The 15th of September 2026, a Tuesday, 15:00 UTC. */
export const startTime = Date.parse('2026-09-15T15:00:00Z');

/** Starts a sandbox for the running test and ends it afterwards. */
export async function openShop(): Promise<Shop> {
  let now = startTime;
  const sandbox = createSandbox({ clock: () => now, indexLagMs: 0, rateLimit: { max: 100_000 } });
  onTestFinished(() => sandbox.close());
  const { url } = await sandbox.listen();
  const sdk = connectSdk(url, sandbox.tokens.location);
  (sdk as unknown as AxiosLike).httpClient.interceptors.response.use(checkAnswer);
  const services = sdk as unknown as Record<'invoices' | 'payments' | 'products', Service>;
  const locationId = sandbox.world.locationIds[0];
  const headers = {
    authorization: `Bearer ${sandbox.tokens.location}`,
    version: '2021-07-28',
    'content-type': 'application/json',
  };
  return {
    sandbox,
    locationId,
    owner: { altId: locationId, altType: 'location' },
    invoices: createCall(services.invoices),
    payments: createCall(services.payments),
    products: createCall(services.products),
    passDays(days) {
      now += days * 86_400_000;
    },
    async fetch(method, path, body) {
      const init = body === undefined ? {} : { body: JSON.stringify(body) };
      const response = await fetch(url + path, { method, headers, ...init });
      return { status: response.status, body: await response.json() };
    },
  };
}
