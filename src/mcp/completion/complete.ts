/** Answers what a person may go on typing. A convenience: where it cannot help, it offers nothing. */
import {
  type CompleteRequestParams,
  type CompleteResult,
  ProtocolError,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import type { CallDependencies } from '../pipeline/call.ts';
import { sanitiseText } from '../results/sanitise.ts';
import { type CompleterName, completers, type Typed } from './completers.ts';

/** As the protocol has it. */
const MAX_VALUES = 100;
const MAX_VALUE_LENGTH = 200;

/** What completes the arguments of a prompt or the variables of a template. */
export interface Completable {
  findCompleters(name: string): Readonly<Record<string, CompleterName>> | undefined;
}

/** What there is to be filled in. */
export interface Completables {
  readonly prompts: Completable;
  readonly resources: Completable;
}

export type Complete = (asked: CompleteRequestParams, signal: AbortSignal) => Promise<CompleteResult>;

/**
 * Builds what answers with values for one argument: none where nothing fits, where the list cannot be read, and
 * without a token. It throws a ProtocolError for a prompt or template that is not there.
 */
export function createComplete({ prompts, resources }: Completables, dependencies: CallDependencies): Complete {
  return async ({ ref, argument, context }, signal) => {
    const known = ref.type === 'ref/prompt' ? prompts.findCompleters(ref.name) : resources.findCompleters(ref.uri);
    if (known === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, 'There is nothing of this name.');
    const name = Object.hasOwn(known, argument.name) ? known[argument.name] : undefined;
    const typed = { value: argument.value, others: context?.arguments ?? {}, signal };
    const found = name === undefined ? [] : await listOrNone(name, typed, dependencies);
    const values = [...new Set(found.map(clean))].filter((value) => value !== '');
    const shown = values.slice(0, MAX_VALUES);
    return { completion: { values: shown, total: values.length, hasMore: values.length > shown.length } };
  };
}

async function listOrNone(
  name: CompleterName,
  typed: Typed,
  dependencies: CallDependencies,
): Promise<readonly string[]> {
  try {
    return await completers[name](typed, dependencies);
  } catch {
    return [];
  }
}

/** Names are text of outsiders, shown here in one line each. */
function clean(value: string): string {
  const line = sanitiseText(value).replace(/\s+/g, ' ').trim();
  return line.length > MAX_VALUE_LENGTH ? line.slice(0, MAX_VALUE_LENGTH).toWellFormed().replace('\uFFFD', '') : line;
}
