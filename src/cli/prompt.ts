/** Asks whoever sits at the terminal. What is asked goes to stderr. */
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** @throws Error when the input ends without an answer */
export function askVisibly(question: string): Promise<string> {
  return ask(question, process.stderr);
}

/** What is typed is not shown. Without a terminal a line of the input is read, which shows nothing either. */
export function askSecretly(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  return ask('', silent).finally(() => process.stderr.write('\n'));
}

async function ask(question: string, output: Writable): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output, terminal: process.stdin.isTTY === true });
  try {
    return await new Promise((resolve, reject) => {
      // Also a last line without an end, which comes before the end of the input.
      terminal.once('line', (line) => resolve(line.trim()));
      terminal.once('close', () => reject(new Error('The input ended without an answer.')));
      terminal.setPrompt(question);
      terminal.prompt();
    });
  } finally {
    terminal.close();
  }
}
