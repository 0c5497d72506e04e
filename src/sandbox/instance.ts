/** Believable answers for operations that no domain keeps state for, built from their documented schema. */
import { z } from 'zod';
import type { Operation } from '../catalogue/operation.ts';
import type { Reply, SandboxRequest } from './handler.ts';
import { createId, createRandom, type Random } from './store/random.ts';
import type { World } from './world.ts';

interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly minItems?: number;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
}

/** What values are drawn from: the same request gets the same answer. */
interface Draw {
  readonly random: Random;
  readonly world: World;
  /** What the caller sent; a field of the same name and type comes back with the same value. */
  readonly echo: Readonly<Record<string, unknown>>;
  readonly root: JsonSchema;
}

const maxDepth = 8;

/** An answer that fits the operation's documented schema, for operations without a handler. */
export function createStatelessReply(operation: Operation, request: SandboxRequest, world: World): Reply {
  const headers = { 'x-sandbox-stateless': '1' };
  if (operation.answer === 'audio') return { body: createSilence(), contentType: 'audio/x-wav', headers };
  if (operation.answer === 'text') return { body: '', contentType: 'text/plain', headers };
  if (operation.answer === 'redirect') {
    return { status: 302, body: undefined, headers: { ...headers, location: 'https://example.com/oauth/consent' } };
  }
  return { body: createInstance(operation, request, world), headers };
}

function createInstance(operation: Operation, request: SandboxRequest, world: World): unknown {
  const output = operation.output?.();
  const unspecific = operation.method === 'GET' ? {} : { success: true };
  if (output === undefined) return unspecific;
  const root = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }) as JsonSchema;
  const sent = isRecord(request.body) ? request.body : {};
  const echo = { ...request.query, ...request.path, ...sent, locationId: request.locationId };
  const seed = hash(JSON.stringify([request.key, request.path, request.query, request.body ?? null]));
  return build(root, '', { random: createRandom(seed), world, echo, root }, 0) ?? unspecific;
}

function build(schema: JsonSchema, name: string, draw: Draw, depth: number): unknown {
  const resolved = schema.$ref === undefined ? schema : (draw.root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const branch = resolved.anyOf?.find((option) => option.type !== 'null');
  if (branch !== undefined) return build(branch, name, draw, depth);
  if (resolved.const !== undefined) return resolved.const;
  if (resolved.enum !== undefined) return pickEnum(resolved.enum, draw.echo[name]);
  const type = [resolved.type].flat().find((option) => option !== 'null');
  switch (type) {
    case 'string':
      return typeof draw.echo[name] === 'string' && draw.echo[name] !== '' ? draw.echo[name] : buildText(name, draw);
    case 'number':
    case 'integer':
      return typeof draw.echo[name] === 'number' ? draw.echo[name] : Math.max(resolved.minimum ?? 0, buildNumber(name));
    case 'boolean':
      return typeof draw.echo[name] === 'boolean' ? draw.echo[name] : /succe|status|active|enabled/i.test(name);
    case 'array':
      return depth < maxDepth || (resolved.minItems ?? 0) > 0 ? buildItems(resolved, name, draw, depth) : [];
    case 'object':
      return buildObject(resolved, draw, depth);
    default:
      return draw.echo[name] ?? null;
  }
}

function buildObject(schema: JsonSchema, draw: Draw, depth: number): Record<string, unknown> {
  const properties = depth < maxDepth ? Object.entries(schema.properties ?? {}) : [];
  return Object.fromEntries(properties.map(([name, inner]) => [name, build(inner, name, draw, depth + 1)]));
}

function buildItems(schema: JsonSchema, name: string, draw: Draw, depth: number): unknown[] {
  const count = Math.max(1, schema.minItems ?? 0);
  const singular = name.replace(/s$/, '');
  return Array.from({ length: count }, () => build(schema.items ?? {}, singular, draw, depth + 1));
}

function pickEnum(values: readonly unknown[], sent: unknown): unknown {
  return values.includes(sent) ? sent : values[0];
}

function buildText(name: string, { random, world }: Draw): string {
  if (/^companyId$/.test(name)) return world.companyId;
  if (/^locationId$|^altId$/.test(name)) return world.locationIds[0];
  if (/^altType$/.test(name)) return 'location';
  if (/id$/i.test(name)) return createId(random);
  if (/email/i.test(name)) return 'sample@example.com';
  if (/phone|number/i.test(name)) return '+15125550100';
  if (/url|link|website|avatar|image/i.test(name)) return 'https://example.com/sample';
  if (/date|time|(created|updated|deleted)(at|on)$/i.test(name)) return world.timestamp();
  if (/currency/i.test(name)) return 'USD';
  if (/country/i.test(name)) return 'US';
  if (/timezone/i.test(name)) return 'America/Chicago';
  return name === '' ? 'sample' : `sample ${name}`;
}

function buildNumber(name: string): number {
  return /status(code)?$/i.test(name) ? 200 : 1;
}

/** A WAV file of no samples. */
function createSilence(): Buffer {
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16_000, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  return header;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
