/** From an operation and its flat arguments to the request that leaves. */
import type { Operation, Place } from '../../catalogue/operation.ts';
import { ArgumentError } from '../errors/index.ts';
import { type BodyField, buildFormBody, buildJsonBody, type OutgoingBody } from './body.ts';
import { buildMultipartBody } from './multipart.ts';
import { buildPath, type PathValue } from './path.ts';
import { buildQuery, type QueryEntry } from './query.ts';
import type { UploadRules } from './upload.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** A request without its token: that is attached where it is sent. */
export interface OutgoingRequest {
  readonly method: Operation['method'];
  /** Path and query, encoded, relative to the base URL. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: OutgoingBody | undefined;
}

interface Argument extends BodyField {
  readonly place: Place;
}

/**
 * Builds the request. Arguments are taken as parsed by the operation's schema; undefined ones are left out, or sent
 * as the operation's `sendDefaults` say.
 *
 * @throws ArgumentError when a value cannot be sent, is missing in the path, or has no place
 */
export async function buildRequest(
  operation: Operation,
  args: Arguments,
  rules: UploadRules,
): Promise<OutgoingRequest> {
  const given = placeArguments(operation, args);
  const pathValues = new Map(
    given.filter(({ place }) => place === 'path').map((it): [string, PathValue] => [it.wireName, it]),
  );
  const path = buildPath(operation.path, pathValues);
  const query = buildQuery(given.filter(isQueryEntry));
  const body = await buildBody(operation, given, rules);
  return {
    method: operation.method,
    path: query === '' ? path : `${path}?${query}`,
    headers: buildHeaders(operation, body),
    body,
  };
}

function placeArguments(operation: Operation, args: Arguments): Argument[] {
  const stray = Object.keys(args).find((name) => !Object.hasOwn(operation.places, name) && args[name] !== undefined);
  if (stray !== undefined)
    throw new ArgumentError(stray, 'is not an argument of this operation.', `Leave ${stray} out.`);
  return Object.entries(operation.places)
    .map(([name, place]) => ({
      argument: name,
      wireName: operation.wireNames?.[name] ?? name,
      place,
      value: Object.hasOwn(args, name) && args[name] !== undefined ? args[name] : operation.sendDefaults?.[name],
    }))
    .filter(({ value }) => value !== undefined);
}

function isQueryEntry(argument: Argument): argument is Argument & QueryEntry {
  return argument.place === 'query' || argument.place === 'query-repeat' || argument.place === 'query-comma';
}

async function buildBody(
  operation: Operation,
  given: readonly Argument[],
  rules: UploadRules,
): Promise<OutgoingBody | undefined> {
  const at = (place: Place) => given.filter((argument) => argument.place === place);
  const fields = at('body');
  switch (operation.body) {
    case 'none':
      return undefined;
    case 'form':
      return buildFormBody(fields);
    case 'multipart':
      return buildMultipartBody({ fields, file: at('file'), files: at('files') }, rules);
    case 'json':
      return buildJsonBody(resolveJsonValue(operation, fields, at('whole-body')));
  }
}

function resolveJsonValue(operation: Operation, fields: readonly Argument[], whole: readonly Argument[]): unknown {
  const wholeName = Object.keys(operation.places).find((name) => operation.places[name] === 'whole-body');
  if (wholeName === undefined) return Object.fromEntries(fields.map(({ wireName, value }) => [wireName, value]));
  const [argument] = whole;
  if (argument === undefined) throw new ArgumentError(wholeName, 'is missing: it is the body.');
  return argument.value;
}

function buildHeaders(operation: Operation, body: OutgoingBody | undefined): Record<string, string> {
  return {
    accept: operation.answer === 'json' ? 'application/json' : '*/*',
    ...(operation.version !== '' && { version: operation.version }),
    ...(body !== undefined && body.kind !== 'multipart' && { 'content-type': body.contentType }),
  };
}
