/** Questions to the person at the terminal, on stderr: stdout is for what a command has to say. */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Whether there is somebody to ask. */
export function hasTerminal(): boolean {
  return process.stdin.isTTY === true && process.stderr.isTTY === true;
}

/** Asks for a yes or no; anything but a yes is a no, and so is the end of input. */
export async function askYesOrNo(question: string): Promise<boolean> {
  return /^y(es)?$/i.test(await ask(`${question} [y/N] `, process.stderr));
}

/** Asks for a secret, which is not shown while it is typed or pasted; empty where none is given. */
export async function askHidden(question: string): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const answer = ask(question, nowhere);
  // Only now: by this time the terminal's own echo is off.
  process.stderr.write(question);
  const secret = await answer;
  process.stderr.write('\n');
  return secret;
}

async function ask(question: string, output: Writable): Promise<string> {
  const lines = createInterface({ input: process.stdin, output, terminal: true });
  const ended = new Promise<string>((resolve) => lines.once('close', () => resolve('')));
  try {
    return (await Promise.race([lines.question(question), ended])).trim();
  } catch {
    // Interrupted.
    return '';
  } finally {
    lines.close();
  }
}
