/**
 * The image's health check. A server that serves HTTP is asked; one on stdio has no address, and is well as long as it
 * runs. Which of the two it is, the command line of the container's first process says (another file in tests).
 */
import { readFileSync } from 'node:fs';

const [, , commandFile = '/proc/1/cmdline'] = process.argv;
const command = readFileSync(commandFile, 'utf8').split('\0');

if (command.includes('serve')) {
  const port = readFlag('--port') ?? (process.env.HIGHLEVEL_PORT || '8787');
  try {
    const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4_000) });
    process.exitCode = ok ? 0 : 1;
  } catch {
    process.exitCode = 1;
  }
}

/** Of `--port 8787` and `--port=8787`. */
function readFlag(name) {
  const place = command.indexOf(name);
  return place === -1
    ? command.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1)
    : command[place + 1];
}
