/** From operations, guides and asks in the tree to the lists agents see, and the indexes of start and search. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Guide, Placeholder } from '../guide.ts';
import type { Operation, OperationKey, Operations } from '../operation.ts';
import type { IndexRow, ToolDefinition } from '../row.ts';
import { formatSource } from './format.ts';
import { projectRoot } from './project.ts';
import { buildSearchFile, SEARCH_FILE, type SearchedResource } from './search-file.ts';
import { listStakeProblems } from './stakes.ts';
import { buildToolDefinition } from './tool-definition.ts';
import { listResources } from './tree.ts';

export interface ToolFiles {
  /** Text by path from the project's root. */
  readonly files: ReadonlyMap<string, string>;
  /** What is wrong with guides and asks, a line each. */
  readonly problems: readonly string[];
  readonly judged: number;
  readonly total: number;
}

interface Resource extends SearchedResource {
  readonly operations: Operations;
}

/** Imports every resource of the tree, so it runs in a process of its own. */
export async function buildToolFiles(): Promise<ToolFiles> {
  const problems: string[] = [];
  const resources: Resource[] = [];
  for (const name of listResources()) {
    const resource = await loadResource(name);
    if (resource === undefined) problems.push(`tools/${name}/guide.ts is missing`);
    else resources.push(resource);
    const isJudged = Object.values(resource?.guides ?? {}).some((guide) => !('placeholder' in guide));
    if (isJudged && resource?.asks === undefined) problems.push(`tools/${name}/asks.ts is missing`);
  }
  const files = new Map<string, string>();
  const rows = new Map<string, readonly IndexRow[]>();
  let judged = 0;
  for (const { name, operations, guides } of resources) {
    const definitions: ToolDefinition[] = [];
    const own: IndexRow[] = [];
    for (const [key, operation] of Object.entries(operations) as [OperationKey, Operation][]) {
      const guide = guides[key];
      if (guide === undefined) {
        problems.push(`tools/${name}/guide.ts has no entry for ${key}`);
        continue;
      }
      own.push(buildIndexRow(key, operation, guide));
      if ('placeholder' in guide || guide.withheld !== undefined) continue;
      judged += 1;
      problems.push(...listStakeProblems(operation, guide));
      try {
        definitions.push(buildToolDefinition(operation, guide));
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
    }
    rows.set(name, own);
    const path = `tools/${name}/tools.gen.json`;
    files.set(path, `${JSON.stringify(definitions, null, 2)}\n`);
  }
  files.set(INDEX_FILE, formatSource(INDEX_FILE, buildIndexSource(rows)));
  files.set(SEARCH_FILE, buildSearchFile(resources));
  return { files, problems, judged, total: [...rows.values()].flat().length };
}

const INDEX_FILE = 'tools/index.gen.ts';

async function loadResource(name: string): Promise<Resource | undefined> {
  const folder = join(projectRoot, 'tools', name);
  if (!existsSync(join(folder, 'guide.ts'))) return undefined;
  const load = (file: string): Promise<unknown> => import(pathToFileURL(join(folder, file)).href);
  const [facts, judgement, wording] = await Promise.all([load('operations.gen.ts'), load('guide.ts'), loadAsks(name)]);
  return {
    name,
    operations: (facts as { operations: Operations }).operations,
    guides: (judgement as { guides: Resource['guides'] }).guides,
    asks: wording,
  };
}

async function loadAsks(name: string): Promise<Resource['asks']> {
  const file = join(projectRoot, 'tools', name, 'asks.ts');
  if (!existsSync(file)) return undefined;
  return ((await import(pathToFileURL(file).href)) as { asks: Resource['asks'] }).asks;
}

function buildIndexRow(key: OperationKey, operation: Operation, guide: Guide | Placeholder): IndexRow {
  const { version, source, scopes, context, deprecated } = operation;
  const facts = {
    key,
    name: guide.name,
    version,
    ...(source === 'v2' ? {} : { source }),
    risk: guide.risk,
    scopes,
    ...resolveTokens(operation),
    ...(context === undefined ? {} : { context }),
    ...(deprecated === undefined ? {} : { deprecated }),
  };
  if ('placeholder' in guide) return { ...facts, placeholder: true };
  const { title, explicit, idempotent, openWorld, withheld } = guide;
  return {
    ...facts,
    title,
    ...(explicit === undefined ? {} : { explicit }),
    ...(idempotent === undefined ? {} : { idempotent }),
    ...(openWorld === undefined ? {} : { openWorld }),
    ...(withheld === undefined ? {} : { withheld }),
  };
}

/**
 * `-Only` schemes refuse private integrations, and `bearer` stands where scopes are a location's, which no agency can
 * give its own token (behaviour notes, section 1).
 */
function resolveTokens({ security }: Operation): Pick<IndexRow, 'level' | 'appOnly'> {
  if (security.length === 0) return { level: 'either' };
  const agency = security.filter((scheme) => scheme.startsWith('Agency-Access')).length;
  return {
    ...(agency > 0 && { level: agency === security.length ? 'agency' : 'either' }),
    ...(security.every((scheme) => scheme.endsWith('-Only')) && { appOnly: true }),
  };
}

function buildIndexSource(rows: ReadonlyMap<string, readonly IndexRow[]>): string {
  const resources = [...rows].map(
    ([name, own]) => `${JSON.stringify(name)}: {
  load: {
    operations: () => import('./${name}/operations.gen.ts'),
    guides: () => import('./${name}/guide.ts'),
    tools: () => import('./${name}/tools.gen.json', { with: { type: 'json' } }),
  },
  rows: [
${own.map((row) => `    ${JSON.stringify(row)},`).join('\n')}
  ],
},`,
  );
  return `// Generated by \`npm run tools\` from the operations and guides in this folder. Never edited by hand.
import type { CatalogueIndex } from '../src/catalogue/row.ts';

export const catalogueIndex: CatalogueIndex = {
${resources.join('\n')}
};
`;
}
