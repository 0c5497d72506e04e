/** The definition of one tool in full, as this session may see it, on its surface or not. */
import type { Catalogue, OperationRow, ToolDefinition } from '../../catalogue/catalogue.ts';
import { listPinnedArguments, type Pins } from '../pipeline/context.ts';
import { hideArguments } from './hide-arguments.ts';

/** Without what the server fills in. */
export async function findDefinition(catalogue: Catalogue, row: OperationRow, pins: Pins): Promise<ToolDefinition> {
  const definition = (await catalogue.loadTools(row.resource)).find((tool) => tool.name === row.name);
  if (definition === undefined) throw new Error(`${row.name} is in the index but not in the list of its resource`);
  return hideArguments(definition, listPinnedArguments(row.context, pins, row.explicit));
}
