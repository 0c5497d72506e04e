/** The command line. Each command is a module that loads when it is used. */
import { Command } from 'commander';
import {
  type AccountsOptions,
  addAccountsOptions,
  addLoginOptions,
  addLogoutOptions,
  type LoginOptions,
  type VaultCommandOptions,
} from './account-options.ts';
import { type AuditCommandOptions, addAuditOptions } from './audit-options.ts';
import { addHttpServerOptions, type HttpServerOptions } from './http-options.ts';
import type { ClientName } from './install/clients.ts';
import { addChangeOptions, addInstallOptions, type ChangeOptions, type InstallOptions } from './install-options.ts';
import { addServerOptions, assertOptionsBehind, type ServerOptions } from './options.ts';
import { addSandboxOptions, type SandboxCommandOptions } from './sandbox-options.ts';
import { version } from './version.ts';

// What clients pass for a setting that was left out: nothing, or their own placeholder. To commander it would be a value.
const leftOut = /^\s*(\$\{user_config\.\w+\})?\s*$/;
for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('HIGHLEVEL_') && leftOut.test(value ?? '')) delete process.env[name];
}

const program = addServerOptions(new Command('highlevel-mcp'))
  .description('MCP server for HighLevel (GoHighLevel). Without a command it serves one client over stdio.')
  .version(version)
  // Behind a command, an option is the command's own.
  .enablePositionalOptions()
  .action(async (options: ServerOptions) => {
    const { serve } = await import('./commands/serve.ts');
    await serve(options);
  });

addHttpServerOptions(program.command('serve'))
  .description('serve clients over Streamable HTTP')
  .action(async (options: HttpServerOptions, command: Command) => {
    assertOptionsBehind(command);
    const { serveHttp } = await import('./commands/serve-http.ts');
    await serveHttp(options);
  });

program
  .command('client-token')
  .description('make a token for a client of the HTTP server; it is shown once')
  .action(async () => {
    const { printClientToken } = await import('./commands/client-token.ts');
    printClientToken();
  });

addServerOptions(program.command('doctor'))
  .description('say whether the server would work with these settings, and what to mend')
  .action(async (options: ServerOptions, command: Command) => {
    assertOptionsBehind(command);
    const { diagnose } = await import('./commands/doctor.ts');
    await diagnose(options);
  });

addSandboxOptions(program.command('sandbox'))
  .description('run the built-in HighLevel as an HTTP server on loopback')
  .action(async (options: SandboxCommandOptions) => {
    const { runSandbox } = await import('./commands/sandbox.ts');
    await runSandbox(options);
  });

addAuditOptions(program.command('audit'))
  .description('show what the audit log holds, or verify that it is whole')
  .action(async (options: AuditCommandOptions) => {
    const { showAudit } = await import('./commands/audit.ts');
    await showAudit(options);
  });

addInstallOptions(program.command('install'))
  .description('write this server into the configuration of an MCP client, after showing the change')
  .action(async (client: ClientName, options: InstallOptions) => {
    const { install } = await import('./commands/install.ts');
    await install(client, options);
  });

addChangeOptions(program.command('uninstall'))
  .description('take it out again')
  .action(async (client: ClientName, options: ChangeOptions) => {
    const { uninstall } = await import('./commands/install.ts');
    await uninstall(client, options);
  });

addLoginOptions(program.command('login'))
  .description('let the server into a HighLevel account, by OAuth or with a private token')
  .action(async (name: string, options: LoginOptions) => {
    const { login } = await import('./commands/login.ts');
    await login(name, options);
  });

addAccountsOptions(program.command('accounts'))
  .description('list the accounts that were logged in to')
  .action(async (options: AccountsOptions) => {
    const { showAccounts } = await import('./commands/accounts.ts');
    await showAccounts(options);
  });

addLogoutOptions(program.command('logout'))
  .description('forget an account')
  .action(async (name: string, options: VaultCommandOptions) => {
    const { logout } = await import('./commands/accounts.ts');
    await logout(name, options);
  });

program
  .command('tools')
  .description('list every catalogued operation')
  .option('--json', 'as JSON')
  .action(async (options: { json?: boolean }) => {
    const { printTools } = await import('./commands/tools.ts');
    printTools(options.json === true);
  });

try {
  await program.parseAsync();
} catch (error) {
  // Everything thrown this far is about how the program was started; the message is ours and says what to do.
  const { message = String(error), advice = '' } = error as Partial<Error & { advice: string }>;
  process.stderr.write(`highlevel-mcp: ${`${message} ${advice}`.trim()}\n`);
  process.exitCode = 1;
}
