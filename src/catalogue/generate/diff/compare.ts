/** Two catalogues, and which operations the newer one adds, removes or changes. */
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { JsonSchema } from '../../json-schema.ts';
import type { Operation, OperationKey, Operations } from '../../operation.ts';
import { getIdentity } from '../draft.ts';
import { listSchemaChanges } from './schema-changes.ts';

/** The operations of each resource. */
export type CatalogueFacts = ReadonlyMap<string, Operations>;

export interface OperationDrift {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly resource: string;
  readonly key: OperationKey;
  /** What is new, a phrase each; of an added operation, what it is. */
  readonly changes: readonly string[];
}

/** Changed, removed and added operations, in the order of keys within each resource. Empty: no drift. */
export function compareCatalogues(before: CatalogueFacts, after: CatalogueFacts): readonly OperationDrift[] {
  const [old, now] = [flatten(before), flatten(after)];
  const renamed = findRenamed(old, now);
  const changed = [...old].flatMap(([key, entry]): OperationDrift[] => {
    const newKey = renamed.get(key) ?? key;
    const match = now.get(newKey);
    if (match === undefined) return [{ kind: 'removed', resource: entry.resource, key, changes: [] }];
    const changes = [
      ...(newKey === key ? [] : [`is now ${newKey}`]),
      ...(match.resource === entry.resource ? [] : [`moved to ${match.resource}`]),
      ...listChanges(entry.operation, match.operation),
    ];
    return changes.length === 0 ? [] : [{ kind: 'changed', resource: entry.resource, key, changes }];
  });
  const taken = new Set(renamed.values());
  const added = [...now].flatMap(([key, { resource, operation }]): OperationDrift[] =>
    old.has(key) || taken.has(key) ? [] : [{ kind: 'added', resource, key, changes: introduce(operation) }],
  );
  return [...changed, ...added].toSorted((a, b) => a.resource.localeCompare(b.resource) || a.key.localeCompare(b.key));
}

interface Entry {
  readonly resource: string;
  readonly operation: Operation;
}

function flatten(facts: CatalogueFacts): ReadonlyMap<OperationKey, Entry> {
  return new Map(
    [...facts].flatMap(([resource, operations]) =>
      Object.entries(operations).map(([key, operation]) => [key as OperationKey, { resource, operation }] as const),
    ),
  );
}

/** Only the names of parameters or a trailing slash changed: still the same operation. */
function findRenamed(
  old: ReadonlyMap<OperationKey, Entry>,
  now: ReadonlyMap<OperationKey, Entry>,
): ReadonlyMap<OperationKey, OperationKey> {
  const free = new Map(
    [...now].filter(([key]) => !old.has(key)).map(([key, { operation }]) => [getIdentity(operation), key]),
  );
  return new Map(
    [...old].flatMap(([key, { operation }]) => {
      const match = now.has(key) ? undefined : free.get(getIdentity(operation));
      return match === undefined ? [] : [[key, match] as const];
    }),
  );
}

const plainFacts = ['version', 'source', 'security', 'scopes', 'body', 'answer', 'success', 'deprecated'] as const;

function listChanges(before: Operation, after: Operation): readonly string[] {
  const plain = plainFacts
    .filter((fact) => !isDeepStrictEqual(before[fact], after[fact]))
    .map((fact) => `${fact}: ${show(before[fact])} -> ${show(after[fact])}`);
  const places = Object.keys(before.places).flatMap((name) => {
    const [old, now] = [before.places[name], after.places[name]];
    return now === undefined || old === now ? [] : [`${name}: from ${old} to ${now}`];
  });
  const answers = listSchemaChanges(readAnswer(before), readAnswer(after));
  return [
    ...plain,
    ...(isDeepStrictEqual(before.wireNames, after.wireNames) ? [] : ['names on the wire changed']),
    ...(isDeepStrictEqual(before.context, after.context) ? [] : ['context arguments changed']),
    ...places,
    ...listSchemaChanges(readInput(before), readInput(after)),
    ...answers.map((change) => `answer: ${change}`),
  ];
}

function introduce(operation: Operation): readonly string[] {
  const { version, source, scopes, places, success } = operation;
  const required = readInput(operation).required;
  const names = Object.keys(places).map((name) =>
    Array.isArray(required) && required.includes(name) ? `${name}*` : name,
  );
  return [
    `${source}, version ${version}, answers ${success}`,
    `scopes: ${show(scopes)}`,
    `arguments: ${names.join(', ')}`,
  ];
}

function readInput(operation: Operation): JsonSchema {
  return z.toJSONSchema(operation.input(), { io: 'input', unrepresentable: 'any' }) as JsonSchema;
}

function readAnswer({ output }: Operation): JsonSchema {
  return output === undefined ? {} : (z.toJSONSchema(output(), { unrepresentable: 'any' }) as JsonSchema);
}

function show(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return 'none';
  return Array.isArray(value) ? value.join(' ') : String(value);
}
