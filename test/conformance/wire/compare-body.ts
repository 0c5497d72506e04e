/** Checks the body of a request: its kind, every field in its place, and none beside them. */
import { isDeepStrictEqual } from 'node:util';
import type { ReceivedRequest } from '../../wire/listener.ts';
import { FILE_CONTENT } from '../documents/samples.ts';
import { isObject } from '../documents/shape.ts';
import type { MatchedOperation } from './match.ts';

type Arguments = Readonly<Record<string, unknown>>;

export async function compareBody(
  operation: MatchedOperation,
  args: Arguments,
  request: ReceivedRequest,
): Promise<readonly string[]> {
  switch (operation.mediaType) {
    case undefined:
      return request.body.length === 0 ? [] : ['a body where none is documented'];
    case 'application/json':
      return compareJson(operation, args, request.body.toString());
    case 'application/x-www-form-urlencoded':
      return comparePairs(listFields(operation, args), [...new URLSearchParams(request.body.toString())]);
    case 'multipart/form-data':
      return await compareMultipart(operation, args, request);
    default:
      return [`nobody knows how to check a body of ${operation.mediaType}`];
  }
}

/** The JSON body that the arguments make. */
export function buildJson(operation: MatchedOperation, args: Arguments): unknown {
  const whole = operation.arguments.find(({ place }) => place === 'whole-body');
  if (whole !== undefined) return args[whole.name];
  const fields = operation.arguments.filter(({ place, name }) => place === 'body' && args[name] !== undefined);
  return Object.fromEntries(
    fields.map(({ wireName, name, shape }) => [wireName, shape.kind === 'digits' ? String(args[name]) : args[name]]),
  );
}

function compareJson(operation: MatchedOperation, args: Arguments, text: string): readonly string[] {
  const expected = buildJson(operation, args);
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    return [`a body that is no JSON: ${text.slice(0, 80)}`];
  }
  if (isDeepStrictEqual(found, JSON.parse(JSON.stringify(expected)))) return [];
  return [`body ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`];
}

type Pair = readonly [string, string];

/** A list becomes the same name repeated. */
function listFields(operation: MatchedOperation, args: Arguments): readonly Pair[] {
  return operation.arguments
    .filter(({ place, name }) => place === 'body' && args[name] !== undefined)
    .flatMap(({ wireName, name }) =>
      [args[name]]
        .flat()
        .map((item): Pair => [wireName, typeof item === 'object' ? JSON.stringify(item) : String(item)]),
    );
}

function comparePairs(expected: readonly Pair[], found: readonly Pair[]): readonly string[] {
  const inOrder = (pairs: readonly Pair[]): string[] => pairs.map((pair) => JSON.stringify(pair)).toSorted();
  if (isDeepStrictEqual(inOrder(found), inOrder(expected))) return [];
  return [`fields ${inOrder(found)} instead of ${inOrder(expected)}`];
}

async function compareMultipart(
  operation: MatchedOperation,
  args: Arguments,
  { body, headers }: ReceivedRequest,
): Promise<readonly string[]> {
  const contentType = String(headers['content-type']);
  if (!contentType.startsWith('multipart/form-data; boundary=')) return ['a body that is no form of parts'];
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const texts = [...form].flatMap(([name, value]): Pair[] => (typeof value === 'string' ? [[name, value]] : []));
  const files = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [] : [{ name, file: value }]));
  const expected = operation.arguments.flatMap(({ place, name, wireName }) => {
    const value = args[name];
    if (place === 'files' && isObject(value)) return Object.keys(value);
    return place === 'file' && value !== undefined ? [wireName] : [];
  });
  const contents = await Promise.all(files.map(({ file }) => file.text()));
  return [
    ...comparePairs(listFields(operation, args), texts),
    ...(isDeepStrictEqual(files.map(({ name }) => name).toSorted(), expected.toSorted()) ? [] : [`files ${expected}`]),
    ...(contents.every((content) => content === FILE_CONTENT) ? [] : ['a file with another content']),
  ];
}
