/**
 * Writes a schema as zod source text. Arguments become strict, answers loose: an agent's mistake is refused,
 * a field that HighLevel added yesterday is not. Descriptions, titles and examples are never written.
 */

import { type Components, extractRequired, resolveSchema, type Schema, type SchemaCall } from './schema.ts';
import { applySchemaRules, type Mode, type SchemaRuleId } from './schema-rules.ts';

/** Stands for a component in text until it is known whether it is used once (inlined) or shared (a function). */
const reference = (id: string): string => `«${id}»`;
const referencePattern = /«([^»]+)»/g;

const fileCall: SchemaCall = { from: '../file-input.ts', name: 'fileInput', text: 'fileInput()' };

export interface ZodSourceOptions {
  readonly components: Components;
  readonly report: (rule: SchemaRuleId) => void;
}

export interface SharedSchema {
  readonly name: string;
  readonly text: string;
}

/** Collects the schemas of one file, so that what several operations share is written once. */
export class ZodSource {
  readonly #options: ZodSourceOptions;
  /** Text of each component by `mode:document#Name`. */
  readonly #bodies = new Map<string, string>();
  readonly #writing: string[] = [];
  readonly #calls = new Map<string, SchemaCall>();

  constructor(options: ZodSourceOptions) {
    this.#options = options;
  }

  /** Hand-written schema functions that the text calls. */
  get calls(): readonly SchemaCall[] {
    return [...this.#calls.values()];
  }

  addCall(call: SchemaCall): string {
    this.#calls.set(call.name, call);
    return call.text;
  }

  /** The text of one property, `.optional()` or `.nullish()` as the mode asks. */
  writeProperty(schema: Schema, required: boolean, mode: Mode): string {
    const text = this.write(schema, mode);
    if (mode === 'output') return `${text.replace(/\.nullable\(\)$/, '')}.nullish()`;
    return required ? text : `${text}.optional()`;
  }

  /** The text of a schema. References to components stay marked until {@link settle}. */
  write(schema: Schema, mode: Mode): string {
    if (schema.call !== undefined) return this.addCall(schema.call);
    if (schema.$ref !== undefined) return this.#writeReference(schema.$ref, mode);
    if (schema.format === 'binary' && mode === 'input') return this.addCall(fileCall);
    const corrected = applySchemaRules(schema, mode, this.#options.components, this.#options.report);
    const bare = corrected.call === undefined ? this.#writeBare(corrected, mode) : this.addCall(corrected.call);
    const text = bare + (mode === 'input' ? writeMeta(corrected) : '');
    return corrected.nullable === true ? `${text}.nullable()` : text;
  }

  #writeReference(id: string, mode: Mode): string {
    const key = `${mode}:${id}`;
    // A component inside itself: the second level is left open, since a schema in tools/list has no $ref.
    if (this.#writing.includes(key)) return 'z.record(z.string(), z.unknown())';
    if (!this.#bodies.has(key)) {
      this.#writing.push(key);
      this.#bodies.set(key, this.write(resolveSchema({ $ref: id }, this.#options.components), mode));
      this.#writing.pop();
    }
    return reference(key);
  }

  #writeBare(schema: Schema, mode: Mode): string {
    if (schema.allOf !== undefined) return this.#writeAllOf(schema, mode);
    const alternatives = schema.oneOf ?? schema.anyOf;
    if (alternatives !== undefined) return this.#writeUnion(alternatives, mode);
    if (schema.enum !== undefined && mode === 'input') return writeEnum(schema.enum);
    switch (schema.type) {
      case 'string':
        return mode === 'output' ? 'z.string()' : writeString(schema);
      case 'integer':
        return `z.int()${mode === 'output' ? '' : writeBounds(schema)}`;
      case 'number':
        return `z.number()${mode === 'output' ? '' : writeBounds(schema)}`;
      case 'boolean':
        return 'z.boolean()';
      case 'array':
        return `z.array(${this.write(schema.items ?? {}, mode)})${mode === 'output' ? '' : writeItemBounds(schema)}`;
      case 'object':
        return this.#writeObject(schema, mode);
      default:
        return schema.properties === undefined ? 'z.unknown()' : this.#writeObject(schema, mode);
    }
  }

  #writeObject(schema: Schema, mode: Mode): string {
    const { additionalProperties: rest, properties } = schema;
    if (properties === undefined || Object.keys(properties).length === 0) {
      if (typeof rest === 'object') return `z.record(z.string(), ${this.write(rest, mode)})`;
      // Their documents say `object` of everything; only one that says more is sure to be one.
      const isVague = mode === 'output' && properties === undefined && rest !== true;
      return isVague ? 'z.unknown()' : 'z.record(z.string(), z.unknown())';
    }
    const required = extractRequired(schema);
    const fields = Object.entries(properties).map(
      ([name, property]) => `${JSON.stringify(name)}: ${this.writeProperty(property, required.has(name), mode)}`,
    );
    const isOpen = mode === 'output' || rest === true || typeof rest === 'object';
    return `z.${isOpen ? 'looseObject' : 'strictObject'}({ ${fields.join(', ')} })`;
  }

  #writeAllOf(schema: Schema, mode: Mode): string {
    const [only, ...others] = schema.allOf ?? [];
    if (only !== undefined && others.length === 0 && schema.properties === undefined) return this.write(only, mode);
    const members = [
      ...(schema.allOf ?? []),
      { properties: schema.properties ?? {}, required: schema.required ?? [] },
    ].map((member) => resolveSchema(member, this.#options.components));
    return this.#writeObject(
      {
        type: 'object',
        properties: Object.assign({}, ...members.map(({ properties }) => properties ?? {})) as Record<string, Schema>,
        required: members.flatMap((member) => [...extractRequired(member)]),
      },
      mode,
    );
  }

  #writeUnion(alternatives: readonly Schema[], mode: Mode): string {
    const texts = [...new Set(alternatives.map((alternative) => this.write(alternative, mode)))];
    const open = texts.includes('z.unknown()');
    return open ? 'z.unknown()' : texts.length === 1 && texts[0] ? texts[0] : `z.union([${texts.join(', ')}])`;
  }

  /**
   * Ends the collection: given all texts of the file, decides which components become functions of their own
   * and replaces every mark.
   */
  settle(texts: readonly string[]): { readonly texts: readonly string[]; readonly shared: readonly SharedSchema[] } {
    const uses = this.#countUses(texts);
    const names = nameComponents(
      [...uses].filter(([key, count]) => count > 1 && this.#isWorthSharing(key)).map(([key]) => key),
    );
    const expand = (text: string): string =>
      text.replaceAll(referencePattern, (_, key: string) => {
        const name = names.get(key);
        return name === undefined ? expand(this.#bodies.get(key) ?? 'z.unknown()') : `${name}()`;
      });
    const shared = [...names].map(([key, name]) => ({ name, text: expand(this.#bodies.get(key) ?? '') }));
    return { texts: texts.map(expand), shared: shared.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  }

  #countUses(texts: readonly string[]): ReadonlyMap<string, number> {
    const uses = new Map<string, number>();
    const visit = (text: string): void => {
      for (const [, key = ''] of text.matchAll(referencePattern)) {
        const before = uses.get(key) ?? 0;
        uses.set(key, before + 1);
        if (before === 0) visit(this.#bodies.get(key) ?? '');
      }
    };
    texts.forEach(visit);
    return uses;
  }

  #isWorthSharing(key: string): boolean {
    return (this.#bodies.get(key) ?? '').length > 60;
  }
}

function nameComponents(keys: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of keys.toSorted()) {
    const [, mode = '', component = ''] = /^(\w+):[^#]+#(.+)$/.exec(key) ?? [];
    const words = component.replaceAll(/[^A-Za-z0-9]/g, '').replace(/(Dto|DTO|Schema)+$/, '');
    const base = lowerFirstWord(words) + (mode === 'input' ? 'Input' : 'Output');
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${count}`;
    taken.add(name);
    names.set(key, name);
  }
  return names;
}

/** `DNDSettings` becomes `dndSettings`. */
function lowerFirstWord(text: string): string {
  return text.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
}

function writeEnum(values: readonly unknown[]): string {
  const present = values.filter((value) => value !== null);
  const list = present.map((value) => JSON.stringify(value)).join(', ');
  const base =
    present.length === 1
      ? `z.literal(${list})`
      : present.every((value) => typeof value === 'string')
        ? `z.enum([${list}])`
        : `z.literal([${list}])`;
  return present.length === values.length ? base : `${base}.nullable()`;
}

function writeString(schema: Schema): string {
  const least = schema.minLength === undefined ? '' : `.min(${schema.minLength})`;
  const most = schema.maxLength === undefined ? '' : `.max(${schema.maxLength})`;
  const pattern = schema.pattern === undefined ? '' : `.regex(${new RegExp(schema.pattern)})`;
  return `z.string()${least}${most}${pattern}`;
}

/**
 * What agents should see and the parser must not act on: a default would be sent although nobody gave it, and
 * what the documents call date-time is a date in some operations.
 */
function writeMeta({ type, format, default: preset }: Schema): string {
  const meta = {
    ...(type === 'string' && format !== undefined ? { format } : {}),
    ...(preset === undefined || preset === null || preset === '' ? {} : { default: preset }),
  };
  return Object.keys(meta).length === 0 ? '' : `.meta(${JSON.stringify(meta)})`;
}

function writeBounds({ minimum, maximum }: Schema): string {
  return (minimum === undefined ? '' : `.min(${minimum})`) + (maximum === undefined ? '' : `.max(${maximum})`);
}

function writeItemBounds({ minItems, maxItems }: Schema): string {
  return (minItems === undefined ? '' : `.min(${minItems})`) + (maxItems === undefined ? '' : `.max(${maxItems})`);
}
