/** Whether a document that is no longer true is noticed. */
import { expect, it } from 'vitest';
import { compare, parseTable, replaceTable, type Table } from './figures.ts';

const empty = 'before\n<!-- tasks -->\n<!-- end of tasks -->\nafter\n';
const table: Table = new Map([
  ['Book an appointment', [10, 3000, 6, 1500, 19_000]],
  ['**all of them**', [10, 3000, 6, 1500]],
]);
const text = replaceTable(empty, 'tasks', table);
const told = parseTable(text, 'tasks');

function change(column: number, number: number): Table {
  const row = (table.get('Book an appointment') ?? []).with(column, number);
  return new Map([...table, ['Book an appointment', row]]);
}

it('reads the table that it wrote, and leaves the rest of the text alone', () => {
  expect(told).toEqual(table);
  expect(text.startsWith('before\n<!-- tasks -->\n')).toBe(true);
  expect(text.endsWith('\n<!-- end of tasks -->\nafter\n')).toBe(true);
  expect(replaceTable(text, 'tasks', table)).toBe(text);
});

it.each([
  ['a call more', change(0, 11), 1],
  ['a call less with named tools', change(2, 5), 1],
  ['a few tokens', change(1, 3080), 0],
  ['more than a few tokens', change(1, 3100), 1],
  ['a longer list', change(4, 20_000), 1],
  ['another task', new Map([...table, ['Send a fax', [1, 1, 1, 1, 1]]]), 1],
  ['a task less', new Map([...table].slice(1)), 1],
])('%s', (_, measured, differences) => {
  expect(compare('tasks', told, measured)).toHaveLength(differences);
});
