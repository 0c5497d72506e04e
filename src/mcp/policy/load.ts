/** From the operator's file and flags to one policy. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { compilePattern, createPolicy, type Policy } from './policy.ts';
import { type PolicyRules, policyRules } from './rules.ts';

export interface PolicySources {
  /** The path of the operator's file. */
  readonly file?: string | undefined;
  /** The path of a file that holds beside it, for one account. */
  readonly accountFile?: string | undefined;
  readonly environment?: object;
  readonly flags?: object;
}

/**
 * Reads the file and puts environment and flags beside it: all of them hold, so each only narrows.
 *
 * @throws RangeError with a message for the operator: a file that cannot be read or understood, a pattern that
 * matches no operation (a typing error in a rule must not leave a hole).
 */
export function loadPolicy(sources: PolicySources, catalogue: Catalogue): Policy {
  const { file, accountFile, environment = {}, flags = {} } = sources;
  const sets = [parseRules(environment, "The environment's policy"), parseRules(flags, 'The policy flags')];
  if (accountFile !== undefined) sets.unshift(parseRules(readRules(accountFile), "The account's policy file"));
  if (file !== undefined) sets.unshift(parseRules(readRules(file), 'The policy file'));
  for (const { allow = [], deny = [] } of sets)
    for (const pattern of [...allow, ...deny]) assertKnown(pattern, catalogue);
  return createPolicy(...sets);
}

function readRules(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why =
      error instanceof SyntaxError ? 'it is not JSON' : ((error as NodeJS.ErrnoException).code ?? 'unreadable');
    throw new RangeError(`The policy file cannot be read (${why}).`);
  }
}

function parseRules(given: unknown, where: string): PolicyRules {
  const parsed = policyRules.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new RangeError(`${where} cannot be understood:\n${z.prettifyError(parsed.error)}`);
}

function assertKnown(pattern: string, catalogue: Catalogue): void {
  const matches = compilePattern(pattern);
  if (catalogue.rows.some(({ name }) => matches.test(name))) return;
  const nearest = catalogue.listNearestNames(pattern.replaceAll('*', '')).join(', ');
  throw new RangeError(`The policy names ${pattern}, which matches no operation. Nearest: ${nearest}.`);
}
