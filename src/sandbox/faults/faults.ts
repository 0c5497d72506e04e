/** Faults that can be switched on: by header for one request, in a queue for the next ones, or by rate. */
import { createRandom } from '../store/random.ts';

/**
 * - `delay`: answers late. `429`, `500`: refused before anything is processed.
 * - `drop-before`: the connection breaks before processing. `drop-after`: it breaks after, without an answer.
 * - `truncate`: processed, but half of the answer arrives.
 */
export type Fault =
  | { readonly kind: 'delay'; readonly delayMs: number }
  | { readonly kind: '429' | '500' | 'drop-before' | 'drop-after' | 'truncate' };

/** `delay=200` or the bare kind of a fault, as in the header `x-sandbox-fault`. */
export type FaultText = `delay=${number}` | '429' | '500' | 'drop-before' | 'drop-after' | 'truncate';

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

/** Its randomness is its own, so that a fault drawn does not change the ids that the world gives out. */
export function createFaults(seed: number, initial: readonly FaultRule[] = []): FaultSource {
  const random = createRandom(seed ^ 0x0fa1_75ed);
  let queue: Queued[] = [];
  let rules: FaultRule[] = [...initial];
  return {
    next(fault, { times = 1, ...filter } = {}) {
      queue.push({ ...filter, fault: parseFault(fault), left: times });
    },
    rate(rule) {
      parseFault(rule.fault);
      rules.push(rule);
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
      const rule = rules.find((entry) => isMatch(entry, method, url) && random.next() < entry.rate);
      return rule && parseFault(rule.fault);
    },
  };
}

/** Throws on anything but a `FaultText`: a misspelt fault must not pass for none. */
export function parseFault(text: string): Fault {
  // Nine digits are all that a timer holds.
  const delayMs = /^delay=(\d{1,9})$/.exec(text)?.[1];
  if (delayMs !== undefined) return { kind: 'delay', delayMs: Number(delayMs) };
  for (const kind of ['429', '500', 'drop-before', 'drop-after', 'truncate'] as const) {
    if (text === kind) return { kind };
  }
  throw new Error(`unknown fault ${text}: use delay=<ms>, 429, 500, drop-before, drop-after or truncate`);
}

function isMatch({ method, path }: FaultFilter, sentMethod: string, url: string): boolean {
  if (method !== undefined && method.toUpperCase() !== sentMethod) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? url.startsWith(path) : path.test(url);
}
