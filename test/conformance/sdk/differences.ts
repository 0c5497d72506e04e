/** Two requests for the same call, and in what they differ. */
import { isDeepStrictEqual } from 'node:util';
import type { ReceivedRequest } from '../../wire/listener.ts';
import { isObject } from '../documents/shape.ts';

/** `method`, `path`, `query limit`, `body kind`, `body name`: what differs, without the values. */
export type DifferingPart = string;

/** Headers are left out: the SDK sends one Version for everything, and its own name. */
export function listDifferences(ours: ReceivedRequest, theirs: ReceivedRequest): readonly DifferingPart[] {
  const [ourPath = '', ourQuery = ''] = ours.url.split('?');
  const [theirPath = '', theirQuery = ''] = theirs.url.split('?');
  return [
    ...(ours.method === theirs.method ? [] : ['method']),
    ...(decode(ourPath) === decode(theirPath) ? [] : ['path']),
    ...compareFields('query', groupQuery(ourQuery), groupQuery(theirQuery)),
    ...compareBodies(ours, theirs),
  ];
}

/** Each segment by itself, so that an encoded separator stays one. */
function decode(path: string): string {
  return JSON.stringify(path.split('/').map(decodeURIComponent));
}

function groupQuery(query: string): Readonly<Record<string, unknown>> {
  const names = Map.groupBy(new URLSearchParams(query), ([name]) => name);
  return Object.fromEntries([...names].map(([name, pairs]) => [name, pairs.map(([, value]) => value).toSorted()]));
}

type Values = Readonly<Record<string, unknown>>;

function compareFields(label: string, ours: Values, theirs: Values): readonly DifferingPart[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return names.filter((name) => !isDeepStrictEqual(ours[name], theirs[name])).map((name) => `${label} ${name}`);
}

function compareBodies(ours: ReceivedRequest, theirs: ReceivedRequest): readonly DifferingPart[] {
  if (ours.body.length === 0 && theirs.body.length === 0) return [];
  const [ourKind, theirKind] = [ours, theirs].map(getKind);
  if (ourKind !== theirKind) return [`body kind: ${ourKind}, not ${theirKind}`];
  const [ourBody, theirBody] = [ours, theirs].map(readBody);
  if (isObject(ourBody) && isObject(theirBody)) return compareFields('body', ourBody, theirBody);
  return isDeepStrictEqual(ourBody, theirBody) ? [] : ['body'];
}

function getKind({ body, headers }: ReceivedRequest): string {
  return body.length === 0 ? 'nothing' : (String(headers['content-type']).split(';')[0] ?? '');
}

function readBody(request: ReceivedRequest): unknown {
  const text = request.body.toString();
  return getKind(request) === 'application/json' ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
}
