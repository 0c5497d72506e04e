/** What the demonstration prints: readable on a terminal of 120 columns, plain text when piped. */
import { styleText } from 'node:util';
import type { ToolResult } from '../support/mcp-clients.ts';

const WIDTH = 116;
const failures: string[] = [];

export function printTitle(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

/** One call: why, which tool, with what, and what came back, each cut to a line. */
export function printStep(why: string, tool: string, args: Record<string, unknown>, result: ToolResult): void {
  console.log(`\n  ${why}`);
  console.log(`  ${styleText('cyan', '→')} ${tool} ${cut(JSON.stringify(args), WIDTH - tool.length - 5)}`);
  const arrow = result.isError ? styleText('yellow', '✗') : styleText('green', '←');
  console.log(`  ${arrow} ${cut(JSON.stringify(result.body), WIDTH - 4)}`);
}

/** Notes an expectation, met or not. */
export function check(what: string, isMet: boolean): void {
  if (!isMet) failures.push(what);
  console.log(`    ${isMet ? styleText('green', 'ok') : styleText('red', 'NOT OK')}: ${what}`);
}

export function getFailures(): readonly string[] {
  return failures;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
