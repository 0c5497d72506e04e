/** From the name an agent gave to the operation it means. */
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import { findGap, formatGap } from '../../catalogue/gaps.ts';
import { refuseWithheld } from './permit.ts';
import { CallRefusal } from './refusal.ts';

const MAX_NAME_LENGTH = 100;

/**
 * Finds an operation by its exact name, or by method and path as HighLevel documents them. Nothing else is an alias:
 * whatever is allowed or denied is allowed or denied for the operation, not for a spelling of it.
 *
 * @throws CallRefusal `unknown_operation`, with the nearest names; `not_permitted` for what no server offers
 */
export function findOperation(given: string, catalogue: Catalogue): OperationRow {
  const row = catalogue.findByName(given) ?? catalogue.findByKey(given);
  if (row?.withheld !== undefined) throw refuseWithheld(row.name, row.withheld);
  if (row?.guided) return row;
  const name = given.slice(0, MAX_NAME_LENGTH);
  const gap = findGap(name);
  const known = gap === undefined ? '' : ` ${formatGap(gap)}`;
  throw new CallRefusal('unknown_operation', `No operation is called ${name}.${known}`, {
    advice: `Nearest: ${listCallable(name, catalogue).join(', ')}. find_operations finds one by what it does.`,
  });
}

function listCallable(name: string, catalogue: Catalogue): string[] {
  const names = catalogue.rows.filter((row) => row.guided && row.withheld === undefined).map((row) => row.name);
  return catalogue.listNearestNames(name, names);
}
