/** Arguments with one fault each: a missing required field, a value of a wrong type, a word outside an enumeration. */
import { accepts, type Fields, isObject, type Shape } from './shape.ts';

export type FaultKind = 'missing' | 'type' | 'choice';

export interface Fault {
  readonly kind: FaultKind;
  /** `contact.name`, `items[0].qty`. */
  readonly path: string;
  /** What stands at the path instead; nothing when it is missing. */
  readonly value?: unknown;
  readonly args: Readonly<Record<string, unknown>>;
}

interface Change {
  readonly kind: FaultKind;
  readonly path: readonly (string | number)[];
  /** Left out: the field is removed. */
  readonly value?: unknown;
}

/** All single faults of a valid sample, at every depth. A field of which nothing is known has none. */
export function listFaults(fields: Fields, valid: Readonly<Record<string, unknown>>): readonly Fault[] {
  const changes: Change[] = [];
  collectFields(fields, valid, [], changes);
  return changes.map(({ kind, path, ...change }) => ({
    kind,
    path: format(path),
    ...change,
    args: apply(valid, path, change),
  }));
}

type Path = readonly (string | number)[];

function collectFields(fields: Fields, value: Readonly<Record<string, unknown>>, path: Path, found: Change[]): void {
  for (const [name, { required, shape }] of Object.entries(fields)) {
    if (value[name] === undefined) continue;
    const place = [...path, name];
    if (required) found.push({ kind: 'missing', path: place });
    collect(shape, value[name], place, found);
  }
}

function collect(shape: Shape, value: unknown, path: Path, found: Change[]): void {
  const wrong = listWrongTypes(value).filter((each) => !accepts(shape, each) && !isChoiceOfAnother(shape, each));
  for (const each of wrong.slice(0, 3)) found.push({ kind: 'type', path, value: each });
  if (shape.kind === 'choice') {
    const outside = typeof shape.values[0] === 'number' ? 987_654_321 : 'none of them';
    found.push({ kind: 'choice', path, value: outside });
  }
  if (shape.kind === 'filters') found.push(...faultyFilters.map((fault) => ({ ...fault, path })));
  if (shape.kind === 'object' && isObject(value)) collectFields(shape.fields, value, path, found);
  if (shape.kind === 'list' && Array.isArray(value) && value.length > 0) {
    collect(shape.items, value[0], [...path, 0], found);
  }
  if (shape.kind === 'either') {
    const branch = shape.branches.find((each) => accepts(each, value));
    if (branch?.kind === 'object' && isObject(value)) collectFields(branch.fields, value, path, found);
    if (branch?.kind === 'list' && Array.isArray(value)) collect(branch.items, value[0], [...path, 0], found);
  }
}

const faultyFilters = [
  { kind: 'missing', value: [{ operator: 'eq', value: 'x' }] },
  { kind: 'type', value: [{ field: { 'not this': true }, operator: 'eq', value: 'x' }] },
  { kind: 'choice', value: [{ field: 'email', operator: 'none of them', value: 'x' }] },
] as const;

/** None of them is what the server mends: a number, a boolean or JSON written as text. */
function listWrongTypes(value: unknown): readonly unknown[] {
  return [{ 'not this': true }, [value], 'not this type', 7.5, true];
}

/** An enumeration is tried with a wrong word on its own account; here it gets another type. */
function isChoiceOfAnother(shape: Shape, candidate: unknown): boolean {
  return shape.kind === 'choice' && shape.values.some((value) => typeof value === typeof candidate);
}

function format(path: Path): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`)).join('');
}

function apply(
  root: Readonly<Record<string, unknown>>,
  path: Path,
  change: { readonly value?: unknown },
): Record<string, unknown> {
  const copy = structuredClone(root) as Record<string, unknown>;
  let parent = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as Record<string | number, unknown>;
  const last = path.at(-1) ?? '';
  if ('value' in change) parent[last] = change.value;
  else delete parent[last];
  return copy;
}
