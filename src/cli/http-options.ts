/** What `highlevel-mcp serve` takes beside the options of any server. */
import { type Command, InvalidArgumentError, Option } from 'commander';
import { addServerOptions, type ServerOptions } from './options.ts';

/** The options of the command as commander hands them over. */
export interface HttpServerOptions extends ServerOptions {
  readonly host: string;
  readonly port: number;
  readonly clients?: string;
  readonly allowedHost: readonly string[];
  readonly allowedOrigin: readonly string[];
  readonly maxRequests: number;
  readonly maxConnections: number;
  readonly maxBodyMb: number;
  readonly drainSeconds: number;
}

/** Declares them on a command. */
export function addHttpServerOptions(command: Command): Command {
  return addServerOptions(command)
    .addOption(new Option('--host <address>', 'address to listen on').env('HIGHLEVEL_HOST').default('127.0.0.1'))
    .addOption(
      new Option('--port <number>', 'port to listen on')
        .env('HIGHLEVEL_PORT')
        .argParser(parseWhole(0, 65_535))
        .default(8787),
    )
    .addOption(
      new Option('--clients <file>', 'JSON file of who may connect, and as whom; needed off loopback').env(
        'HIGHLEVEL_CLIENTS',
      ),
    )
    .addOption(
      new Option('--allowed-host <name...>', 'names this server is asked for by, without port')
        .env('HIGHLEVEL_ALLOWED_HOSTS')
        .argParser(collectNames)
        .default([], 'loopback'),
    )
    .addOption(
      new Option('--allowed-origin <name...>', 'names of pages that may call from a browser, without scheme and port')
        .env('HIGHLEVEL_ALLOWED_ORIGINS')
        .argParser(collectNames)
        .default([], 'the allowed hosts'),
    )
    .addOption(
      new Option('--max-requests <number>', 'requests answered at once')
        .env('HIGHLEVEL_MAX_REQUESTS')
        .argParser(parseWhole(1, 10_000))
        .default(256),
    )
    .addOption(
      new Option('--max-connections <number>', 'connections held at once')
        .env('HIGHLEVEL_MAX_CONNECTIONS')
        .argParser(parseWhole(1, 100_000))
        .default(2048),
    )
    .addOption(
      new Option('--max-body-mb <number>', 'size of a request, 1 to 80')
        .env('HIGHLEVEL_MAX_BODY_MB')
        .argParser(parseWhole(1, 80))
        .default(4),
    )
    .addOption(
      new Option('--drain-seconds <number>', 'how long running calls may take when the server is stopped, 0 to 3600')
        .env('HIGHLEVEL_DRAIN_SECONDS')
        .argParser(parseWhole(0, 3_600))
        .default(65),
    );
}

function parseWhole(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,6}$/.test(value.trim()) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Must be a whole number from ${least} to ${most}.`);
  };
}

function collectNames(value: string, previous: readonly string[]): string[] {
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  if (names.some((name) => !/^([a-z0-9.-]+|\[[0-9a-f:]+\])$/.test(name))) {
    throw new InvalidArgumentError('Must be names such as mcp.example.com, without scheme and port.');
  }
  return [...(Array.isArray(previous) ? previous : []), ...names];
}
