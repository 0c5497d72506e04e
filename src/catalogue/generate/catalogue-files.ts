/** From a folder of documents to the text of every `operations.gen.ts`. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repairs as allRepairs } from '../../../tools/repairs/index.ts';
import type { ComponentRepair, OperationRepair } from '../repair.ts';
import { applyComponentRepairs, applyOperationRepairs } from './apply-repairs.ts';
import { buildDrafts } from './collect.ts';
import { applyComponentRules } from './component-rules.ts';
import { type ApiDocument, fetchDocuments } from './documents.ts';
import { type Draft, getIdentity } from './draft.ts';
import { applyDraftRules } from './draft-rules.ts';
import { formatSource } from './format.ts';
import { projectRoot } from './project.ts';
import { buildResourceSource } from './resource-source.ts';
import type { Schema } from './schema.ts';

export interface CatalogueFiles {
  /** Text by path from the project's root. */
  readonly files: ReadonlyMap<string, string>;
  readonly drafts: readonly Draft[];
  /** How often each rule of `tools/repairs/rules.ts` found its mistake. */
  readonly ruleUses: ReadonlyMap<string, number>;
}

export interface Repairs {
  readonly components: readonly ComponentRepair[];
  readonly operations: readonly OperationRepair[];
}

/** @throws when a document or a repair is wrong, naming it. */
export function buildCatalogueFiles(folder: string, repairs: Repairs = allRepairs): CatalogueFiles {
  const ruleUses = new Map<string, number>();
  const report = (rule: string): void => void ruleUses.set(rule, (ruleUses.get(rule) ?? 0) + 1);
  const documents = fetchDocuments(folder);
  const components = collectComponents(documents);
  applyComponentRules(components, documents, report);
  applyComponentRepairs(components, repairs.components);
  const { drafts, twins } = selectDrafts(documents, components);
  for (const draft of drafts) applyDraftRules(draft, twins.get(getIdentity(draft)), report);
  applyOperationRepairs(drafts, repairs.operations);

  const files = new Map<string, string>();
  for (const [resource, own] of Map.groupBy(drafts, (draft) => draft.resource)) {
    const path = `tools/${resource}/operations.gen.ts`;
    const hasLiveOperations = existsSync(join(projectRoot, 'tools', resource, 'operations.live.ts'));
    files.set(path, formatSource(path, buildResourceSource(own, { components, report, hasLiveOperations })));
  }
  return { files, drafts, ruleUses };
}

function collectComponents(documents: readonly ApiDocument[]): Map<string, Schema> {
  return new Map(
    documents.flatMap(({ name, schemas }) =>
      Object.entries(schemas).map(([component, schema]): [string, Schema] => [`${name}#${component}`, schema]),
    ),
  );
}

/** All operations of V2, then those of v3 that V2 does not have; and the v3 twin of each V2 operation. */
function selectDrafts(
  documents: readonly ApiDocument[],
  components: ReadonlyMap<string, Schema>,
): { readonly drafts: readonly Draft[]; readonly twins: ReadonlyMap<string, Draft> } {
  const all = documents.flatMap((document) => buildDrafts(document, components));
  const v2 = all.filter(({ source }) => source === 'v2');
  const known = new Set(v2.map(getIdentity));
  const v3 = all.filter(({ source }) => source === 'v3');
  return {
    drafts: [...v2, ...v3.filter((draft) => !known.has(getIdentity(draft)))],
    twins: new Map(v3.filter((draft) => known.has(getIdentity(draft))).map((draft) => [getIdentity(draft), draft])),
  };
}
