/**
 * `node src/catalogue/generate/placeholders.ts [<safety.json>]`: writes a `guide.ts` of placeholders for every
 * resource that has operations and no guide yet, so that a new document compiles before anyone has judged it.
 * The optional file holds known dangers by operation key. Files that exist are never touched.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Risk } from '../guide.ts';
import type { Operation, OperationKey, Operations } from '../operation.ts';
import { formatSource } from './format.ts';
import { buildPlaceholderNames } from './placeholder-names.ts';
import { projectRoot } from './project.ts';
import { listResources } from './tree.ts';

interface Dangers {
  readonly readOnly?: boolean;
  readonly destructive?: boolean;
  readonly openWorld?: boolean;
  readonly money?: boolean;
  readonly triggersAutomation?: boolean;
}

/** Without a word on an operation, everything but a read counts as what cannot be taken back. */
function getRisk(operation: Operation, dangers: Dangers | undefined): Risk {
  if (dangers === undefined) {
    return operation.method === 'GET' && operation.answer !== 'redirect' ? 'read' : 'high-impact';
  }
  if (dangers.readOnly) return 'read';
  const isGrave = dangers.destructive || dangers.openWorld || dangers.money || dangers.triggersAutomation;
  return isGrave ? 'high-impact' : 'write';
}

function buildPlaceholderSource(
  resource: string,
  operations: Operations,
  dangers: Readonly<Record<string, Dangers>>,
): string {
  const names = buildPlaceholderNames(resource, Object.values(operations));
  const entries = (Object.entries(operations) as [OperationKey, Operation][]).map(([key, operation]) => {
    const risk = getRisk(operation, dangers[key]);
    return `${JSON.stringify(key)}: { placeholder: true, name: '${names.get(operation)}', risk: '${risk}' },`;
  });
  return `/**
 * Placeholders: nobody has judged these operations yet, so none is offered to agents. Names and risk classes
 * were made from method and path and may still change. To judge one, replace its entry by a full guide.
 */
import type { Guides } from '../../src/catalogue/guide.ts';
import type { operations } from './operations.gen.ts';

export const guides = {
${entries.join('\n')}
} as const satisfies Guides<typeof operations>;
`;
}

const [dangersFile] = process.argv.slice(2);
const dangers =
  dangersFile === undefined ? {} : (JSON.parse(readFileSync(dangersFile, 'utf8')) as Record<string, Dangers>);

for (const resource of listResources()) {
  const target = join(projectRoot, 'tools', resource, 'guide.ts');
  if (existsSync(target)) continue;
  const { operations } = (await import(
    pathToFileURL(join(projectRoot, 'tools', resource, 'operations.gen.ts')).href
  )) as { operations: Operations };
  writeFileSync(target, formatSource(target, buildPlaceholderSource(resource, operations, dangers)));
  console.log(`wrote tools/${resource}/guide.ts: ${Object.keys(operations).length} placeholders`);
}
