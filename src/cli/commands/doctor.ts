/** `highlevel-mcp doctor`: whether the server would work with these settings, and what to mend. */
import { access, constants } from 'node:fs/promises';
import { verifyLog } from '../../audit/verify.ts';
import type { Policy } from '../../mcp/policy/policy.ts';
import { createSurface } from '../../mcp/surface/surface.ts';
import type { State } from '../../state/state.ts';
import { examineAccount } from '../doctor/account.ts';
import { type Finding, failed } from '../doctor/finding.ts';
import { createHost } from '../host.ts';
import { createLogger } from '../log.ts';
import type { ServerOptions } from '../options.ts';
import { print } from '../print.ts';

/** Prints a line for each thing that was looked at; the exit code is 1 if anything has to be mended. */
export async function diagnose(options: ServerOptions): Promise<void> {
  let isWell = true;
  for await (const { level, about, message, advice } of examine(options)) {
    if (level === 'fail') isWell = false;
    print(`${level.toUpperCase().padEnd(4)}  ${about.padEnd(13)}  ${message}`);
    if (advice !== undefined) print(`${''.padEnd(21)}${advice}`);
  }
  print(isWell ? 'The server would work.' : 'The server would not work as it is.');
  if (!isWell) process.exitCode = 1;
}

async function* examine(options: ServerOptions): AsyncGenerator<Finding> {
  const host = createHost(options, createLogger('silent'));
  const { catalogue, readOnly, isSandbox } = host;
  let policy: Policy;
  try {
    policy = host.loadPolicy();
    const { rows } = createSurface(catalogue, { tools: options.tools, readOnly, pins: {}, policy });
    const message = `${rows.length} operations are listed by name${readOnly ? ', none that writes' : ''}`;
    yield { level: 'ok', about: 'configuration', message };
  } catch (error) {
    yield failed('configuration', error);
    return;
  }

  let state: State;
  try {
    state = await host.openState();
    await state.records.get('doctor');
  } catch (error) {
    yield failed('state', error);
    return;
  }
  try {
    yield describeState(state, isSandbox);
    yield await examineAudit(host.auditFolder, state);
    const { tokens, baseUrl, pins, choosesLocation } = await host.getDestination();
    if (tokens === undefined) {
      const advice = 'Set HIGHLEVEL_TOKEN, or HIGHLEVEL_ACCOUNT to one of `highlevel-mcp accounts`; or try --sandbox.';
      yield { level: 'fail', about: 'token', message: 'none is configured', advice };
      return;
    }
    const served = host.serve({ tokens, baseUrl, pins, choosesLocation, tools: options.tools, readOnly, policy });
    try {
      yield* await examineAccount(await served.connect(), served.dependencies);
    } finally {
      await served.close();
    }
  } catch (error) {
    yield failed('token', error);
  } finally {
    await host.close();
  }
}

function describeState({ description, isDurable }: State, isSandbox: boolean): Finding {
  if (isDurable || isSandbox) return { level: 'ok', about: 'state', message: `kept in ${description}` };
  const advice = 'Leave HIGHLEVEL_STATE out, or set it to a folder, so that a restart does not forget what was sent.';
  return { level: 'warn', about: 'state', message: 'is in memory only', advice };
}

async function examineAudit(folder: string | undefined, state: State): Promise<Finding> {
  const about = 'audit';
  if (folder === undefined) return { level: 'ok', about, message: 'is off' };
  try {
    await access(folder, constants.W_OK);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { level: 'ok', about, message: `nothing was recorded yet in ${folder}` };
    const advice =
      'Make the folder writable, or set HIGHLEVEL_AUDIT to another one: what cannot be recorded is not sent.';
    return { level: 'fail', about, message: `${folder} cannot be written (${code})`, advice };
  }
  const { findings, lines } = await verifyLog({ folder, records: state.isDurable ? state.records : undefined });
  const faults = findings.filter(({ severity }) => severity === 'fault').length;
  if (faults === 0) return { level: 'ok', about, message: `is whole, ${lines} lines in ${folder}` };
  const advice = 'highlevel-mcp audit --verify says what is wrong where.';
  return { level: 'warn', about, message: `is not whole: ${faults} faults in ${folder}`, advice };
}
