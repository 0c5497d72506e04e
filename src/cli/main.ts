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
import { addServerOptions, type ServerOptions } from './options.ts';
import { addSandboxOptions, type SandboxCommandOptions } from './sandbox-options.ts';
import { version } from './version.ts';

// A blank setting is what clients pass for one that was left out; to commander it would be a value.
for (const [name, value] of Object.entries(process.env)) {
  if (name.startsWith('HIGHLEVEL_') && value?.trim() === '') delete process.env[name];
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
