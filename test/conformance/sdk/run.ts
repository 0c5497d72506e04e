/** Drives every method of HighLevel's SDK and the same operation of ours, side by side. */
import { connectSdk, type HighLevelSdk } from '../../sandbox/sdk.ts';
import { type Listener, listen, type ReceivedRequest } from '../../wire/listener.ts';
import { buildValidCalls } from '../wire/calls.ts';
import { type Driver, TOKEN } from '../wire/driver.ts';
import { fillIn } from '../wire/match.ts';
import { type Arguments, buildSdkArguments, formatPath, insert, insertOurs, listAllExtras } from './arguments.ts';
import { listDifferences } from './differences.ts';
import { callSdk, listSdkMethods, type SdkArguments, type SdkMethod } from './methods.ts';
import { type Pair, pairMethods } from './pairs.ts';

export interface SdkDifference {
  /** `contacts.createTask` */
  readonly method: string;
  /** `query limit`, `body kind: …`, `declares body name`: without values. */
  readonly part: string;
}

export interface SdkFigures {
  readonly methods: number;
  /** Calls made to both sides. */
  readonly calls: number;
  readonly differences: readonly SdkDifference[];
}

/** @param folder HighLevel's documents: the arguments come from them. */
export async function runAgainstSdk(folder: string, driver: Driver): Promise<SdkFigures> {
  const listener = await listen();
  const sdk = connectSdk(listener.url, TOKEN);
  const bench = new Bench({ sdk, listener, driver });
  try {
    const { methods } = listSdkMethods(sdk);
    for (const [method, pair] of await pairMethods(folder, methods, driver)) await bench.compare(method, pair);
    return { methods: methods.length, calls: bench.calls, differences: bench.differences };
  } finally {
    await listener.close();
  }
}

interface BenchParts {
  readonly sdk: HighLevelSdk;
  readonly listener: Listener;
  readonly driver: Driver;
}

/** Both sides at work, and what was found. */
class Bench {
  calls = 0;
  readonly differences: SdkDifference[] = [];
  readonly #parts: BenchParts;

  constructor(parts: BenchParts) {
    this.#parts = parts;
  }

  async compare(method: SdkMethod, pair: Pair | undefined): Promise<void> {
    const parts = new Set<string>();
    if (pair === undefined) parts.add('no operation');
    else {
      const calls = buildValidCalls(pair.operation);
      for (const { args } of calls) {
        const full = fillIn(pair.operation, args);
        for (const part of await this.#send(pair, args, buildSdkArguments(pair, full))) parts.add(part);
      }
      const fullest = calls.find(({ extent }) => extent === 'maximal');
      for (const part of await this.#compareExtras(pair, fullest?.args ?? {}, parts)) parts.add(part);
    }
    for (const part of parts) this.differences.push({ method: method.id, part });
  }

  /** What only the SDK's declarations know is tried one by one. */
  async #compareExtras(pair: Pair, args: Arguments, known: ReadonlySet<string>): Promise<readonly string[]> {
    const found: string[] = [];
    for (const placed of listAllExtras(pair)) {
      const { place, extra } = placed;
      const theirs = insert(buildSdkArguments(pair, args), place, extra);
      const parts = await this.#send(pair, insertOurs(pair, args, placed), theirs);
      const isNew = parts.some((part) => !known.has(part));
      if (isNew) found.push(`${extra.why === 'unknown' ? 'declares' : 'retypes'} ${place} ${formatPath(extra.path)}`);
    }
    return found;
  }

  async #send({ row, method }: Pair, args: Arguments, sdkArguments: SdkArguments): Promise<readonly string[]> {
    this.calls += 1;
    const { listener, sdk, driver } = this.#parts;
    const [ours] = (await driver.call(row, args)).requests;
    listener.received.length = 0;
    await callSdk(sdk, method, sdkArguments).catch(() => undefined);
    const [theirs] = listener.received as readonly (ReceivedRequest | undefined)[];
    if (ours === undefined) return ['ours sends nothing'];
    return theirs === undefined ? ['theirs sends nothing'] : listDifferences(ours, theirs);
  }
}
