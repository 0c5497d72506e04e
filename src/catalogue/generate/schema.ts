/** The part of an OpenAPI 3.0 schema object that HighLevel's documents use, and one extension of ours. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly example?: unknown;
  readonly examples?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[] | boolean;
  readonly additionalProperties?: boolean | Schema;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  /** Ours: the schema is written by hand, as a call to a function of a module in `tools/`. */
  readonly call?: SchemaCall;
}

/** `call` is source text; `from` is the module, as seen from a resource folder. */
export interface SchemaCall {
  readonly from: `../${string}.ts`;
  readonly name: string;
  readonly text: string;
}

/** Components of all documents by `document#Name`, so that a `$ref` means one thing wherever it is carried. */
export type Components = ReadonlyMap<string, Schema>;

/**
 * The schema behind a reference.
 * @throws when the reference leads nowhere: such a document needs a repair first.
 */
export function resolveSchema(schema: Schema, components: Components): Schema {
  let current = schema;
  while (current.$ref !== undefined) {
    const target = components.get(current.$ref);
    if (target === undefined) throw new Error(`$ref to a component that does not exist: ${current.$ref}`);
    current = target;
  }
  return current;
}

/** The names in `required`; the documents also put a boolean there, which means nothing inside a schema. */
export function extractRequired(schema: Schema): ReadonlySet<string> {
  return new Set(Array.isArray(schema.required) ? schema.required : []);
}
