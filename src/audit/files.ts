/** Where chains are kept: one file each, named by when it was begun, so that names sort by time. */
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { resolve } from 'node:path';

const namePattern = /^(\d{4}-\d{2}-\d{2}T)(\d{2})(\d{2})(\d{2}\.\d{3}Z)-([0-9a-f]{16})\.ndjson$/;

export interface ChainFile {
  readonly name: string;
  readonly chain: string;
  /** ISO. */
  readonly begun: string;
}

/** A new one, begun at a time in epoch milliseconds. */
export function nameFile(nowMs: number): ChainFile {
  const begun = new Date(nowMs).toISOString();
  const chain = randomBytes(8).toString('hex');
  return { name: `${begun.replaceAll(':', '')}-${chain}.ndjson`, chain, begun };
}

export interface Listing {
  /** Oldest first. */
  readonly files: readonly ChainFile[];
  /** Files of lines under names that this log gives to none. What a file manager leaves is no matter. */
  readonly strangers: readonly string[];
}

/** What is in a folder; one that is not there holds nothing. */
export async function listFiles(folder: string): Promise<Listing> {
  const files: ChainFile[] = [];
  const strangers: string[] = [];
  for (const name of (await readNames(folder)).sort()) {
    const [, day, hours, minutes, seconds, chain] = namePattern.exec(name) ?? [];
    if (chain !== undefined) files.push({ name, chain, begun: `${day}${hours}:${minutes}:${seconds}` });
    else if (name.endsWith('.ndjson')) strangers.push(name);
  }
  return { files, strangers };
}

async function readNames(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Tells folders of several machines apart that share a store. */
export function namePlace(folder: string): string {
  return `${hostname()}:${resolve(folder)}`;
}
