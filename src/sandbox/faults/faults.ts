/** Faults that can be switched on: by header for one request, in a queue for the next ones, or by rate. */
import { createRandom } from '../store/random.ts';
import { type Fault, type FaultText, parseFault } from './kinds.ts';

export interface FaultFilter {
  readonly method?: string;
  /** Start of the path, or a pattern for path and query. */
  readonly path?: string | RegExp;
}

export interface FaultRule extends FaultFilter {
  readonly fault: FaultText;
  /** Share of the matching requests, 0 to 1. */
  readonly rate: number;
}

export interface Faults {
  /** The next `times` (default 1) matching requests fail. */
  next(fault: FaultText, options?: FaultFilter & { readonly times?: number }): void;
  /** From now on this share of matching requests fails; drawn from the seed. */
  rate(rule: FaultRule): void;
  /** Ends all queued and rated faults. */
  clear(): void;
}

export interface FaultSource extends Faults {
  /** What happens to this request: its own header first, then the queue, then the rates. */
  draw(request: { method: string; url: string; header: string | undefined }): Fault | undefined;
}

interface Queued extends FaultFilter {
  readonly fault: Fault;
  left: number;
}

interface Rated extends FaultFilter {
  readonly fault: Fault;
  readonly rate: number;
}

/**
 * Its randomness is its own, so that a fault drawn does not change the ids that the world gives out.
 * Throws when an initial rule has an unknown fault.
 */
export function createFaults(seed: number, initial: readonly FaultRule[] = []): FaultSource {
  const random = createRandom(seed ^ 0x0fa1_75ed);
  let queue: Queued[] = [];
  let rules: Rated[] = initial.map(parseRule);
  return {
    next(fault, { times = 1, ...filter } = {}) {
      queue.push({ ...filter, fault: parseFault(fault), left: times });
    },
    rate(rule) {
      rules.push(parseRule(rule));
    },
    clear() {
      queue = [];
      rules = [];
    },
    draw({ method, url, header }) {
      if (header !== undefined) return parseFault(header);
      const queued = queue.find((entry) => entry.left > 0 && isMatch(entry, method, url));
      if (queued !== undefined) {
        queued.left -= 1;
        queue = queue.filter((entry) => entry.left > 0);
        return queued.fault;
      }
      return rules.find((entry) => isMatch(entry, method, url) && random.next() < entry.rate)?.fault;
    },
  };
}

function parseRule(rule: FaultRule): Rated {
  return { ...rule, fault: parseFault(rule.fault) };
}

function isMatch({ method, path }: FaultFilter, sentMethod: string, url: string): boolean {
  if (method !== undefined && method.toUpperCase() !== sentMethod) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? url.startsWith(path) : path.test(url);
}
