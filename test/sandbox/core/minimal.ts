/** The smallest request that an operation's facts allow, with made-up values. */
import { z } from 'zod';
import type { Operation } from '../../../src/catalogue/operation.ts';
import type { Sent } from './harness.ts';

interface Schema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
}

export function buildMinimalRequest(
  operation: Operation,
  known: Readonly<Record<string, string>>,
): { path: string; sent: Sent } {
  const schema = z.toJSONSchema(operation.input(), { io: 'input', unrepresentable: 'any' }) as Schema;
  const query = new URLSearchParams();
  const body: Record<string, unknown> = {};
  let path: string = operation.path;
  let whole: unknown;
  for (const name of schema.required ?? []) {
    const value = buildValue(schema.properties?.[name] ?? {}, name, known);
    const wireName = operation.wireNames?.[name] ?? name;
    const place = operation.places[name] ?? 'body';
    if (place === 'path') path = path.replace(`{${wireName}}`, encodeURIComponent(String(value)));
    else if (place.startsWith('query')) for (const item of [value].flat()) query.append(wireName, String(item));
    else if (place === 'whole-body') whole = value;
    else body[wireName] = value;
  }
  const json = operation.body === 'none' ? {} : { json: whole ?? body };
  return { path: query.size > 0 ? `${path}?${query}` : path, sent: { ...json, version: operation.version } };
}

function buildValue(schema: Schema, name: string, known: Readonly<Record<string, string>>): unknown {
  if (known[name] !== undefined) return known[name];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const [branch] = schema.anyOf ?? [];
  if (branch !== undefined) return buildValue(branch, name, known);
  switch ([schema.type].flat()[0]) {
    case 'number':
    case 'integer':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    case 'array':
      return [buildValue(schema.items ?? {}, name, known)];
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((inner) => [inner, buildValue(schema.properties?.[inner] ?? {}, inner, known)]),
      );
    default:
      return /email/i.test(name) ? 'somebody@example.com' : 'abc';
  }
}
