/** What to say about a name that no tool has: the nearest ones, and what HighLevel does not offer at all. */

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { findGap, formatGap } from '../../catalogue/gaps.ts';
import { hidePersonal } from '../../highlevel/errors/index.ts';
import type { Surface } from './surface.ts';

export interface UnknownTool {
  readonly message: string;
  /** Names of this surface, nearest first. */
  readonly nearest: readonly string[];
}

const MAX_NAME_LENGTH = 100;

export function explainUnknownTool(given: string, catalogue: Catalogue, surface: Surface): UnknownTool {
  const name = given.slice(0, MAX_NAME_LENGTH);
  const names = surface.rows.map((row) => row.name);
  const gap = findGap(name);
  const known = gap === undefined ? '' : ` ${formatGap(gap)}`;
  return {
    message: `Unknown tool ${hidePersonal(name)}. Nothing was sent.${known}`,
    nearest: catalogue.listNearestNames(name, names),
  };
}
