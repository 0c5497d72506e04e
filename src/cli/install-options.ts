/** What `highlevel-mcp install` and `uninstall` take. */
import { Argument, type Command, Option } from 'commander';
import { clientNames } from './install/clients.ts';

/** How a change is shown and agreed to. */
export interface ChangeOptions {
  readonly yes?: boolean;
  readonly print?: boolean;
  readonly config?: string;
}

export interface InstallOptions extends ChangeOptions {
  readonly sandbox?: boolean;
  readonly readOnly?: boolean;
  readonly tools?: string;
  readonly location?: string;
  readonly tokenFile?: string;
  readonly withToken?: boolean;
}

/** Declares them on a command. */
export function addInstallOptions(command: Command): Command {
  command
    .addOption(new Option('--sandbox', 'run on a built-in HighLevel with invented data'))
    .addOption(new Option('--read-only', 'offer nothing that writes'))
    .addOption(new Option('--tools <list>', 'resources or tools to list by name, comma separated'))
    .addOption(new Option('--location <id>', 'pin every call to this location'))
    .addOption(new Option('--token-file <path>', 'file that holds the private integration token'))
    .addOption(
      new Option(
        '--with-token',
        "keep the token in the client's configuration: from HIGHLEVEL_TOKEN, or asked for without showing it",
      ).conflicts(['sandbox', 'tokenFile']),
    );
  return addChangeOptions(command);
}

/** Declares those of every change to a configuration. */
export function addChangeOptions(command: Command): Command {
  return command
    .addArgument(new Argument('<client>', 'whose configuration').choices(clientNames))
    .addOption(new Option('--yes', 'do not ask'))
    .addOption(new Option('--print', 'show the change and do nothing').conflicts('yes'))
    .addOption(new Option('--config <file>', "another file than the client's usual one"));
}
