/** The reading end: what the files say, whether or not it is true. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLine } from './chain.ts';
import type { Call } from './entry.ts';
import { listFiles } from './files.ts';

export interface Pieces {
  readonly lines: readonly Uint8Array[];
  /** What follows the last end of line. */
  readonly rest: Uint8Array;
}

const NEWLINE = 0x0a;

export function splitLines(bytes: Uint8Array): Pieces {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end !== -1; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return { lines, rest: bytes.subarray(start) };
}

/** @returns undefined for a file that is not there, which it may be no longer */
export async function readBytes(folder: string, name: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

export interface Selection {
  /** Epoch milliseconds. */
  readonly sinceMs?: number | undefined;
  readonly operation?: RegExp | undefined;
}

export interface Calls {
  /** Of all files, oldest first. */
  readonly calls: readonly { readonly call: Call; readonly text: string }[];
  /** Lines that cannot be shown. */
  readonly unreadable: number;
}

/** Reads calls from all files of a folder. Nothing is verified across lines. */
export async function readCalls(folder: string, { sinceMs = 0, operation }: Selection = {}): Promise<Calls> {
  const { files } = await listFiles(folder);
  const calls: { call: Call; text: string }[] = [];
  let unreadable = 0;
  for (const { name } of files) {
    const { lines, rest } = splitLines((await readBytes(folder, name)) ?? new Uint8Array());
    if (rest.length > 0) unreadable += 1;
    for (const bytes of lines) {
      const read = readLine(bytes);
      if ('fault' in read) {
        unreadable += 1;
        continue;
      }
      const { line } = read;
      if (line.kind !== 'call' || Date.parse(line.time) < sinceMs) continue;
      if (operation !== undefined && !operation.test(line.operation ?? '')) continue;
      calls.push({ call: line, text: Buffer.from(bytes).toString() });
    }
  }
  return { calls: calls.toSorted((a, b) => (a.call.time < b.call.time ? -1 : 1)), unreadable };
}
