/** Whether the log is as it was written: each file by its own hashes, and all of them by what the store remembers. */
import type { Records } from '../state/state.ts';
import { type ChainFile, listFiles, namePlace } from './files.ts';
import { type Finding, fault, note } from './finding.ts';
import { createHeads, type FoundHead, type Heads } from './heads.ts';
import { type Inspected, inspectChain } from './inspect.ts';
import { readBytes } from './read.ts';

export interface Verification {
  readonly findings: readonly Finding[];
  readonly files: number;
  readonly lines: number;
}

export interface VerifyOptions {
  readonly folder: string;
  /** The store that the log was written with; undefined where it was kept in memory and is gone. */
  readonly records: Records | undefined;
}

/** A file that grows while it is read is read again. */
const MAX_READS = 10;

/** @throws StateError when the store cannot be used; the file system's errors when the folder cannot be read */
export async function verifyLog({ folder, records }: VerifyOptions): Promise<Verification> {
  const heads = records && createHeads(records);
  // Asked first: what is begun from here on need not be in the folder's listing.
  const last = await heads?.findLast();
  const { files, strangers } = await listFiles(folder);
  const findings: Finding[] = strangers.map((file) => fault('is not a file of this log', { file }));
  const chains = new Map<string, Inspected>();
  for (const file of files) {
    const inspected = await inspectFile(folder, file, heads);
    if (inspected === undefined) continue;
    if (chains.has(file.chain)) findings.push(fault('is a second file of the same chain', { file: file.name }));
    chains.set(file.chain, inspected);
    findings.push(...inspected.findings);
  }
  for (const { name, chain } of files) findings.push(...checkPrevious(name, chains.get(chain), chains));
  if (heads === undefined) {
    findings.push(note('The state is in memory, so nothing can tell whether a file was removed or cut at its end.'));
  } else {
    findings.push(...(await checkList(heads, last, chains, namePlace(folder))));
  }
  const lines = [...chains.values()].reduce((sum, { hashes }) => sum + hashes.length, 0);
  return { findings, files: chains.size, lines };
}

async function inspectFile(folder: string, file: ChainFile, heads: Heads | undefined): Promise<Inspected | undefined> {
  for (let reads = 1; ; reads += 1) {
    const before = await heads?.find(file.chain);
    const bytes = await readBytes(folder, file.name);
    const after = await heads?.find(file.chain);
    if (bytes === undefined) return undefined;
    const isMoving = before?.version !== after?.version;
    if (isMoving && reads < MAX_READS) continue;
    return inspectChain({ file, bytes, head: before?.head, isVouched: heads !== undefined, isMoving });
  }
}

/** What a file says of the one before it must be true of that one. */
function checkPrevious(
  file: string,
  inspected: Inspected | undefined,
  chains: ReadonlyMap<string, Inspected>,
): Finding[] {
  const { previous } = inspected?.begin ?? {};
  const before = previous && chains.get(previous.chain);
  if (before === undefined || previous === undefined || previous.count === 0) return [];
  if (before.hashes[previous.count - 1] === previous.hash) return [];
  return [fault(`does not follow chain ${previous.chain} as that is now`, { file, line: 1 })];
}

/** Every chain that the store has listed is there, or went when its time was over, or is on another machine. */
async function checkList(
  heads: Heads,
  last: string | undefined,
  chains: ReadonlyMap<string, Inspected>,
  place: string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const elsewhere = new Map<string, number>();
  let removed = 0;
  for (let chain = last; chain !== undefined && !seen.has(chain); ) {
    seen.add(chain);
    const found: FoundHead | undefined = await heads.find(chain);
    if (found === undefined) {
      findings.push(fault(`The state has lost chain ${chain}, and which ones came before it.`));
      break;
    }
    const { head } = found;
    if (head.removed) removed += 1;
    else if (chains.has(chain) || head.count === 0) {
      // Inspected already, or never begun.
    } else if (head.place === place) {
      findings.push(fault(`The file of chain ${chain} is missing: begun ${head.begun}, ${head.count} lines.`));
    } else {
      elsewhere.set(head.place, (elsewhere.get(head.place) ?? 0) + 1);
    }
    chain = head.previous;
  }
  if (removed > 0) findings.push(note(`Older ones were removed when their time was over: ${removed}.`));
  for (const [where, count] of elsewhere) findings.push(note(`Kept elsewhere (${where}): ${count} files.`));
  return findings;
}
