/** The only place that writes to stdout by hand: for commands that serve no protocol. */

// Whoever read this has seen enough (`… | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

/** Prints one line. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
