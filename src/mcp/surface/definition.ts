/** The definition of one tool in full, as this session may see it, on its surface or not. */
import type { Catalogue, OperationRow, ToolDefinition } from '../../catalogue/catalogue.ts';
import { listPinnedArguments, type Pins, takesPlace } from '../pipeline/context.ts';
import { hideArguments, type Listed } from './hide-arguments.ts';
import { offerPlace } from './offer-key.ts';

/** What decides which arguments a tool shows. */
export interface ShownTo {
  readonly pins: Pins;
  readonly choosesLocation?: boolean | undefined;
}

/** Without what the server fills in. */
export async function findDefinition(
  catalogue: Catalogue,
  row: OperationRow,
  shownTo: ShownTo,
): Promise<ToolDefinition> {
  const definition = (await catalogue.loadTools(row.resource)).find((tool) => tool.name === row.name);
  if (definition === undefined) throw new Error(`${row.name} is in the index but not in the list of its resource`);
  return showPlace(definition, row, shownTo);
}

/** The arguments that say where, as far as they are an agent's to fill in. */
export function showPlace<T extends Listed>(tool: T, row: OperationRow, { pins, choosesLocation }: ShownTo): T {
  const shown = hideArguments(tool, listPinnedArguments(row.context, pins, row.explicit));
  return choosesLocation && takesPlace(row) ? offerPlace(shown) : shown;
}
