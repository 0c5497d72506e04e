/** What the demonstration prints: readable on a terminal of 100 columns, plain text when piped. */
import { styleText } from 'node:util';
import type { ToolResult } from '../support/mcp-clients.ts';

const WIDTH = 92;
const MAX_LINES = 4;
const failures: string[] = [];

export function printTitle(text: string): void {
  console.log(`\n${styleText('bold', text)}`);
}

/** One call: why, which tool, with what, and what came back, the long ones cut. */
export function printStep(why: string, tool: string, args: Record<string, unknown>, result: ToolResult): void {
  console.log(`\n  ${why}`);
  console.log(`  ${styleText('cyan', '→')} ${styleText('bold', tool)}${indent(JSON.stringify(args))}`);
  const arrow = result.isError ? styleText('yellow', '✗') : styleText('green', '←');
  console.log(`  ${arrow}${indent(JSON.stringify(result.body))}`);
}

/** Notes an expectation, met or not. */
export function check(what: string, isMet: boolean): void {
  if (!isMet) failures.push(what);
  console.log(`    ${isMet ? styleText('green', 'ok') : styleText('red', 'NOT OK')}: ${what}`);
}

export function getFailures(): readonly string[] {
  return failures;
}

/** The text below the line it belongs to, in lines of even width; what is left after the last one is counted. */
function indent(text: string): string {
  const lines = text.match(new RegExp(`.{1,${WIDTH}}`, 'gsu')) ?? [];
  const shown = lines.slice(0, MAX_LINES);
  const rest = text.length - shown.join('').length;
  if (rest > 0) shown.push(`… and ${rest} more characters`);
  return shown.map((line) => `\n      ${line}`).join('');
}
