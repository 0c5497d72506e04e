/**
 * What one configuration of the server lists by name: which operations, in which order, with which schemas. Fixed
 * from start to end; nothing an agent does changes it. What is not listed is called through the fixed tools.
 */
import type { Tool } from '@modelcontextprotocol/server';
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import type { Pins } from '../pipeline/context.ts';
import type { Policy } from '../policy/policy.ts';
import { showPlace } from './definition.ts';
import { everydayTools } from './everyday.ts';
import { offerKey, offerPlan } from './offer-key.ts';
import { FULL_FORM_LIMIT, shortenLongArguments, shortenTool } from './short-form.ts';

export interface SurfaceOptions {
  /** Resource names, `all`, `everyday`, `minimal` (none by name), or tool names; empty: everyday. */
  readonly tools: readonly string[];
  readonly readOnly: boolean;
  readonly pins: Pins;
  /** Whether calls say in which of a company's locations they work. */
  readonly choosesLocation?: boolean | undefined;
  /** Whether high-impact tools take the id of a plan. */
  readonly isConfirmed?: boolean | undefined;
  /** What it refuses is not listed. */
  readonly policy?: Pick<Policy, 'refuseOperation'> | undefined;
}

export interface Surface {
  readonly isReadOnly: boolean;
  readonly rows: readonly OperationRow[];
  has(toolName: string): boolean;
  /** The definitions as a client sees them, in short form where they are many. Loads lists, no schema. */
  listTools(): Promise<Tool[]>;
}

/**
 * Chooses the operations. Only judged ones that are not withheld are ever chosen.
 *
 * @throws RangeError when a choice names no resource and no tool; the message lists what there is.
 */
export function createSurface(catalogue: Catalogue, options: SurfaceOptions): Surface {
  const offered = catalogue.rows.filter((row) => row.guided && !row.withheld);
  const chosen = choose(catalogue, offered, options.tools).filter(
    (row) => (!options.readOnly || row.risk === 'read') && options.policy?.refuseOperation(row) === undefined,
  );
  const names = new Set<string>(chosen.map((row) => row.name));
  let listed: Promise<Tool[]> | undefined;
  return {
    isReadOnly: options.readOnly,
    rows: chosen,
    has: (toolName) => names.has(toolName),
    listTools: () => {
      listed ??= listDefinitions(catalogue, chosen, options);
      return listed;
    },
  };
}

function choose(catalogue: Catalogue, offered: readonly OperationRow[], choices: readonly string[]): OperationRow[] {
  const wanted = choices.length === 0 ? ['everyday'] : choices;
  const chosen = new Map<string, OperationRow>();
  for (const choice of wanted) {
    for (const row of rowsOf(catalogue, offered, choice)) chosen.set(row.name, row);
  }
  return [...chosen.values()];
}

function rowsOf(catalogue: Catalogue, offered: readonly OperationRow[], choice: string): readonly OperationRow[] {
  if (choice === 'minimal') return [];
  if (choice === 'all') return offered;
  if (choice === 'everyday') {
    return everydayTools.flatMap((name) => offered.filter((row) => row.name === name));
  }
  const resource = choice.replaceAll('_', '-');
  if (catalogue.resources.includes(resource)) {
    const rows = offered.filter((row) => row.resource === resource);
    if (rows.length > 0) return rows;
    throw new RangeError(`No operation of ${resource} is offered yet.`);
  }
  const row = offered.find((candidate) => candidate.name === choice);
  if (row !== undefined) return [row];
  const resources = [...new Set(offered.map((candidate) => candidate.resource))].join(', ');
  throw new RangeError(`"${choice}" is no resource and no tool. Choose from: all, everyday, minimal, ${resources}.`);
}

async function listDefinitions(
  catalogue: Catalogue,
  rows: readonly OperationRow[],
  { pins, choosesLocation, isConfirmed }: SurfaceOptions,
): Promise<Tool[]> {
  const byName = new Map<string, Tool>();
  for (const resource of new Set(rows.map((row) => row.resource))) {
    for (const tool of await catalogue.loadTools(resource)) byName.set(tool.name, tool as Tool);
  }
  const isLong = rows.length > FULL_FORM_LIMIT;
  return rows.map((row) => {
    const tool = byName.get(row.name);
    if (tool === undefined) throw new Error(`${row.name} is in the index but not in the list of its resource`);
    // A long list takes arguments of our own all the same; shown at each of hundreds of tools they would only cost tokens.
    if (isLong) return shortenTool(showPlace(tool, row, { pins }));
    const full = shortenLongArguments(showPlace(tool, row, { pins, choosesLocation }));
    if (row.risk === 'read') return full;
    return isConfirmed && row.risk === 'high-impact' ? offerPlan(offerKey(full)) : offerKey(full);
  });
}
