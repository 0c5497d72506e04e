/** Drift as a table that a person reads, with the tool and the guide that each row touches. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { catalogueIndex } from '../../../../tools/index.gen.ts';
import { projectRoot } from '../project.ts';
import type { OperationDrift } from './compare.ts';

/** Where the judgement of an operation lies. */
export interface Touched {
  readonly tool: string;
  /** Path from the project's root. */
  readonly guide: string;
}

/** An operation nobody has judged yet belongs into the main guide of its resource. */
export function findTouched({ resource, key }: Pick<OperationDrift, 'resource' | 'key'>): Touched {
  const tool = catalogueIndex[resource]?.rows.find((row) => row.key === key)?.name ?? '(to be named)';
  const folder = join(projectRoot, 'tools', resource);
  const main = join(folder, 'guide.ts');
  const holds = (file: string): boolean => {
    const text = readFileSync(file, 'utf8');
    return [`'${key}'`, `"${key}"`].some((quoted) => text.includes(quoted));
  };
  const guide = [main, ...listTopics(join(folder, 'guide'))].find((file) => existsSync(file) && holds(file)) ?? main;
  return { tool, guide: relative(projectRoot, guide).replaceAll('\\', '/') };
}

function listTopics(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(folder, file));
}

/** Markdown: a line with the counts, and a row for each change. */
export function formatDrift(
  drift: readonly OperationDrift[],
  staleRepairs: readonly string[] = [],
  touch: (each: OperationDrift) => Touched = findTouched,
): string {
  const count = (kind: OperationDrift['kind']): number => drift.filter((each) => each.kind === kind).length;
  const summary = `${count('added')} operations added, ${count('removed')} removed, ${count('changed')} changed`;
  const rows = drift.flatMap((each) => {
    const { tool, guide } = touch(each);
    const [first = '', ...others] = each.changes;
    return [[each.kind, each.key, tool, guide, first], ...others.map((change) => ['', '', '', '', change])];
  });
  return [
    staleRepairs.length === 0 ? summary : `${summary}; ${staleRepairs.length} repairs no longer fit`,
    ...(rows.length === 0 ? [] : ['', ...formatTable([['', 'operation', 'tool', 'guide', 'change'], ...rows])]),
    ...(staleRepairs.length === 0 ? [] : ['', 'Repairs that no longer fit:', ...staleRepairs.map((it) => `- ${it}`)]),
  ].join('\n');
}

/** The first row is the heading. */
function formatTable(rows: readonly (readonly string[])[]): readonly string[] {
  const [header = []] = rows;
  const escaped = rows.map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = header.map((_, column) => Math.max(...escaped.map((row) => row[column]?.length ?? 0)));
  const lines = escaped.map((row) => `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`);
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [...lines.slice(0, 1), rule, ...lines.slice(1)];
}
