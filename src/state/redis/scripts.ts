/** Everything that Redis does for us, each an atomic script. All keys of one call lie in one slot of a cluster. */
import { getRecord, putRecord, removeRecord } from './record-scripts.ts';
import { giveBackPermit, learnLimits, stampPermit, takePermit } from './window-scripts.ts';

export const scripts = {
  getRecord: { lua: getRecord, numberOfKeys: 1 },
  putRecord: { lua: putRecord, numberOfKeys: 1 },
  removeRecord: { lua: removeRecord, numberOfKeys: 1 },
  takePermit: { lua: takePermit, numberOfKeys: 2 },
  stampPermit: { lua: stampPermit, numberOfKeys: 2 },
  giveBackPermit: { lua: giveBackPermit, numberOfKeys: 2 },
  learnLimits: { lua: learnLimits, numberOfKeys: 2 },
};

export type ScriptName = keyof typeof scripts;
