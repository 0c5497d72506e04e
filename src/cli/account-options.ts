/** What `highlevel-mcp login`, `accounts` and `logout` take. */
import { type Command, Option } from 'commander';
import { createNamesOption, createStateOption } from './options.ts';

/** Of every command that opens the vault. */
export interface VaultCommandOptions {
  readonly state?: string;
}

/** Of those that talk to HighLevel's authorization server too. */
export interface OAuthCommandOptions extends VaultCommandOptions {
  readonly baseUrl?: string;
  readonly oauthNames: 'v2' | 'v3';
}

/** The options of `login` as commander hands them over. */
export interface LoginOptions extends OAuthCommandOptions {
  readonly token?: boolean;
  readonly paste?: boolean;
  readonly location?: string;
  readonly clientId?: string;
  readonly redirectUri: string;
  readonly scopes: string;
  readonly authorizeUrl?: string;
  readonly pkce?: boolean;
}

export interface AccountsOptions extends OAuthCommandOptions {
  /** The name of a company's account. */
  readonly locations?: string;
}

/** What a day's work needs, and `oauth.*` for an agency's locations. */
const defaultScopes =
  'contacts.readonly contacts.write conversations.readonly conversations/message.readonly conversations/message.write ' +
  'calendars.readonly calendars/events.readonly calendars/events.write opportunities.readonly opportunities.write ' +
  'workflows.readonly users.readonly locations.readonly locations/tags.readonly locations/customFields.readonly ' +
  'locations/tasks.readonly invoices.readonly invoices.write payments/orders.readonly payments/transactions.readonly ' +
  'oauth.readonly oauth.write';

export function addLoginOptions(command: Command): Command {
  return addOAuthOptions(command)
    .argument('[name]', 'what the account is called here', 'default')
    .option('--token', 'store a private integration token, typed without echo, instead of OAuth')
    .addOption(new Option('--location <id>', 'the location that the private token belongs to'))
    .option('--paste', 'paste the address or the code, where no browser can reach this machine')
    .addOption(new Option('--client-id <id>', 'of your Marketplace app').env('HIGHLEVEL_CLIENT_ID'))
    .addOption(
      new Option('--redirect-uri <url>', 'as registered in your Marketplace app')
        .env('HIGHLEVEL_REDIRECT_URI')
        .default('http://localhost:8920/callback'),
    )
    .addOption(
      new Option('--scopes <list>', 'separated by spaces')
        .env('HIGHLEVEL_SCOPES')
        .default(defaultScopes, "a day's work"),
    )
    .addOption(
      new Option('--authorize-url <url>', "another chooser, such as a white label's").env('HIGHLEVEL_AUTHORIZE_URL'),
    )
    .option('--pkce', 'prove by PKCE who asked for the code; HighLevel does not document it');
}

export function addAccountsOptions(command: Command): Command {
  return addOAuthOptions(command).option('--locations <name>', "list the locations that a company's account opens");
}

export function addLogoutOptions(command: Command): Command {
  return command.argument('<name>', 'of the account').addOption(createStateOption());
}

function addOAuthOptions(command: Command): Command {
  return command
    .addOption(createStateOption())
    .addOption(new Option('--base-url <url>', 'another address of the API').env('HIGHLEVEL_BASE_URL'))
    .addOption(createNamesOption());
}
