/** What HighLevel will probably say to a call, before anybody makes it. */
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import type { Pins } from '../pipeline/context.ts';
import { getNeededLevel, getTokenMemory } from './memory.ts';
import { type Judgement, judge, type Obstacle } from './obstacle.ts';

export interface ForesightDependencies {
  readonly catalogue: Catalogue;
  readonly pins: Pins;
  readonly connect?: (() => Promise<HighLevelClient>) | undefined;
}

/** What stands in the way of an operation; undefined where nothing is known to. */
export type Foresight = (row: OperationRow) => Obstacle | undefined;

/** As much as is known now of the tokens that the pins give. Sends nothing, and never throws. */
export async function readForesight({ catalogue, pins, connect }: ForesightDependencies): Promise<Foresight> {
  const client = await tryToConnect(connect);
  if (client === undefined) return () => undefined;
  const memory = getTokenMemory(client);
  const recallFor = async (level: ReturnType<typeof getNeededLevel>): Promise<Judgement | undefined> => {
    const known = await memory.recall({ ...pins, level });
    return known && judge(known, catalogue);
  };
  const [location, agency, any] = await Promise.all([recallFor('location'), recallFor('agency'), recallFor('any')]);
  const judgements = { location, agency, any };
  return (row) => judgements[getNeededLevel(row)]?.findObstacle(row);
}

/** The mark on whatever tells of an operation; nothing where nothing is known. */
export function markObstacle(obstacle: Obstacle | undefined): object {
  return obstacle === undefined ? {} : { probablyRefused: obstacle.why, toLift: obstacle.toLift };
}

/** Why there is no client is told to whoever calls. */
async function tryToConnect(connect: ForesightDependencies['connect']): Promise<HighLevelClient | undefined> {
  try {
    return await connect?.();
  } catch {
    return undefined;
  }
}
