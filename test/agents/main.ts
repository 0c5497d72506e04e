/**
 * Plays the tasks on the built server over stdio, both ways, and keeps the tables of docs/agents.md: writes those that
 * are no longer true, or with `--check` says so. `npm run agents`.
 */
import { writeFileSync } from 'node:fs';
import { compare, document, measureSurfaces, parseTable, readDocument, replaceTable, tabulate } from './figures.ts';
import { connectOverStdio, play } from './stage.ts';
import type { Played } from './task.ts';
import { tasks } from './tasks/index.ts';

const isCheck = process.argv.includes('--check');
const played: Played[] = [];
for (const task of tasks) {
  for (const way of ['fixed', 'named'] as const) played.push(await play(task, way, connectOverStdio));
  const [fixed, named] = played.slice(-2);
  console.log(`${task.title}: ${fixed?.calls} calls with the fixed tools, ${named?.calls} with named ones`);
}

let text = readDocument();
const stale: string[] = [];
for (const [name, table] of [
  ['surfaces', await measureSurfaces()],
  ['tasks', tabulate(played)],
] as const) {
  const differences = compare(name, parseTable(text, name), table);
  stale.push(...differences);
  if (differences.length > 0) text = replaceTable(text, name, table);
}
if (stale.length === 0) console.log('docs/agents.md is true.');
else if (isCheck) {
  console.error(`docs/agents.md is no longer true; npm run agents writes it.\n${stale.join('\n')}`);
  process.exitCode = 1;
} else {
  writeFileSync(document, text);
  console.log(`docs/agents.md is written: ${stale.length} figures changed.`);
}
