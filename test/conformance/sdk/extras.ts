/** Where the SDK's declarations know a field that the documents do not, or know it as something else. */
import { sample } from '../documents/samples.ts';
import type { Fields, Shape } from '../documents/shape.ts';

export interface Extra {
  readonly path: readonly (string | number)[];
  /** What a caller who trusts the declarations would give. */
  readonly value: unknown;
  readonly why: 'unknown' | 'type';
}

/** @param documented Nothing where the field is unknown there. */
export function listExtras(declared: Fields, documented: Fields | undefined, path: Extra['path'] = []): Extra[] {
  return Object.entries(declared).flatMap(([name, { shape }]) => {
    const known = documented?.[name];
    return known === undefined
      ? [{ path: [...path, name], value: give(shape), why: 'unknown' } as const]
      : compare(shape, known.shape, [...path, name]);
  });
}

function compare(declared: Shape, documented: Shape, path: Extra['path']): Extra[] {
  if (declared.kind === 'open' || documented.kind === 'open' || documented.kind === 'filters') return [];
  if (documented.kind === 'either') {
    const objects = documented.branches.filter((branch) => branch.kind === 'object');
    if (declared.kind !== 'object' || objects.length === 0) {
      const found = documented.branches.map((branch) => compare(declared, branch, path));
      return found.some((extras) => extras.length === 0) ? [] : (found[0] ?? []);
    }
    const merged = Object.assign({}, ...objects.map(({ fields }) => fields)) as Fields;
    return listExtras(declared.fields, merged, path);
  }
  if (declared.kind === 'list' && documented.kind === 'list') {
    return compare(declared.items, documented.items, [...path, 0]);
  }
  if (declared.kind === 'object' && documented.kind === 'object') {
    return listExtras(declared.fields, documented.fields, path);
  }
  return isAlike(declared, documented) ? [] : [{ path, value: giveInstead(declared, documented), why: 'type' }];
}

/** The declarations know no enumerations, and call them text or number. */
function isAlike(declared: Shape, documented: Shape): boolean {
  if (documented.kind === 'digits') return declared.kind === 'text' || declared.kind === 'number';
  const type = documented.kind === 'choice' ? typeof documented.values[0] : documented.kind;
  const isObject = declared.kind === 'record' || declared.kind === 'object';
  if (isObject && (type === 'record' || type === 'object' || type === 'file')) return true;
  return (declared.kind === 'text' && (type === 'string' || type === 'file')) || declared.kind === type;
}

/** A number or a boolean as text is what the declarations ask for most often. */
function giveInstead(declared: Shape, documented: Shape): unknown {
  const isScalar = documented.kind === 'number' || documented.kind === 'boolean';
  return declared.kind === 'text' && isScalar ? String(give(documented)) : give(declared);
}

function give(shape: Shape): unknown {
  return sample(shape, { extent: 'maximal', variant: 0 });
}
