/** One file, by its own hashes and by what the store remembers of it. */
import { readLine, START } from './chain.ts';
import type { Begin, Line } from './entry.ts';
import type { ChainFile } from './files.ts';
import { type Finding, fault, note } from './finding.ts';
import type { Head } from './heads.ts';
import { splitLines } from './read.ts';

export interface Inspection {
  readonly file: ChainFile;
  readonly bytes: Uint8Array;
  readonly head: Head | undefined;
  /** Whether there is a store to ask. */
  readonly isVouched: boolean;
  /** It grew while it was read: what is behind the head is not judged. */
  readonly isMoving: boolean;
}

export interface Inspected {
  readonly findings: readonly Finding[];
  /** Of each line; undefined for one that cannot be read. */
  readonly hashes: readonly (string | undefined)[];
  readonly begin: Begin | undefined;
}

export function inspectChain(inspection: Inspection): Inspected {
  const { file, bytes } = inspection;
  const { lines, rest } = splitLines(bytes);
  const findings: Finding[] = [];
  const hashes: (string | undefined)[] = [];
  let begin: Begin | undefined;
  let prev: string | undefined = START.hash;
  for (const [index, text] of lines.entries()) {
    const read = readLine(text);
    const problem = 'fault' in read ? read.fault : judge(read.line, { index, prev, file });
    if (problem !== undefined) findings.push(fault(problem, { file: file.name, line: index + 1 }));
    const line: Line | undefined = 'line' in read ? read.line : undefined;
    if (index === 0 && line?.kind === 'begin') begin = line;
    hashes.push(line?.hash);
    // What follows a line that cannot be read is told by its own faults alone.
    prev = line?.hash;
  }
  findings.push(...compareWithHead(inspection, hashes, rest.length > 0));
  return { findings, hashes, begin };
}

interface Place {
  readonly index: number;
  readonly prev: string | undefined;
  readonly file: ChainFile;
}

function judge(line: Line, { index, prev, file }: Place): string | undefined {
  if (line.seq !== index) return `has number ${line.seq}: lines are missing, doubled or out of order`;
  if (prev !== undefined && line.prev !== prev) return 'does not follow the line before it';
  if ((line.kind === 'begin') !== (index === 0)) return 'is not what stands in this place';
  if (line.kind === 'begin' && (line.chain !== file.chain || line.time !== file.begun)) return 'is of another file';
  return undefined;
}

/** What stands behind the head must be what was about to be written. */
function compareWithHead(
  { file, head, isVouched, isMoving }: Inspection,
  hashes: readonly (string | undefined)[],
  isTorn: boolean,
): Finding[] {
  const at = (line?: number) => ({ file: file.name, line });
  const end = hashes.length;
  if (head === undefined) {
    if (end === 0 && !isTorn) return [note('is empty: it was never begun', at())];
    if (isVouched) return [fault('is unknown to the state: nothing can tell whether it was cut at its end', at())];
    return isTorn ? [note('ends in the middle of a line', at(end + 1))] : [];
  }
  const { count, hash, next, underWay } = head;
  const findings: Finding[] = underWay.map(({ operation, time }) =>
    note(`${operation} was under way since ${time} when this was last written`, at()),
  );
  if (end < count) {
    findings.push(fault(`is cut: the state remembers ${count} lines, and ${count - end} are missing at its end`, at()));
  } else if (count > 0 && hashes[count - 1] !== hash) {
    findings.push(fault('is not the line that the state remembers', at(count)));
  }
  if (isMoving) return findings;
  for (let index = count; index < end; index += 1) {
    if (hashes[index] === undefined || hashes[index] !== next[index - count]) {
      findings.push(fault('was added: the state was not told of it', at(index + 1)));
    }
  }
  const isAwaited = end >= count && end - count < next.length;
  if (isTorn && isAwaited) findings.push(note('ends in the middle of a line that was being written', at(end + 1)));
  else if (isTorn) findings.push(fault('ends in the middle of a line that nobody was writing', at(end + 1)));
  else if (isAwaited) findings.push(note('ends before a line that was about to be written', at()));
  return findings;
}
