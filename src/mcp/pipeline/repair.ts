/**
 * Small slips that agents make and that have one reading only: a number, a boolean or JSON that arrived as
 * text. Everything repaired is reported; everything else is left to validation.
 */
import type { z } from 'zod';
import type { Arguments } from './context.ts';

export interface Repaired {
  readonly args: Arguments;
  /** One line per repair, for the result. */
  readonly repairs: readonly string[];
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** Mends what the issues of a failed parse point at. Gives the arguments back unchanged where nothing can be mended. */
export function repairArguments(args: Arguments, issues: readonly Issue[]): Repaired {
  const found = issues.flatMap((issue) => findReading(args, issue) ?? []);
  if (found.length === 0) return { args, repairs: [] };
  const mended = structuredClone(args) as Record<string, unknown>;
  for (const { path, value } of found) setAt(mended, path, value);
  return {
    args: mended,
    repairs: found.map(({ path, expected }) => `${formatPath(path)}: text was read as ${expected}`),
  };
}

interface Reading {
  readonly path: Path;
  readonly expected: Readable;
  readonly value: unknown;
}

/** What a text stands for where something else was expected; undefined where there is not exactly one reading. */
function findReading(args: Arguments, issue: Issue): Reading | undefined {
  const current = getAt(args, issue.path);
  if (typeof current !== 'string') return undefined;
  const readings = listExpectedTypes(issue).flatMap((expected) => {
    const value = readText(current, expected);
    return value === undefined ? [] : [{ path: issue.path, expected, value }];
  });
  return readings.length === 1 ? readings[0] : undefined;
}

/** `filters[0].field`, as agents write paths. */
export function formatPath(path: Path): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${String(part)}`))
    .join('');
}

type Readable = 'number' | 'boolean' | 'object' | 'array';

/** Of a union, what its alternatives expect in this very place. */
function listExpectedTypes(issue: Issue): Readable[] {
  const direct = issue.code === 'invalid_union' ? issue.errors.flat().filter(({ path }) => path.length === 0) : [issue];
  return [...new Set(direct.flatMap((one) => expectedType(one) ?? []))];
}

function expectedType(issue: Issue): Readable | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  switch (issue.expected) {
    case 'number':
    case 'int':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'object':
    case 'record':
      return 'object';
    case 'array':
      return 'array';
    default:
      return undefined;
  }
}

function readText(text: string, expected: Readable): unknown {
  const trimmed = text.trim();
  if (expected === 'number') return /^-?\d{1,15}(\.\d{1,10})?$/.test(trimmed) ? Number(trimmed) : undefined;
  if (expected === 'boolean') return trimmed === 'true' ? true : trimmed === 'false' ? false : undefined;
  if (!trimmed.startsWith(expected === 'array' ? '[' : '{')) return undefined;
  try {
    return JSON.parse(trimmed) as unknown;
  } catch {
    return undefined;
  }
}

function getAt(root: unknown, path: Path): unknown {
  let current = root;
  for (const part of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, part)) return undefined;
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return current;
}

function setAt(root: Record<string, unknown>, path: Path, value: unknown): void {
  const parent = getAt(root, path.slice(0, -1)) as Record<PropertyKey, unknown>;
  parent[path.at(-1) as PropertyKey] = value;
}
