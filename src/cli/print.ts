/** The only place that writes to stdout by hand: for commands that serve no protocol. */

/** Prints one line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
