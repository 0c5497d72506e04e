/**
 * What ought to leave for a call, said a second time and from the facts alone: none of the client's code is
 * used here, so that it cannot agree with its own mistakes.
 */
import type { Operation } from '../../src/catalogue/operation.ts';

export interface ExpectedRequest {
  /** Percent-decoded segments of the path. */
  readonly segments: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly json: unknown;
  /** Text fields of a form or multipart body, by name. */
  readonly fields: readonly (readonly [string, string])[];
  /** Names of the parts that carry files. */
  readonly files: readonly string[];
}

export function buildExpectedRequest(operation: Operation, args: Readonly<Record<string, unknown>>): ExpectedRequest {
  const wireName = (name: string): string => operation.wireNames?.[name] ?? name;
  const segments = operation.path.split('/').map((segment) =>
    segment.replace(/\{([^}]+)\}/g, (_, placeholder: string) => {
      const name = Object.keys(operation.places).find(
        (candidate) => operation.places[candidate] === 'path' && wireName(candidate) === placeholder,
      );
      return String(args[name ?? '']);
    }),
  );
  const query: [string, string][] = [];
  const body: Record<string, unknown> = {};
  const files: string[] = [];
  let json: unknown = operation.body === 'json' ? body : undefined;
  for (const [name, place] of Object.entries(operation.places)) {
    const value = args[name] ?? operation.sendDefaults?.[name];
    if (value === undefined) continue;
    if (place === 'query') query.push([wireName(name), String(value)]);
    if (place === 'query-repeat') for (const item of [value].flat()) query.push([wireName(name), String(item)]);
    if (place === 'query-comma') query.push([wireName(name), [value].flat().map(String).join(',')]);
    if (place === 'body') body[wireName(name)] = value;
    if (place === 'whole-body') json = value;
    if (place === 'file') files.push(wireName(name));
    if (place === 'files') files.push(...Object.keys(value as object));
  }
  const fields = Object.entries(body).flatMap(([name, value]) =>
    [value].flat().map((item) => [name, formatField(item)] as const),
  );
  return { segments, query: query.toSorted(), json, fields: fields.toSorted(), files };
}

function formatField(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
