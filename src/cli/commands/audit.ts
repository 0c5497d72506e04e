/** `highlevel-mcp audit`: what was written and refused, and whether the log of it is whole. */
import type { Call } from '../../audit/entry.ts';
import type { Finding } from '../../audit/finding.ts';
import { resolveAuditFolder } from '../../audit/place.ts';
import { readCalls } from '../../audit/read.ts';
import { verifyLog } from '../../audit/verify.ts';
import { compilePattern } from '../../mcp/policy/policy.ts';
import { openState } from '../../state/open.ts';
import type { AuditCommandOptions } from '../audit-options.ts';
import { blankToUndefined } from '../options.ts';
import { print } from '../print.ts';

/**
 * Prints the calls, or with `--verify` what is wrong. Needs no token.
 *
 * @throws Error with a message for the operator where there is no log
 */
export async function showAudit(options: AuditCommandOptions): Promise<void> {
  const state = blankToUndefined(options.state);
  const folder = resolveAuditFolder({ audit: blankToUndefined(options.audit), state, isSandbox: false });
  if (folder === undefined) throw new Error('The audit log is off. Name its folder with --audit.');
  if (options.verify) await verify(folder, state);
  else await show(folder, options);
}

async function show(folder: string, { since: sinceMs, operation, json }: AuditCommandOptions): Promise<void> {
  const pattern = operation === undefined ? undefined : compilePattern(operation);
  const { calls, unreadable } = await readCalls(folder, { sinceMs, operation: pattern });
  for (const { call, text } of calls) print(json ? text : formatCall(call));
  if (unreadable > 0) process.stderr.write(`Not shown: ${unreadable} lines that cannot be read; see --verify.\n`);
  if (calls.length === 0) process.stderr.write(`Nothing to show in ${folder}.\n`);
}

async function verify(folder: string, place: string | undefined): Promise<void> {
  const state = await openState(place);
  try {
    const records = state.isDurable ? state.records : undefined;
    const { findings, files, lines } = await verifyLog({ folder, records });
    for (const finding of findings) print(formatFinding(finding));
    const faults = findings.filter(({ severity }) => severity === 'fault').length;
    if (files === 0 && findings.length === 0) {
      print(`Nothing was recorded in ${folder}, as far as the state knows (${state.description}).`);
      return;
    }
    const verdict = faults === 0 ? 'The log is whole' : `The log is NOT whole, faults: ${faults}`;
    print(`${verdict}. ${lines} lines in ${files} files of ${folder}.`);
    if (faults > 0) process.exitCode = 1;
  } finally {
    await state.close();
  }
}

function formatFinding({ severity, file, line, message }: Finding): string {
  const where = [file, line === undefined ? undefined : `line ${line}`].filter((part) => part !== undefined).join(', ');
  return [severity.toUpperCase().padEnd(5), where === '' ? undefined : `${where}:`, message].filter(Boolean).join(' ');
}

/** When, how it ended, what, where, by whom, with what. */
function formatCall(call: Call): string {
  const { time, outcome, reason, rule, status, operation, tool, location, company, token, client } = call;
  const cause = [reason, rule, status].filter((part) => part !== undefined).join(', ');
  const facts: Readonly<Record<string, unknown>> = {
    sent: call.sent,
    class: call.class,
    location,
    company,
    confirmed: call.confirmedBy,
    ...call.ids,
    result: call.result,
    key: call.key,
    args: call.args,
    token,
    client: client === undefined ? undefined : `"${client}"`,
    trace: call.traceId,
    lost: call.lost,
  };
  const known = Object.entries(facts).filter(([, value]) => value !== undefined);
  return [
    time,
    cause === '' ? outcome : `${outcome} (${cause})`,
    operation ?? tool ?? '-',
    ...known.map(([name, value]) => `${name}=${value}`),
    `${call.durationMs}ms`,
  ].join('  ');
}
