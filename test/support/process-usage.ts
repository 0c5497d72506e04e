/** What another process uses, by the kernel's books, which are Linux's. */
import { readFileSync } from 'node:fs';

/** Its memory that is in RAM, in megabytes. */
export function readResidentMb(pid: number | undefined): number {
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
  return (pages * 4096) / 1_048_576;
}

/** What the processor did for all its threads, in user and system mode, in milliseconds by ticks of ten. */
export function readCpuMs(pid: number | undefined): number {
  // The name of the program comes first, and may contain spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
