/** The one place where a value becomes part of a path. */
import { ArgumentError } from '../errors/index.ts';
import { encodeText, formatScalar } from './scalar.ts';

/**
 * Fills a path template. Every value is encoded and stays one segment.
 *
 * @param values by the name in the template
 * @throws ArgumentError when a value is missing or could lead to another path
 */
export function buildPath(template: string, values: ReadonlyMap<string, PathValue>): string {
  return template.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const given = values.get(name);
    if (given === undefined) throw new ArgumentError(name, 'is missing: it is part of the path.');
    return encodePathValue(given.argument, given.value);
  });
}

export interface PathValue {
  /** The argument's name as the caller knows it. */
  readonly argument: string;
  readonly value: unknown;
}

/**
 * Encodes one value so that it is exactly one segment, for HighLevel and for every gateway before it.
 * Encoding alone does not do that: `.` and `..` need none, and gateways that decode `%2F` or decode twice
 * would read a separator out of an encoded one. No id of HighLevel has separators, so they are refused.
 *
 * @throws ArgumentError
 */
export function encodePathValue(argument: string, value: unknown): string {
  const text = formatScalar(argument, value);
  for (const reading of listReadings(text)) {
    const trimmed = reading.trim();
    if (trimmed === '') throw refuse(argument, 'is empty');
    if (trimmed === '.' || trimmed === '..') throw refuse(argument, 'is a step in a path, not an id');
    if (/[/\\]/.test(reading)) throw refuse(argument, 'contains a path separator');
    if (/\p{Cc}/u.test(reading)) throw refuse(argument, 'contains a control character');
  }
  return encodeText(argument, text);
}

/** The text, and what is left of it each time a lax gateway decodes it once more. */
function listReadings(text: string): string[] {
  const readings = [text];
  for (let reading = text; ; ) {
    const next = reading.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    if (next === reading) return readings;
    readings.push(next);
    reading = next;
  }
}

function refuse(argument: string, problem: string): ArgumentError {
  return new ArgumentError(
    argument,
    `cannot be part of a path: it ${problem}.`,
    `Give ${argument} as HighLevel shows it.`,
  );
}
