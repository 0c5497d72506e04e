/** The vault's key in a real keychain: GNOME's, on a message bus of its own. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';

const hasKeychain = ['dbus-run-session', 'gnome-keyring-daemon'].every(
  (command) => spawnSync('which', [command]).status === 0,
);

interface Ended {
  readonly code: number;
  readonly text: string;
  readonly errors: string;
}

test.skipIf(!hasKeychain)(
  'accounts open by the keychain of the system, over restarts, and by nothing else',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'highlevel-keychain-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const { PATH = '' } = process.env;
    const env = {
      PATH,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_RUNTIME_DIR: folder,
      HIGHLEVEL_STATE: join(folder, 'state'),
    };
    const start = (command: string, args: readonly string[], input = '') =>
      new Promise<Ended>((resolve) => {
        const child = execFile(command, args, { env }, (error, text, errors) =>
          resolve({ code: Number(error?.code ?? 0), text, errors }),
        );
        child.stdin?.end(input);
      });
    const server = [process.execPath, serverScript];
    /** As in a desktop session that a person has logged in to. */
    const runInSession = (args: readonly string[], input?: string) => {
      const unlock = 'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
      return start('dbus-run-session', ['--', 'bash', '-c', unlock, 'session', ...server, ...args], input);
    };
    const run = (args: readonly string[]) => start(process.execPath, [serverScript, ...args]);

    const loggedIn = await runInSession(['login', 'clinic', '--token'], 'pit-of-the-keychain-test\n');
    expect(loggedIn).toMatchObject({ code: 0, errors: expect.not.stringContaining('vault.key') });
    expect(readFileSync(join(folder, 'highlevel-mcp', 'vault.key'), 'utf8')).toMatch(/^keychain:[\w-]{36}\n$/);
    expect((await runInSession(['accounts'])).text).toMatch(/^clinic {2}kind=private token\n$/);
    expect(await run(['accounts'])).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/The vault's key is in the keychain of this system.*HIGHLEVEL_VAULT_KEY/s),
    });
  },
);
