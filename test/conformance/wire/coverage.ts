/** Which documented field names were seen in a request, each at its place. */
import type { ReceivedRequest } from '../../wire/listener.ts';
import type { ExpectedOperation } from '../documents/expect.ts';
import { ANY_KEY } from '../documents/samples.ts';
import { isObject, type Shape } from '../documents/shape.ts';
import type { MatchedOperation } from './match.ts';

export type FieldPlace = 'path' | 'query' | 'body' | 'nested';

/** A documented name, `body contact.name`. */
export interface DocumentedName {
  readonly place: FieldPlace;
  readonly id: string;
}

/** Every name the documents have for an operation. */
export function listDocumentedNames(operation: Pick<ExpectedOperation, 'arguments'>): readonly DocumentedName[] {
  return operation.arguments.flatMap(({ place, wireName, shape }) => {
    const own: DocumentedName = { place: place === 'path' || place === 'query' ? place : 'body', id: wireName };
    return [...(place === 'files' || wireName === '' ? [] : [own]), ...listNested(shape, wireName)];
  });
}

function listNested(shape: Shape, path: string): DocumentedName[] {
  switch (shape.kind) {
    case 'object':
      return Object.entries(shape.fields).flatMap(([name, field]) => [
        { place: 'nested', id: `${path}.${name}` } as const,
        ...listNested(field.shape, `${path}.${name}`),
      ]);
    case 'list':
      return listNested(shape.items, `${path}[]`);
    case 'record':
      return listNested(shape.values, `${path}.*`);
    case 'either':
      return shape.branches.flatMap((branch) => listNested(branch, path));
    default:
      return [];
  }
}

/** Adds what a request carries, written as `place id`. */
export function collectSentNames(operation: MatchedOperation, request: ReceivedRequest, sent: Set<string>): void {
  const [path = '', query = ''] = request.url.split('?');
  const template = operation.path.split('/');
  const segments = path.split('/');
  template.forEach((step, index) => {
    const name = /^\{(.+)\}$/.exec(step)?.[1];
    if (name !== undefined && (segments[index] ?? '') !== '') sent.add(`path ${name}`);
  });
  for (const [name] of new URLSearchParams(query)) sent.add(`query ${name}`);
  // As the request calls its body, which the comparison holds against the documents.
  const mediaType = String(request.headers['content-type']).split(';')[0];
  const text = request.body.toString();
  if (mediaType === 'application/json') collectJson(JSON.parse(text), '', sent);
  else if (mediaType === 'multipart/form-data') {
    for (const [, name = ''] of text.matchAll(/name="(.*?)"/g)) sent.add(`body ${name}`);
  } else for (const [name] of new URLSearchParams(text)) sent.add(`body ${name}`);
}

function collectJson(value: unknown, path: string, sent: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) collectJson(item, `${path}[]`, sent);
  if (!isObject(value)) return;
  for (const [name, item] of Object.entries(value)) {
    const step = name === ANY_KEY ? '*' : name;
    const id = path === '' ? step : `${path}.${step}`;
    sent.add(`${path === '' ? 'body' : 'nested'} ${id}`);
    collectJson(item, id, sent);
  }
}

/** Where nothing is documented that a value could be held against. */
export interface Undescribed {
  readonly fields: number;
  /** Objects of which no key is known. */
  readonly objects: number;
}

export function countUndescribed({ arguments: all }: Pick<ExpectedOperation, 'arguments'>): Undescribed {
  const shapes = all.flatMap(({ shape }) => flatten(shape));
  return {
    fields: shapes.filter(({ kind }) => kind === 'open').length,
    objects: shapes.filter((shape) => shape.kind === 'record' && shape.values.kind === 'open').length,
  };
}

/** A shape and all that are in it, except the unknown values of an object of unknown keys. */
function flatten(shape: Shape): Shape[] {
  switch (shape.kind) {
    case 'object':
      return [shape, ...Object.values(shape.fields).flatMap((field) => flatten(field.shape))];
    case 'list':
      return [shape, ...flatten(shape.items)];
    case 'record':
      return shape.values.kind === 'open' ? [shape] : [shape, ...flatten(shape.values)];
    case 'either':
      return [shape, ...shape.branches.flatMap(flatten)];
    default:
      return [shape];
  }
}
