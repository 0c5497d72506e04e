/** The rule of `tools/repairs/rules.ts` that compares components of a V2 document with those of its v3 sibling. */
import { type ApiDocument, getResource } from './documents.ts';
import { isFreeObject } from './example-rules.ts';
import type { Schema } from './schema.ts';

export const componentRuleIds = ['free-object-typed-in-v3'] as const;
export type ComponentRuleId = (typeof componentRuleIds)[number];

/** Corrects components in place and reports each corrected property. */
export function applyComponentRules(
  components: Map<string, Schema>,
  documents: readonly ApiDocument[],
  report: (rule: ComponentRuleId) => void,
): void {
  const siblings = new Map(documents.filter(({ source }) => source === 'v3').map((each) => [getResource(each), each]));
  for (const { name, source, schemas } of documents) {
    const sibling = source === 'v2' ? siblings.get(name) : undefined;
    for (const component of sibling === undefined ? [] : Object.keys(schemas)) {
      const schema = components.get(`${name}#${component}`);
      const typed = schema && takeTypes(schema, sibling?.schemas[component]);
      if (typed === undefined) continue;
      components.set(`${name}#${component}`, typed);
      report('free-object-typed-in-v3');
    }
  }
}

const scalars = new Set(['string', 'number', 'integer', 'boolean']);

/** The schema with better types, or nothing when there are none. */
function takeTypes(schema: Schema, better: Schema | undefined): Schema | undefined {
  const taken = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const other = better?.properties?.[name];
    // An example says more than a type alone; only an enumeration says more than an example.
    const isBetter = scalars.has(other?.type ?? '') && (property.example === undefined || other?.enum !== undefined);
    return other !== undefined && isFreeObject(property) && isBetter ? [[name, other] as const] : [];
  });
  if (taken.length === 0) return undefined;
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(taken) } };
}
