/** Whether the process that began a write still lives: the difference between "wait for it" and "unknown". */
import { randomUUID } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as z from 'zod';
import type { Records } from '../../state/state.ts';
import { withStateErrors } from './book.ts';
import { parseJson } from './json.ts';

export interface Owner {
  readonly id: string;
  /**
   * Says that this process works on an attempt, until its `release`, which is always called.
   *
   * @throws StateUnavailableError
   */
  hold(attempt: string): Promise<void>;
  release(attempt: string): void;
  /**
   * Whether somebody still works on an attempt.
   *
   * @throws StateUnavailableError
   */
  isWorking(owner: string, attempt: string): Promise<boolean>;
  /** Says that this process lives no longer. */
  close(): Promise<void>;
}

const HEARTBEAT_MS = 2_000;
/** Several heartbeats may be missed. A process that is stopped for longer finds its entries taken over. */
const LEASE_MS = 10_000;
const KEPT_MS = 86_400_000;

const lifeSchema = z.object({ machine: z.string(), pid: z.int() });

export function createOwner(records: Records): Owner {
  const id = randomUUID();
  const life = JSON.stringify({ machine: getMachine(), pid: process.pid });
  let version: string | undefined;
  const attempts = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let beating: Promise<void> | undefined;
  /** The first beat since this process last had nothing to do. */
  let firstBeat: Promise<void> | undefined;

  async function beat(): Promise<void> {
    const expected = version ?? 'absent';
    version =
      (await records.put(nameOf(id), life, { expected, keepMs: KEPT_MS, flush: false })) ??
      (await records.get(nameOf(id)))?.version;
  }

  function beatOnce(): Promise<void> {
    beating ??= beat().finally(() => {
      beating = undefined;
    });
    return beating;
  }

  return {
    id,
    async hold(attempt) {
      attempts.add(attempt);
      // One that could not be said is said again at the next beat; entries are safe without, only slower to settle.
      timer ??= setInterval(() => void beatOnce().catch(() => {}), HEARTBEAT_MS).unref();
      firstBeat ??= beatOnce().catch((error: unknown) => {
        firstBeat = undefined;
        throw error;
      });
      const first = firstBeat;
      await withStateErrors(() => first);
    },
    release(attempt) {
      attempts.delete(attempt);
      if (attempts.size > 0) return;
      clearInterval(timer);
      timer = undefined;
      firstBeat = undefined;
    },
    async isWorking(owner, attempt) {
      if (owner === id) return attempts.has(attempt);
      const found = await withStateErrors(() => records.get(nameOf(owner)));
      if (found === undefined || found.ageMs > LEASE_MS) return false;
      const { data } = lifeSchema.safeParse(parseJson(found.value));
      return data !== undefined && (data.machine !== getMachine() || isRunning(data.pid));
    },
    async close() {
      clearInterval(timer);
      timer = undefined;
      if (version !== undefined) await records.remove(nameOf(id), version);
    },
  };
}

function nameOf(owner: string): string {
  return `owner:${owner}`;
}

let machine: string | undefined;

/** Names the space in which process numbers mean something: a boot of a machine, a container. */
function getMachine(): string {
  machine ??= [
    hostname(),
    readOrEmpty(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    readOrEmpty(() => readlinkSync('/proc/self/ns/pid')),
  ].join(' ');
  return machine;
}

function readOrEmpty(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
