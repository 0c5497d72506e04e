/** From a documented schema to the shape of a value. */
import type { Components } from './components.ts';
import { correctNode } from './node-rules.ts';
import type { RawSchema } from './read.ts';
import type { Field, Fields, Shape } from './shape.ts';
import type { Tally } from './tally.ts';

/** Schemas that repairs write by hand, described here a second time. */
const handWritten: Readonly<Record<string, Shape>> = {
  searchFilters: { kind: 'filters' },
  searchSort: {
    kind: 'list',
    items: {
      kind: 'object',
      rest: false,
      fields: {
        field: { required: true, shape: { kind: 'text', minLength: 1 } },
        direction: { required: true, shape: { kind: 'choice', values: ['asc', 'desc'] } },
      },
    },
  },
  numberText: { kind: 'digits' },
};

export class Shaper {
  readonly #components: Components;
  readonly #tally: Tally;
  /** Components being read, to notice one inside itself. */
  readonly #open: string[] = [];

  constructor(components: Components, tally: Tally) {
    this.#components = components;
    this.#tally = tally;
  }

  /** @throws Error for hand-written schemas that this test does not know. */
  shape(schema: RawSchema, place: string): Shape {
    const { $ref, call } = schema;
    if (call !== undefined) {
      const known = handWritten[call.name];
      if (known === undefined) throw new Error(`the conformance test does not know the schema ${call.name}()`);
      return known;
    }
    if ($ref !== undefined) return this.#shapeReference($ref, place);
    const node = correctNode(schema, (rule) => this.#tally.note(rule, place));
    const bare = this.#shapeBare(node, place);
    return node.nullable === true ? { ...bare, nullable: true } : bare;
  }

  /** The fields of an object, through references. Nothing where the schema has alternatives or is no object. */
  fields(schema: RawSchema, place: string): Fields | undefined {
    const shape = this.shape(schema, place);
    return shape.kind === 'object' ? shape.fields : undefined;
  }

  #shapeReference(id: string, place: string): Shape {
    // tools/list has no $ref, so a component inside itself cannot be described: any object is taken.
    if (this.#open.includes(id)) return { kind: 'record', values: { kind: 'open' } };
    for (const correction of this.#components.listCorrections(id)) this.#tally.note(correction, id);
    this.#open.push(id);
    const shape = this.shape(this.#components.get(id), place);
    this.#open.pop();
    return shape;
  }

  #shapeBare(schema: RawSchema, place: string): Shape {
    const { allOf, enum: values, type, format } = schema;
    if (allOf !== undefined) return this.#shapeAll(schema, allOf, place);
    const branches = schema.oneOf ?? schema.anyOf;
    if (branches !== undefined) return this.#shapeEither(branches, place);
    if (type === 'array') {
      const { minItems, maxItems, items = {} } = schema;
      return { kind: 'list', items: this.shape(items, `${place}[]`), minItems, maxItems };
    }
    if (values !== undefined) return { kind: 'choice', values };
    if (format === 'binary') return { kind: 'file' };
    switch (type) {
      case 'string': {
        const { pattern, minLength, maxLength } = schema;
        return { kind: 'text', format, pattern, minLength, maxLength };
      }
      case 'number':
      case 'integer':
        return { kind: 'number', whole: type === 'integer', minimum: schema.minimum, maximum: schema.maximum };
      case 'boolean':
        return { kind: 'boolean' };
      default:
        return type === 'object' || schema.properties !== undefined
          ? this.#shapeObject(schema, place)
          : { kind: 'open' };
    }
  }

  #shapeObject({ properties = {}, required, additionalProperties: rest }: RawSchema, place: string): Shape {
    const names = new Set(Array.isArray(required) ? (required as string[]) : []);
    const fields = Object.entries(properties).map(([name, property]): [string, Field] => [
      name,
      { required: names.has(name), shape: this.shape(property, `${place}.${name}`) },
    ]);
    if (fields.length > 0) return { kind: 'object', fields: Object.fromEntries(fields), rest: Boolean(rest) };
    return { kind: 'record', values: typeof rest === 'object' ? this.shape(rest, `${place}.*`) : { kind: 'open' } };
  }

  #shapeAll(schema: RawSchema, all: readonly RawSchema[], place: string): Shape {
    const own = schema.properties === undefined ? [] : [{ ...schema, allOf: undefined } as unknown as RawSchema];
    const parts = [...all, ...own].map((part) => this.shape(part, place));
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return only;
    const merged: Record<string, Field> = {};
    for (const part of parts) Object.assign(merged, part.kind === 'object' ? part.fields : {});
    return { kind: 'object', fields: merged, rest: false };
  }

  #shapeEither(branches: readonly RawSchema[], place: string): Shape {
    const shapes = branches.map((branch, index) => this.shape(branch, `${place}|${index}`));
    const merged = mergeLikeObjects(shapes);
    if (merged === undefined) return { kind: 'either', branches: shapes };
    this.#tally.note('union-of-like-objects', place);
    return merged;
  }
}

/** Alternatives with the same property names as one object, which is the rule `union-of-like-objects`. */
function mergeLikeObjects(shapes: readonly Shape[]): Shape | undefined {
  const objects = shapes.filter((shape) => shape.kind === 'object');
  const signatures = new Set(objects.map(({ fields }) => Object.keys(fields).toSorted().join()));
  if (objects.length < 2 || objects.length < shapes.length || signatures.size > 1) return undefined;
  const names = Object.keys(objects[0]?.fields ?? {});
  const fields = names.map((name): [string, Field] => {
    const variants = objects.flatMap((object) => object.fields[name] ?? []);
    const distinct = new Map(variants.map(({ shape }) => [JSON.stringify(shape), shape]));
    const [first, ...others] = distinct.values();
    const shape: Shape =
      first !== undefined && others.length === 0 ? first : { kind: 'either', branches: [...distinct.values()] };
    return [name, { required: variants.every(({ required }) => required), shape }];
  });
  return { kind: 'object', fields: Object.fromEntries(fields), rest: false };
}
