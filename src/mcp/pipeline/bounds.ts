/**
 * What is refused whatever an operation takes, before its schema is asked: broken encodings, and more text, depth or values
 * than any field or call of HighLevel has.
 */
import type { Arguments } from './context.ts';
import { formatPath } from './repair.ts';

/** Characters. Far above any field of HighLevel; the content of an upload (`base64`) has its own bound. */
const MAX_TEXT_LENGTH = 1_000_000;
const MAX_BASE64_LENGTH = 140_000_000;
const MAX_DEPTH = 32;
/** Fields and items at every depth. A batch of a thousand rows has fewer; checking ten times as many takes a second. */
const MAX_VALUES = 50_000;

/** One line per fault. Empty: all is well. */
export function collectBoundFaults(args: Arguments): string[] {
  const found: Found = { faults: [], values: 0 };
  walk(args, [], found);
  return found.faults;
}

interface Found {
  readonly faults: string[];
  values: number;
}

function walk(value: unknown, path: readonly PropertyKey[], found: Found): void {
  const { faults } = found;
  found.values += 1;
  if (found.values > MAX_VALUES) {
    if (found.values === MAX_VALUES + 1)
      faults.push(`${formatPath(path.slice(0, 3))}…: more than ${MAX_VALUES} values`);
  } else if (path.length > MAX_DEPTH) {
    faults.push(`${formatPath(path.slice(0, 3))}…: nested deeper than ${MAX_DEPTH} levels`);
  } else if (typeof value === 'string') {
    const fault = faultOf(value, path.at(-1));
    if (fault !== undefined) faults.push(`${formatPath(path)}: ${fault}`);
  } else if (Array.isArray(value)) {
    value.forEach((item, index) => {
      walk(item, [...path, index], found);
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) walk(item, [...path, name], found);
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
