/** The schema of an operation's arguments as JSON Schema for `tools/list`: no `$ref`, no noise. */
import { z } from 'zod';

export type JsonSchema = { [key: string]: unknown };

/**
 * @returns an object schema whose root has no alternatives. `additionalProperties: false` stands only at the
 * root: below it costs tokens at every level, and the server refuses unknown fields anyway.
 */
export function buildJsonSchema(input: z.ZodObject): JsonSchema {
  const { $schema: _, ...schema } = z.toJSONSchema(input, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => removeNoise(jsonSchema),
  });
  return { ...schema, additionalProperties: false };
}

/** zod bounds every integer by the range of safe integers and repeats a format as a long pattern. */
function removeNoise(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.format !== undefined) delete schema.pattern;
  delete schema.propertyNames;
  const { additionalProperties: rest } = schema;
  if (rest === false || (typeof rest === 'object' && Object.keys(rest).length === 0))
    delete schema.additionalProperties;
}
