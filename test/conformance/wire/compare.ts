/** Checks one request against the documents; what is wrong is said in a line each. */
import { isDeepStrictEqual } from 'node:util';
import type { ReceivedRequest } from '../../wire/listener.ts';
import { compareBody } from './compare-body.ts';
import { TOKEN } from './driver.ts';
import type { MatchedArgument, MatchedOperation } from './match.ts';

type Arguments = Readonly<Record<string, unknown>>;

/** @param args As they were given, by argument name. */
export async function compareRequest(
  operation: MatchedOperation,
  args: Arguments,
  request: ReceivedRequest,
): Promise<readonly string[]> {
  const [path = '', query] = request.url.split('?');
  return [
    ...(request.method === operation.method ? [] : [`method ${request.method}`]),
    ...comparePath(operation, args, path),
    ...compareQuery(operation, args, query),
    ...compareHeaders(operation, request),
    ...(await compareBody(operation, args, request)),
  ];
}

function comparePath(operation: MatchedOperation, args: Arguments, path: string): readonly string[] {
  const byName = new Map(
    operation.arguments.filter(({ place }) => place === 'path').map(({ wireName, name }) => [wireName, args[name]]),
  );
  const expected = operation.path.replace(/\{(.+?)\}/g, (_, name: string) =>
    encodeURIComponent(String(byName.get(name))),
  );
  // Encoders differ in harmless signs, so segments are compared as they are read.
  const read = (text: string): string[] => text.split('/').map(decodeURIComponent);
  return isDeepStrictEqual(read(path), read(expected)) ? [] : [`path ${path} instead of ${expected}`];
}

function compareQuery(operation: MatchedOperation, args: Arguments, query: string | undefined): readonly string[] {
  const expected = operation.arguments
    .filter(({ place, name }) => place === 'query' && args[name] !== undefined)
    .flatMap((argument) => listPairs(argument, args[argument.name]));
  const found = (query ?? '')
    .split('&')
    .filter((pair) => pair !== '')
    .map(readPair);
  const inOrder = (pairs: readonly string[]): string[] => pairs.toSorted();
  if (isDeepStrictEqual(inOrder(found), inOrder(expected))) return query === '' ? ['an empty query'] : [];
  return [`query ${inOrder(found).join('&')} instead of ${inOrder(expected).join('&')}`];
}

/** One line per pair, in which a comma that separates can be told from one that is part of a value. */
function listPairs({ wireName, list }: MatchedArgument, value: unknown): string[] {
  const items = ([value] as unknown[]).flat().map((item) => JSON.stringify(String(item)));
  if (list === 'comma') return items.length === 0 ? [] : [`${wireName}=${items.join(',')}`];
  return items.map((item) => `${wireName}=${item}`);
}

function readPair(pair: string): string {
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const parts = value.split(',').map((part) => JSON.stringify(decodeURIComponent(part.replaceAll('+', ' '))));
  return `${decodeURIComponent(name)}=${parts.join(',')}`;
}

const bodiless = undefined;

function compareHeaders(operation: MatchedOperation, { headers }: ReceivedRequest): readonly string[] {
  const { versions, mediaType } = operation;
  const problems: string[] = [];
  const version = headers.version;
  if (typeof version !== 'string' || !versions.includes(version)) problems.push(`Version ${version}, not ${versions}`);
  if (headers.authorization !== `Bearer ${TOKEN}`) problems.push('no token');
  if (headers.accept === undefined) problems.push('no Accept');
  const contentType = String(headers['content-type'] ?? '').split(';')[0] ?? '';
  if (mediaType === bodiless ? contentType !== '' : contentType !== mediaType) {
    problems.push(`Content-Type ${contentType}, not ${mediaType}`);
  }
  return problems;
}
