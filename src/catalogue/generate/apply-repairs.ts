/** Applies `tools/repairs` to components and drafts, and refuses repairs that the documents no longer need. */
import type { ComponentRepair, OperationRepair, PropertyRepair } from '../repair.ts';
import type { ArgumentDraft, Draft } from './draft.ts';
import { extractRequired, type Schema } from './schema.ts';

/**
 * Corrects components in place.
 * @throws when a component or property does not exist, or a repair changes nothing.
 */
export function applyComponentRepairs(components: Map<string, Schema>, repairs: readonly ComponentRepair[]): void {
  for (const { component, properties } of repairs) {
    for (const id of [component].flat()) {
      const before = components.get(id);
      if (before === undefined) throw new Error(`repair of a component that does not exist: ${id}`);
      let schema = before;
      for (const [path, repair] of Object.entries(properties)) {
        const repaired = repairProperty(schema, path.split('.'), resolveLike(repair, components), `${id}.${path}`);
        if (JSON.stringify(repaired) === JSON.stringify(schema))
          throw new Error(`repair changes nothing: ${id}.${path}`);
        schema = repaired;
      }
      components.set(id, schema);
    }
  }
}

/** The repair with the schema that `like` points at. */
function resolveLike(repair: PropertyRepair, components: ReadonlyMap<string, Schema>): PropertyRepair {
  if (repair.like === undefined) return repair;
  const [component = '', property = ''] = repair.like.split('.');
  const schema = components.get(component)?.properties?.[property];
  if (schema === undefined) throw new Error(`repair like a property that does not exist: ${repair.like}`);
  return { ...repair, schema };
}

function repairProperty(schema: Schema, path: readonly string[], repair: PropertyRepair, label: string): Schema {
  const [step = '', ...rest] = path;
  if (step === '[]') {
    if (rest.length === 0) return { ...schema, items: repair.schema ?? schema.items ?? {} };
    return { ...schema, items: repairProperty(schema.items ?? {}, rest, repair, label) };
  }
  const before = schema.properties?.[step];
  if (rest.length > 0) {
    if (before === undefined) throw new Error(`repair of a property that does not exist: ${label}`);
    return { ...schema, properties: { ...schema.properties, [step]: repairProperty(before, rest, repair, label) } };
  }
  const required = new Set(extractRequired(schema));
  if (repair.remove) {
    if (before === undefined) throw new Error(`repair of a property that does not exist: ${label}`);
    required.delete(step);
    const kept = Object.entries(schema.properties ?? {}).filter(([name]) => name !== step);
    return { ...schema, properties: Object.fromEntries(kept), required: [...required] };
  }
  if (repair.required === true) required.add(step);
  if (repair.required === false) required.delete(step);
  const property = repair.schema ?? before;
  if (property === undefined) throw new Error(`repair of a property that does not exist: ${label}`);
  return { ...schema, properties: { ...schema.properties, [step]: property }, required: [...required] };
}

/**
 * Corrects drafts in place.
 * @throws when an operation does not exist or a repair changes nothing.
 */
export function applyOperationRepairs(drafts: readonly Draft[], repairs: readonly OperationRepair[]): void {
  const byKey = new Map<string, Draft>(drafts.map((draft) => [draft.key, draft]));
  for (const repair of repairs) {
    for (const key of [repair.operations].flat()) {
      const draft = byKey.get(key);
      if (draft === undefined) throw new Error(`repair of an operation that does not exist: ${key}`);
      const before = JSON.stringify(draft);
      repairDraft(draft, repair);
      if (JSON.stringify(draft) === before) throw new Error(`repair changes nothing: ${key} (${repair.reason})`);
    }
  }
}

function repairDraft(draft: Draft, repair: OperationRepair): void {
  for (const [name, change] of Object.entries(repair.arguments ?? {})) {
    const index = draft.arguments.findIndex((argument) => argument.name === name);
    const before: ArgumentDraft = draft.arguments[index] ?? { name, place: 'body', required: false, schema: {} };
    if (change.remove) {
      if (index < 0) throw new Error(`repair removes an argument that does not exist: ${draft.key} ${name}`);
      draft.arguments.splice(index, 1);
      delete draft.context[name];
      continue;
    }
    const after = {
      ...before,
      required: change.required ?? before.required,
      schema: change.schema ?? before.schema,
      place: change.place ?? before.place,
    };
    if (index < 0) draft.arguments.push(after);
    else draft.arguments[index] = after;
  }
  for (const [name, role] of Object.entries(repair.context ?? {})) {
    if (role === 'none') delete draft.context[name];
    else draft.context[name] = role;
  }
  if (repair.scopes !== undefined) draft.scopes = [...repair.scopes];
  if (repair.security !== undefined) draft.security = [...repair.security];
  if (repair.version !== undefined) draft.version = repair.version;
  if (repair.answer !== undefined) draft.answer = repair.answer;
  if (repair.output !== undefined) draft.output = repair.output;
  if (repair.check !== undefined) draft.check = repair.check;
}
