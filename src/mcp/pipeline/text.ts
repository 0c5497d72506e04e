/** Text that must not reach a CRM: broken encodings, and single values no field of HighLevel takes. */
import type { Arguments } from './context.ts';
import { formatPath } from './repair.ts';

/** Characters. Far above any field of HighLevel; the content of an upload (`base64`) has its own bound. */
export const MAX_TEXT_LENGTH = 1_000_000;
const MAX_BASE64_LENGTH = 140_000_000;
const MAX_DEPTH = 32;

/** One line per text that cannot be sent. Empty: all is well. */
export function collectTextFaults(args: Arguments): string[] {
  const faults: string[] = [];
  walk(args, [], faults);
  return faults;
}

function walk(value: unknown, path: readonly PropertyKey[], faults: string[]): void {
  if (path.length > MAX_DEPTH) {
    faults.push(`${formatPath(path.slice(0, 3))}…: nested deeper than ${MAX_DEPTH} levels`);
  } else if (typeof value === 'string') {
    const fault = faultOf(value, path.at(-1));
    if (fault !== undefined) faults.push(`${formatPath(path)}: ${fault}`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, [...path, index], faults);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) walk(item, [...path, name], faults);
  }
}

function faultOf(text: string, name: PropertyKey | undefined): string | undefined {
  const limit = name === 'base64' ? MAX_BASE64_LENGTH : MAX_TEXT_LENGTH;
  if (text.length > limit) return `${text.length} characters, at most ${limit} are accepted`;
  if (!text.isWellFormed()) return 'contains half a Unicode character (a lone surrogate)';
  // What a decoder puts in the place of bytes that were not UTF-8: the original text is already lost.
  if (text.includes('\uFFFD')) return 'contains U+FFFD, the mark of text damaged by a wrong encoding';
  if (text.includes('\0')) return 'contains a NUL character';
  return undefined;
}
