/** The documents' components after the corrections that `tools/repairs` lists, each remembered with its component. */

import type { ComponentRepair, PropertyRepair } from '../../../src/catalogue/repair.ts';
import { repairs } from '../../../tools/repairs/index.ts';
import { isBareObject } from './node-rules.ts';
import { type Documents, getIdentity, type RawSchema } from './read.ts';

export interface Components {
  /** @throws Error for a reference that leads nowhere. */
  get(id: string): RawSchema;
  /** What was corrected in a component: rule ids and reasons. */
  listCorrections(id: string): readonly string[];
}

export function correctComponents(documents: Documents): Components {
  const schemas = new Map(documents.components);
  const corrections = new Map<string, string[]>();
  const correct = (id: string, by: string, schema: RawSchema): void => {
    schemas.set(id, schema);
    corrections.set(id, [...(corrections.get(id) ?? []), by]);
  };

  for (const [document, sibling] of findSiblings(documents)) {
    for (const [id, schema] of schemas) {
      const [owner, name] = id.split('#');
      const typed = owner === document ? takeBetterTypes(schema, schemas.get(`${sibling}#${name}`)) : undefined;
      if (typed !== undefined) correct(id, 'free-object-typed-in-v3', typed);
    }
  }
  for (const { component, properties, reason } of repairs.components as readonly ComponentRepair[]) {
    for (const id of [component].flat()) {
      if (!isGiven(documents, id)) continue;
      let schema = schemas.get(id);
      if (schema === undefined) throw new Error(`a repair names ${id}, which no document has`);
      for (const [path, repair] of Object.entries(properties)) {
        schema = change(schema, path.split('.'), resolveLike(repair, schemas));
      }
      correct(id, reason, schema);
    }
  }
  return {
    get(id) {
      const found = schemas.get(id);
      if (found === undefined) throw new Error(`a $ref to ${id}, which no document has`);
      return found;
    },
    listCorrections: (id) => corrections.get(id) ?? [],
  };
}

/** Whether the component's document is among those read; a test may give few. */
function isGiven({ components }: Documents, id: string): boolean {
  const document = id.slice(0, id.indexOf('#') + 1);
  return [...components.keys()].some((each) => each.startsWith(document));
}

/** The v3 document of each V2 document: the one that has most of its operations. */
function findSiblings(documents: Documents): ReadonlyMap<string, string> {
  const siblings = new Map<string, string>();
  for (const [document, own] of Map.groupBy(documents.v2, (operation) => operation.document)) {
    const twins = own.flatMap(({ key }) => documents.twins.get(getIdentity(key)) ?? []);
    const [most] = [...Map.groupBy(twins, (twin) => twin.document)].toSorted(([, a], [, b]) => b.length - a.length);
    if (most !== undefined) siblings.set(document, most[0]);
  }
  return siblings;
}

const scalars = ['string', 'number', 'integer', 'boolean'];

function takeBetterTypes(schema: RawSchema, sibling: RawSchema | undefined): RawSchema | undefined {
  const better = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    const other = sibling?.properties?.[name];
    if (other === undefined || !isBareObject(property) || !scalars.includes(other.type ?? '')) return [];
    // An example is what HighLevel sent once; only an enumeration says more.
    return property.example === undefined || other.enum !== undefined ? [[name, other] as const] : [];
  });
  if (better.length === 0) return undefined;
  return { ...schema, properties: { ...schema.properties, ...Object.fromEntries(better) } };
}

/** @throws Error where no document has the property that the repair points at. */
function resolveLike(repair: PropertyRepair, schemas: ReadonlyMap<string, RawSchema>): PropertyRepair {
  if (repair.like === undefined) return repair;
  const [id = '', name = ''] = repair.like.split('.');
  const schema = schemas.get(id)?.properties?.[name];
  if (schema === undefined) throw new Error(`a repair points at ${repair.like}, which no document has`);
  return { ...repair, schema: schema as NonNullable<PropertyRepair['schema']> };
}

function change(schema: RawSchema, [step = '', ...rest]: readonly string[], repair: PropertyRepair): RawSchema {
  const last = rest.length === 0;
  if (step === '[]') {
    const items = last ? ((repair.schema as RawSchema | undefined) ?? schema.items) : schema.items;
    return { ...schema, items: last ? (items ?? {}) : change(schema.items ?? {}, rest, repair) };
  }
  const listRequired = (): readonly string[] =>
    (Array.isArray(schema.required) ? (schema.required as string[]) : []).filter((name) => name !== step);
  if (last && repair.remove) {
    const { [step]: _, ...properties } = schema.properties ?? {};
    return { ...schema, properties, required: listRequired() };
  }
  const before = schema.properties?.[step] ?? {};
  const after = last ? ((repair.schema as RawSchema | undefined) ?? before) : change(before, rest, repair);
  const properties = { ...schema.properties, [step]: after };
  if (!last || repair.required === undefined) return { ...schema, properties };
  return { ...schema, properties, required: repair.required ? [...listRequired(), step] : listRequired() };
}
