/** What zod finds wrong, in the words of class-validator, which HighLevel answers with. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/**
 * The texts of one issue: `name must be a string`, nested `items.0.price must be …`.
 * `value` is what was validated, `base` the path of the issue within the request.
 */
export function formatIssue(issue: Issue, value: unknown, base: Path = []): string[] {
  if (issue.code === 'invalid_union') return formatUnion(issue, value, base);
  const path = [...base, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${formatPrefix([...path, key])}property ${key} should not exist`);
  }
  const field = `${formatPrefix(path)}${String(path.at(-1) ?? 'body')}`;
  const given = getValue(value, issue.path);
  const texts = describeIssue(issue).map((text) => `${field} ${text}`);
  return given === undefined || given === '' ? [...texts, `${field} should not be empty`] : texts;
}

/** class-validator reports one class; the branch with the least to say about is the one that was meant. */
function formatUnion(issue: z.core.$ZodIssueInvalidUnion, value: unknown, base: Path): string[] {
  const given = getValue(value, issue.path);
  const branches = issue.errors.map((issues) =>
    issues.flatMap((inner) => formatIssue(inner, given, [...base, ...issue.path])),
  );
  return branches.sort((a, b) => a.length - b.length)[0] ?? [];
}

function formatPrefix(path: Path): string {
  return path
    .slice(0, -1)
    .map((part) => `${String(part)}.`)
    .join('');
}

const typeTexts: Readonly<Record<string, string>> = {
  string: 'must be a string',
  number: 'must be a number conforming to the specified constraints',
  int: 'must be an integer number',
  boolean: 'must be a boolean value',
  array: 'must be an array',
  object: 'must be an object',
  record: 'must be an object',
};

const formatTexts: Readonly<Record<string, string>> = {
  email: 'must be an email',
  url: 'must be a URL address',
  uuid: 'must be a UUID',
  datetime: 'must be a valid ISO 8601 date string',
  date: 'must be a valid ISO 8601 date string',
};

function describeIssue(
  issue: Exclude<Issue, z.core.$ZodIssueInvalidUnion | z.core.$ZodIssueUnrecognizedKeys>,
): string[] {
  switch (issue.code) {
    case 'invalid_type':
      return [typeTexts[issue.expected] ?? `must be a valid ${issue.expected}`];
    case 'invalid_value':
      return [`must be one of the following values: ${issue.values.map(String).join(', ')}`];
    case 'invalid_format':
      return [formatTexts[issue.format] ?? `must match ${issue.pattern ?? issue.format} regular expression`];
    case 'too_small':
      return [describeMinimum(issue.origin, issue.minimum)];
    case 'too_big':
      return [describeMaximum(issue.origin, issue.maximum)];
    default:
      return ['is invalid'];
  }
}

function describeMinimum(origin: string, minimum: number | bigint): string {
  if (origin === 'string') return `must be longer than or equal to ${minimum} characters`;
  if (origin === 'array') return `must contain at least ${minimum} elements`;
  return `must not be less than ${minimum}`;
}

function describeMaximum(origin: string, maximum: number | bigint): string {
  if (origin === 'string') return `must be shorter than or equal to ${maximum} characters`;
  if (origin === 'array') return `must contain no more than ${maximum} elements`;
  return `must not be greater than ${maximum}`;
}

function getValue(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}
