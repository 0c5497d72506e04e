/** A judged operation as a client sees it: facts and judgement put together. */
import type { Guide } from '../guide.ts';
import { buildJsonSchema, type JsonSchema } from '../json-schema.ts';
import type { Operation } from '../operation.ts';
import type { ToolDefinition } from '../row.ts';

/** Verbs whose write replaces or takes away something that was there. */
const replacingVerbs = new Set([
  'update',
  'upsert',
  'set',
  'delete',
  'remove',
  'merge',
  'cancel',
  'void',
  'stop',
  'disconnect',
  'disable',
  'release',
  'migrate',
]);

/** @throws Error when a hint names an argument that the operation does not have. */
export function buildToolDefinition(operation: Operation, guide: Guide): ToolDefinition {
  const schema = buildJsonSchema(operation.input());
  for (const [path, hint] of Object.entries(guide.hints ?? {})) {
    if (!addDescription(schema, path.replaceAll('[]', '.[]').split('.'), hint)) {
      throw new Error(`${guide.name}: hint for an argument that does not exist: ${path}`);
    }
  }
  const isRead = guide.risk === 'read';
  return {
    name: guide.name,
    title: guide.title,
    description: guide.summary,
    inputSchema: schema as ToolDefinition['inputSchema'] & JsonSchema,
    annotations: {
      title: guide.title,
      readOnlyHint: isRead,
      destructiveHint: !isRead && (guide.risk === 'high-impact' || replacingVerbs.has(getVerb(guide.name))),
      idempotentHint: isRead || guide.idempotent === true,
      openWorldHint: guide.openWorld === true,
    },
  };
}

function getVerb(name: string): string {
  return name.slice(name.lastIndexOf('_') + 1);
}

/** Sets the description at a path, in every alternative that has it. Answers whether one had. */
function addDescription(schema: JsonSchema, path: readonly string[], hint: string): boolean {
  const [step, ...rest] = path;
  if (step === undefined) {
    schema.description = hint;
    return true;
  }
  const next = step === '[]' ? schema.items : (schema.properties as JsonSchema | undefined)?.[step];
  if (isSchema(next) && addDescription(next, rest, hint)) return true;
  const alternatives = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []));
  return alternatives.map((each) => isSchema(each) && addDescription(each, path, hint)).includes(true);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null;
}
