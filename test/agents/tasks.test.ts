/** What agents are given to do most, done over a real client on the sandbox, and what docs/agents.md says it costs. */
import { describe, expect, it } from 'vitest';
import { compare, measureSurfaces, parseTable, readDocument, tabulate } from './figures.ts';
import { connectInProcess, play } from './stage.ts';
import type { Played } from './task.ts';
import { tasks } from './tasks/index.ts';

const played: Played[] = [];

it('there are 26 of them', () => {
  expect(new Set(tasks.map(({ title }) => title)).size).toBe(26);
});

describe.each(['fixed', 'named'] as const)('with %s tools', (way) => {
  it.each(tasks)('$title', async (task) => {
    played.push(await play(task, way, connectInProcess));
  });
});

describe('docs/agents.md', () => {
  it('says what the tasks cost', () => {
    expect(compare('tasks', parseTable(readDocument(), 'tasks'), tabulate(played))).toEqual([]);
  });

  it('says what the surfaces cost', async () => {
    expect(compare('surfaces', parseTable(readDocument(), 'surfaces'), await measureSurfaces())).toEqual([]);
  });
});
