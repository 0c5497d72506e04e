/** The vault's key in a real keychain: GNOME's, on a message bus of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serverScript } from '../support/mcp-clients.ts';
import { runNode, runProcess } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const hasKeychain = ['dbus-run-session', 'gnome-keyring-daemon'].every(
  (command) => runProcess('which', [command]).code === 0,
);

test.skipIf(!hasKeychain)('accounts open by the keychain of the system, over restarts, and by nothing else', () => {
  const folder = createFolder('keychain');
  const environment = {
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_RUNTIME_DIR: folder,
    HIGHLEVEL_STATE: join(folder, 'state'),
  };
  const server = [process.execPath, serverScript];
  /** As in a desktop session that a person has logged in to. */
  const runInSession = (args: readonly string[], input = '') => {
    const unlock = 'printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; exec "$@"';
    const session = ['--', 'bash', '-c', unlock, 'session', ...server, ...args];
    return runProcess('dbus-run-session', session, { environment, input });
  };

  const loggedIn = runInSession(['login', 'clinic', '--token'], 'pit-of-the-keychain-test\n');
  expect(loggedIn).toMatchObject({ code: 0, stderr: expect.not.stringContaining('vault.key') });
  expect(readFileSync(join(folder, 'highlevel-mcp', 'vault.key'), 'utf8')).toMatch(/^keychain:[\w-]{36}\n$/);
  expect(runInSession(['accounts']).stdout).toMatch(/^clinic {2}kind=private token\n$/);
  expect(runNode([serverScript, 'accounts'], { environment })).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/The vault's key is in the keychain of this system.*HIGHLEVEL_VAULT_KEY/s),
  });
});
