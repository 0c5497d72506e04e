/** What the tasks and the lists cost, as the tables of docs/agents.md say it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { instructions } from '../../src/mcp/instructions.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory } from '../support/in-memory.ts';
import type { ListedTool } from '../support/mcp-clients.ts';
import { countListed } from './agent.ts';
import type { Played } from './task.ts';

export const document: string = fileURLToPath(new URL('../../docs/agents.md', import.meta.url));

/** Rows by their first cell, numbers by column. */
export type Table = ReadonlyMap<string, readonly number[]>;

/** Boundaries and plan ids are random, and random text has no fixed number of tokens. */
const TOLERANCE = 0.03;

/** What is paid before the first call: by surface, and for the instructions. */
export async function measureSurfaces(): Promise<Table> {
  const choices = ['minimal', 'everyday', 'contacts', 'conversations', 'calendars', 'opportunities', 'invoices', 'all'];
  const costs = new Map<string, readonly number[]>();
  const catalogue = createCatalogue();
  const pins = { locationId: 'pinned' };
  for (const choice of choices) {
    const surface = createSurface(catalogue, { tools: [choice], readOnly: false, pins, isConfirmed: true });
    const confirmation = { mode: 'plan' } as const;
    const client = await connectInMemory({ catalogue, surface, pins, confirmation, connect: undefined });
    const tools = (await client.listTools()).tools as unknown as ListedTool[];
    await client.close();
    costs.set(`\`--tools ${choice}\``, [tools.length, sum(tools.map(countListed))]);
  }
  costs.set('the instructions, with any of them', [0, countTokens(instructions)]);
  return costs;
}

/** One row for each task, in the order in which they were played, and their sum. */
export function tabulate(played: readonly Played[]): Table {
  const rows = new Map<string, readonly number[]>();
  for (const fixed of played.filter(({ way }) => way === 'fixed')) {
    const named = played.find(({ title, way }) => way === 'named' && title === fixed.title);
    if (named === undefined) throw new Error(`${fixed.title} was not played with named tools`);
    rows.set(fixed.title, [fixed.calls, countUsed(fixed), named.calls, countUsed(named), named.listed]);
  }
  const columns = [0, 1, 2, 3].map((column) => sum([...rows.values()].map((row) => row[column] ?? 0)));
  rows.set('**all of them**', columns);
  return rows;
}

function countUsed({ sent, received }: Played): number {
  return sent + received;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

const headings = {
  surfaces: '| | tools | tokens |\n| --- | --: | --: |',
  tasks:
    '| task | fixed: calls | tokens | named: calls | tokens | their list, once |\n| --- | --: | --: | --: | --: | --: |',
} as const;

export type TableName = keyof typeof headings;

/** Which figures of a table are counts, to be met exactly; the others are tokens. */
const exact: Readonly<Record<TableName, readonly number[]>> = { surfaces: [0], tasks: [0, 2] };

export function formatTable(name: TableName, table: Table): string {
  const rows = [...table].map(([label, numbers]) => {
    const cells = numbers.map((number) => number.toLocaleString('en-US'));
    const width = headings[name].split('\n')[1]?.split('--:').length ?? 0;
    return `| ${[label, ...cells, ...Array(width - 1 - cells.length).fill('')].join(' | ')} |`;
  });
  return [headings[name], ...rows].join('\n');
}

export function readDocument(): string {
  return readFileSync(document, 'utf8');
}

/** The text with a table in place of the one between its marks. */
export function replaceTable(text: string, name: TableName, table: Table): string {
  const [before, , after] = splitAt(text, name);
  return `${before}\n${formatTable(name, table)}\n${after}`;
}

/** What a text says between the marks of a table. */
export function parseTable(text: string, name: TableName): Table {
  const [, inside] = splitAt(text, name);
  const lines = inside.trim().split('\n').slice(2);
  return new Map(
    lines.map((line) => {
      const [label = '', ...cells] = line.split('|').slice(1, -1);
      const numbers = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
      return [label.trim(), numbers.map((cell) => Number(cell.replaceAll(',', '')))];
    }),
  );
}

function splitAt(text: string, name: TableName): [before: string, inside: string, after: string] {
  const found = new RegExp(`([^]*<!-- ${name} -->)([^]*)(<!-- end of ${name} -->[^]*)`).exec(text);
  if (found === null) throw new Error(`the document has no place for the table of ${name}`);
  const [, before = '', inside = '', after = ''] = found;
  return [before, inside, after];
}

/** A line for each figure that is no longer what it was. */
export function compare(name: TableName, told: Table, measured: Table): string[] {
  const labels = new Set([...told.keys(), ...measured.keys()]);
  return [...labels].flatMap((label) => {
    const [was, is] = [told.get(label), measured.get(label)];
    if (was === undefined || is === undefined || was.length !== is.length) {
      return `${label}: ${was === undefined ? 'not in the document' : 'the document has another row'}`;
    }
    return is.flatMap((number, column) => {
      const before = was[column] ?? Number.NaN;
      const allowed = exact[name].includes(column) ? 0 : before * TOLERANCE;
      return Math.abs(number - before) <= allowed ? [] : `${label}, column ${column + 1}: ${before} became ${number}`;
    });
  });
}
