/** Arguments as an agent sent them → arguments that are safe to send, or every fault at once. */
import { closest } from 'fastest-levenshtein';
import type { z } from 'zod';
import { collectBoundFaults } from './bounds.ts';
import type { Arguments } from './context.ts';
import { CallRefusal } from './refusal.ts';
import { formatPath, repairArguments } from './repair.ts';

export interface Parsed {
  readonly args: Arguments;
  readonly repairs: readonly string[];
}

const MAX_PROBLEMS = 12;
const MAX_PROBLEM_LENGTH = 300;

/**
 * Validates against the operation's full schema, after mending what has one reading only.
 *
 * @throws CallRefusal `invalid_arguments`, with a line for each fault.
 */
export function parseArguments(input: z.ZodObject, args: Arguments, toolName: string): Parsed {
  assertWithinBounds(args, toolName);

  const first = input.safeParse(args, { reportInput: true });
  if (first.success) return { args: first.data, repairs: [] };
  const repaired = repairArguments(args, first.error.issues);
  if (repaired.repairs.length > 0) {
    // What was text has an inside now.
    assertWithinBounds(repaired.args, toolName);
    const second = input.safeParse(repaired.args, { reportInput: true });
    if (second.success) return { args: second.data, repairs: repaired.repairs };
  }
  const { issues } = first.error;
  const problems = issues.slice(0, MAX_PROBLEMS).flatMap((issue) => explainIssue(issue, input, args));
  throw refuse(toolName, problems, issues.length - MAX_PROBLEMS);
}

function assertWithinBounds(args: Arguments, toolName: string): void {
  const faults = collectBoundFaults(args);
  if (faults.length > 0) throw refuse(toolName, faults);
}

/** However much is wrong, an agent is told a bounded part of it. */
function refuse(toolName: string, problems: readonly string[], unexplained = 0): CallRefusal {
  const shown = problems.slice(0, MAX_PROBLEMS).map((problem) => cut(problem, MAX_PROBLEM_LENGTH));
  const left = problems.length - shown.length + Math.max(0, unexplained);
  if (left > 0) shown.push(`… and ${left} more`);
  return new CallRefusal('invalid_arguments', `${toolName} was called with arguments it cannot take.`, {
    advice: 'Correct the arguments named in problems and call again.',
    problems: shown,
  });
}

/** One issue in words: what is wrong where, and the nearest right name for an unknown field. */
function explainIssue(issue: z.core.$ZodIssue, input: z.ZodObject, args: Arguments): string[] {
  const where = formatPath(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = listKeysAt(input, issue.path);
      return issue.keys.slice(0, MAX_PROBLEMS).map((key) => {
        const name = where === '' ? key : `${where}.${key}`;
        const nearest = known.length > 0 ? closest(cut(key, MAX_PROBLEM_LENGTH), known) : undefined;
        return `${name}: unknown field${nearest === undefined ? '' : `; did you mean ${nearest}?`}`;
      });
    }
    case 'invalid_type':
      return [
        isMissing(args, issue.path)
          ? `${where}: required (${issue.expected})`
          : `${where}: must be ${issue.expected}, got ${describe(issue.input)}`,
      ];
    case 'invalid_value':
      return [
        `${where}: must be one of ${issue.values
          .slice(0, 40)
          .map((value) => JSON.stringify(value))
          .join(', ')}`,
      ];
    case 'invalid_union':
      return [`${where === '' ? 'arguments' : where}: ${explainUnion(issue)}`];
    default:
      return [`${where === '' ? 'arguments' : where}: ${issue.message}`];
  }
}

/** The faults of the branch that came nearest, which is the one that failed deepest or least. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion): string {
  const branches = issue.errors.filter((branch) => branch.length > 0);
  const nearest = branches.toSorted((a, b) => depth(b) - depth(a) || a.length - b.length)[0];
  if (nearest === undefined) return issue.message;
  return nearest
    .slice(0, MAX_PROBLEMS)
    .map((fault) => `${formatPath(fault.path)} ${fault.message}`.trim())
    .join('; ');
}

function depth(branch: readonly z.core.$ZodIssue[]): number {
  return branch.reduce((deepest, fault) => Math.max(deepest, fault.path.length), 0);
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}

function isMissing(args: Arguments, path: readonly PropertyKey[]): boolean {
  let current: unknown = args;
  for (const part of path) {
    if (typeof current !== 'object' || current === null) return false;
    current = (current as Record<PropertyKey, unknown>)[part];
  }
  return current === undefined;
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** What zod keeps about the schemas that are looked into here: objects, arrays and wrappers. */
interface Definition {
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
}

/** The field names that the schema knows at a path; empty where the schema has no named fields there. */
function listKeysAt(input: z.ZodObject, path: readonly PropertyKey[]): string[] {
  let definition = getDefinition(input);
  for (const part of path) definition = getDefinition(definition?.shape?.[String(part)] ?? definition?.element);
  return Object.keys(definition?.shape ?? {});
}

/** The definition behind optional, nullable and the like. */
function getDefinition(schema: z.core.$ZodType | undefined): Definition | undefined {
  let definition = schema?._zod.def as Definition | undefined;
  while (definition?.innerType !== undefined) definition = definition.innerType._zod.def as Definition;
  return definition;
}
