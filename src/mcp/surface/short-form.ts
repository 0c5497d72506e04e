/**
 * Tools as a long list shows them. Every argument keeps its name and what can be said of its type in a word;
 * what lies inside lists and objects, long enumerations and hints are one `describe_operation` away. Calls are
 * validated against the full schema all the same.
 */
import type { Tool } from '@modelcontextprotocol/server';

/** Beyond this many tools a list is shown in short form. */
export const FULL_FORM_LIMIT = 100;

const MAX_ENUM = 5;

type Schema = Readonly<Record<string, unknown>>;

/** The same tool with a shallow schema. */
export function shortenTool(tool: Tool): Tool {
  const { properties = {}, required = [] } = tool.inputSchema;
  const shallow = Object.entries(properties).map(([name, schema]) => [name, shortenSchema(schema as Schema)]);
  return {
    ...tool,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(shallow),
      ...(required.length > 0 && { required }),
    } as Tool['inputSchema'],
  };
}

/** Letters of one argument's schema: whatever is longer is needed so rarely that it costs more than it saves. */
const MAX_ARGUMENT_LENGTH = 1_000;

/** The same tool in full, but for arguments that alone are as long as a tool. */
export function shortenLongArguments(tool: Tool): Tool {
  const properties = Object.entries(tool.inputSchema.properties ?? {}).map(([name, given]) => {
    const schema = given as Schema;
    if (JSON.stringify(schema).length <= MAX_ARGUMENT_LENGTH) return [name, schema] as const;
    const description = [schema.description, 'inside: describe_operation'].filter(Boolean).join('; ');
    return [name, { ...shortenSchema(schema), description }] as const;
  });
  const inputSchema = { ...tool.inputSchema, properties: Object.fromEntries(properties) } as Tool['inputSchema'];
  return { ...tool, inputSchema };
}

/** Text is the rule, so it goes without saying; everything else is named. */
function shortenSchema(schema: Schema): Schema {
  const { const: constant, enum: values, type, anyOf } = schema;
  if (constant !== undefined) return { const: constant };
  if (Array.isArray(values) && values.length <= MAX_ENUM) return { enum: values };
  if (Array.isArray(anyOf)) return shortenUnion(anyOf as readonly Schema[]);
  return type === undefined || isText([type].flat()) ? {} : { type };
}

/** Text, or null to empty it. */
function isText(types: readonly unknown[]): boolean {
  return types.every((type) => type === 'string' || type === 'null');
}

/** The types of the alternatives; nothing where one of them has none, for then anything goes. */
function shortenUnion(alternatives: readonly Schema[]): Schema {
  const types = [...new Set(alternatives.flatMap(({ type }) => type ?? 'any'))];
  if (types.includes('any') || isText(types)) return {};
  return { type: types.length === 1 ? types[0] : types };
}
