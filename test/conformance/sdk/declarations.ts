/** What the SDK's declarations (`*.d.ts`) say its methods take, as shapes. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Field, Fields, Shape } from '../documents/shape.ts';

export interface Declaration {
  /** By the key in the object of parameters. */
  readonly parameters: Fields;
  readonly body: Shape | undefined;
}

const root = join(dirname(createRequire(import.meta.url).resolve('@gohighlevel/api-client')), 'lib', 'code');

/** The declarations of one service by method. */
export function readDeclarations(service: string): ReadonlyMap<string, Declaration> {
  const folder = service.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const models = readModels(readFileSync(join(root, folder, 'models', `${folder}.d.ts`), 'utf8'));
  const text = readFileSync(join(root, folder, `${folder}.d.ts`), 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const methods = text.matchAll(/^ {4}(?!constructor)(\w+)\((.*?)\): Promise</gms);
  return new Map([...methods].map(([, name = '', signature = '']) => [name, readSignature(signature, models)]));
}

type Models = ReadonlyMap<string, string>;

function readModels(text: string): Models {
  const interfaces = text.matchAll(/^export interface (\w+) \{\n(.*?)^\}/gms);
  return new Map([...interfaces].map(([, name = '', members = '']) => [name, members]));
}

function readSignature(signature: string, models: Models): Declaration {
  const inline = /params\??: \{(.*?)\n {4}\}/s.exec(signature)?.[1] ?? '';
  const body = /requestBody\??: ([\w.[\]]+)/.exec(signature)?.[1];
  return {
    parameters: readMembers(inline, models, []),
    body: body === undefined ? undefined : readType(body, models, []),
  };
}

function readMembers(text: string, models: Models, open: readonly string[]): Fields {
  const members = text.matchAll(/^ +['"]?([^\s'"?:]+)['"]?(\?)?: (.*?);?$/gm);
  return Object.fromEntries(
    [...members].map(([, name = '', optional, type = '']): [string, Field] => [
      name,
      { required: optional === undefined, shape: readType(type, models, open) },
    ]),
  );
}

function readType(type: string, models: Models, open: readonly string[]): Shape {
  if (type.endsWith('[]')) return { kind: 'list', items: readType(type.slice(0, -2), models, open) };
  switch (type) {
    case 'string':
      return { kind: 'text' };
    case 'number':
      return { kind: 'number', whole: false };
    case 'boolean':
      return { kind: 'boolean' };
    default:
      break;
  }
  const name = type.replace('Models.', '');
  const members = models.get(name);
  if (members === undefined || open.includes(name)) return { kind: 'open' };
  const fields = readMembers(members, models, [...open, name]);
  // An empty interface is what the SDK has for enumerations and for everything else without properties.
  return Object.keys(fields).length === 0 ? { kind: 'open' } : { kind: 'object', fields, rest: false };
}
