/** `describe_operation`: everything about one operation that a list has no room for. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { buildJsonSchema, type JsonSchema } from '../../catalogue/json-schema.ts';
import type { Confirmation } from '../confirmation/confirm.ts';
import type { ConfirmationMode } from '../confirmation/modes.ts';
import { type Arguments, listPinnedArguments } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Outcome } from '../results/success.ts';
import { findDefinition } from '../surface/definition.ts';
import { outlineSchema } from '../surface/outline.ts';
import { type ForesightDependencies, markObstacle, readForesight } from '../token/foresight.ts';
import type { FixedTool } from './fixed-tool.ts';
import { describeWayIn, type WayInDependencies } from './way-in.ts';

const name = 'describe_operation';

/** What kind of token alone will do, where it is not that of any location. */
function describeTokens({ appOnly, level }: OperationRow): object {
  if (appOnly) return { token: 'of an installed app only, not a private integration' };
  return level === 'agency' ? { token: 'of an agency only' } : {};
}

/** What an agent has to expect of a high-impact call. */
const confirmations: Readonly<Record<ConfirmationMode, string | undefined>> = {
  off: undefined,
  ask: 'the person is asked where the client can ask; else as with a plan',
  plan: 'the first call sends nothing and answers a plan; the same call with plan: its id does it',
};

const input = z.strictObject({
  operation: z.string(),
  path: z.string().optional().describe('only this argument, e.g. items[].price'),
});

export interface DescribeDependencies extends WayInDependencies, ForesightDependencies {
  readonly choosesLocation?: boolean | undefined;
  readonly confirmation: Pick<Confirmation, 'mode'>;
}

/** Builds the tool for one configuration of the server. */
export function createDescribeOperation(dependencies: DescribeDependencies): FixedTool {
  const { catalogue } = dependencies;
  return {
    definition: {
      name,
      title: 'Describe an operation',
      description:
        'Full schema of an operation’s arguments, with hints, notes, examples, paging and scopes. Ask it before filling in lists or objects whose inside is not shown.',
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: {
        title: 'Describe an operation',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async run(args: Arguments) {
      const parsed = parseArguments(input, args, name);
      const { operation, path } = parsed.args as z.infer<typeof input>;
      const row = findOperation(operation, catalogue);
      const answer = (data: unknown): Outcome => ({
        kind: 'json',
        data,
        isOwn: true,
        locationId: undefined,
        repairs: parsed.repairs,
      });
      if (path !== undefined) {
        const { inputSchema } = await findDefinition(catalogue, row, dependencies);
        return answer({ operation: row.name, path, schema: getSchemaAt(inputSchema, path) });
      }
      return answer(await describeOperation(row, dependencies));
    },
  };
}

/** All there is to know about one operation, as this session may see it. */
export async function describeOperation(row: OperationRow, dependencies: DescribeDependencies): Promise<object> {
  const { catalogue, pins } = dependencies;
  const { guide, output } = await catalogue.loadOperation(row);
  const { inputSchema } = await findDefinition(catalogue, row, dependencies);
  const findObstacle = await readForesight(dependencies);
  const hidden = listPinnedArguments(row.context, pins, row.explicit);
  const { summary, risk, notes, paging, examples } = guide;
  return {
    operation: row.name,
    summary,
    risk,
    ...describeWayIn(row, dependencies),
    ...(row.deprecated && { deprecated: true }),
    ...(risk === 'high-impact' && { confirmation: confirmations[dependencies.confirmation.mode] }),
    notes,
    scopes: row.scopes,
    ...describeTokens(row),
    ...markObstacle(findObstacle(row)),
    paging,
    ...(guide.findOut && { ifOutcomeUnknown: guide.findOut.check }),
    examples: examples?.map(({ ask, args: given }) => ({ ask, args: omitKeys(given, hidden) })),
    inputSchema,
    answers: output && outlineSchema(z.toJSONSchema(output, { unrepresentable: 'any' })),
  };
}

function omitKeys(args: Arguments, keys: readonly string[]): Arguments {
  return Object.fromEntries(Object.entries(args).filter(([key]) => !keys.includes(key)));
}

/** @throws CallRefusal that names what there is, where the path leads nowhere. */
function getSchemaAt(root: JsonSchema, path: string): JsonSchema {
  let schema = root;
  for (const part of path.split(/\.|(?=\[\])/)) {
    const inside = part === '[]' ? { '[]': schema.items } : (schema.properties as JsonSchema | undefined);
    const next = inside !== undefined && Object.hasOwn(inside, part) ? inside[part] : undefined;
    if (typeof next !== 'object' || next === null) {
      const known = schema.items === undefined ? Object.keys(schema.properties ?? {}) : ['[]'];
      throw new CallRefusal('invalid_arguments', `The arguments have no ${path}: ${part} is not there.`, {
        advice: known.length > 0 ? `There is: ${known.join(', ')}.` : 'Nothing lies deeper here.',
      });
    }
    schema = next as JsonSchema;
  }
  return schema;
}
