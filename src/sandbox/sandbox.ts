/** HighLevel in a box: a stateful simulator of the API that behaves as behaviour.md says the real one does. */
import type { AddressInfo } from 'node:net';
import { getFullCatalogue, type SandboxCatalogue } from './catalogue.ts';
import type { Domain } from './domain.ts';
import { domains as allDomains } from './domains/index.ts';
import { createFaults, type FaultRule, type Faults } from './faults/faults.ts';
import { createRateLimiter, defaultRateLimit, type RateLimitOptions } from './gate/rate-limit.ts';
import type { Handler, Handlers } from './handler.ts';
import { seedWorld } from './seed/seed.ts';
import { createBooks, type RequestCounts } from './server/books.ts';
import { createHttpServer } from './server/http.ts';
import type { LoggedRequest } from './server/log.ts';
import { createPages } from './server/pages.ts';
import { createResponder } from './server/respond.ts';
import { createRandom, createUuid } from './store/random.ts';
import { createWorldStore } from './store/world.ts';
import { createToken, sandboxTokens, seedTokens, type TokenRequest } from './tokens.ts';
import type { World } from './world.ts';

export interface SandboxOptions {
  /** Default 1. The same seed and clock give the same world. */
  readonly seed?: number;
  /** Where the world is kept; without, it lives in memory. A file brings its own seed. */
  readonly file?: string;
  /** Epoch milliseconds; default the machine's clock. */
  readonly clock?: () => number;
  /** Milliseconds that never go back, for the books; default the process's own. */
  readonly monotonicClock?: () => number;
  readonly rateLimit?: Partial<RateLimitOptions>;
  /** How long lists and searches lag behind writes; default 2000, 0 for never. */
  readonly indexLagMs?: number;
  /** Faults by rate, from the start. */
  readonly faults?: readonly FaultRule[];
  /** False: a new world has tokens and nothing else. */
  readonly populate?: boolean;
  /** How many requests are kept in `requests`; default 1000. Infinity keeps all. */
  readonly logSize?: number;
  /** Default 100 MB. */
  readonly maxBodyBytes?: number;
  /** Other operations than HighLevel's, for tests. */
  readonly catalogue?: SandboxCatalogue;
  readonly domains?: readonly Domain[];
}

export interface SandboxTokens {
  /** Every location scope in the first location. */
  readonly location: string;
  /** Every location scope in the second location. */
  readonly secondLocation: string;
  /** Every agency scope. */
  readonly agency: string;
  /** Mints another. */
  create(request?: TokenRequest): string;
}

export interface Sandbox {
  readonly world: World;
  readonly tokens: SandboxTokens;
  readonly faults: Faults;
  /** The last requests (`logSize` of them), in the order in which they were received whole. */
  readonly requests: readonly LoggedRequest[];
  /** Goes on counting. */
  readonly counts: RequestCounts;
  /** Serves on loopback; port 0 (the default) takes a free one. */
  listen(port?: number, host?: string): Promise<{ url: string; port: number }>;
  /** Ends connections and closes the file. */
  close(): Promise<void>;
}

/** Builds the world, seeded if it is new. Throws when the file is in use, or two domains handle one operation. */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  const { seed = 1, clock = Date.now, indexLagMs = 2000, domains = allDomains } = options;
  const store = createWorldStore({ seed, indexLagMs, now: clock, file: options.file });
  const { world } = store;
  if (store.isNew) {
    seedTokens(world);
    if (options.populate !== false) seedWorld(world, domains);
    store.settle();
    store.save();
  }
  const limiter = createRateLimiter({ ...defaultRateLimit, ...options.rateLimit }, clock);
  const faults = createFaults(seed, options.faults);
  const { logSize = 1000, monotonicClock = () => performance.now() } = options;
  const books = createBooks(logSize);
  const traces = createRandom(seed ^ 0x7ace_1d00);
  const closing = new AbortController();
  const { catalogue = getFullCatalogue(), maxBodyBytes = 100 * 1024 * 1024 } = options;
  const handlers = mergeHandlers(domains);
  const server = createHttpServer({
    responder: createResponder({ catalogue, world, limiter, handlers, monotonicClock, save: store.save }),
    faults,
    books,
    maxBodyBytes,
    monotonicClock,
    createTraceId: () => createUuid(traces),
    signal: closing.signal,
    getPage: createPages(domains, world, store.save),
  });

  return {
    world,
    faults,
    requests: books.requests,
    counts: books.counts,
    tokens: {
      ...sandboxTokens,
      create(request) {
        const { id } = createToken(world, request);
        store.save();
        return id;
      },
    },
    async listen(port = 0, host = '127.0.0.1') {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => {
          server.off('error', reject);
          resolve();
        });
      });
      const address = server.address() as AddressInfo;
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`, port: address.port };
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      if (server.listening) await new Promise((resolve) => server.close(resolve));
      store.close();
    },
  };
}

function mergeHandlers(domains: readonly Domain[]): Handlers {
  const merged = new Map<string, Handler>();
  for (const domain of domains) {
    for (const [key, handler] of Object.entries(domain.handlers)) {
      if (handler === undefined) continue;
      if (merged.has(key)) throw new Error(`${domain.name} handles ${key}, as another domain does`);
      merged.set(key, handler);
    }
  }
  return Object.fromEntries(merged);
}
