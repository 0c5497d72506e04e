/**
 * `call_read`, `call_write`, `call_high_impact`: any operation by its name. One tool for each risk class, so that a
 * client can approve, ask about or refuse each by itself, and its annotations are true of whatever passes through it.
 */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import type { Risk } from '../../catalogue/guide.ts';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { idempotencyKeyName, planName } from '../pipeline/own-arguments.ts';
import { parseArguments } from '../pipeline/parse.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import { MAX_BUDGET } from '../results/budget.ts';
import type { FixedTool } from './fixed-tool.ts';

const readInput = z.strictObject({
  operation: z.string().describe('name, from find_operations'),
  arguments: z.record(z.string(), z.unknown()).optional(),
  fields: z.array(z.string().min(1)).optional().describe('dot paths to keep'),
  maxTokens: z.int().min(100).max(MAX_BUDGET).optional(),
  dryRun: z.boolean().optional(),
});

const writeInput = readInput.extend({ [idempotencyKeyName]: z.string().optional() });

const confirmedInput = writeInput.extend({ [planName]: z.string().optional().describe('id of a plan it showed') });

interface CallTool {
  readonly risk: Risk;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
}

const callTools: readonly CallTool[] = [
  {
    risk: 'read',
    title: 'Read from HighLevel',
    description: 'Runs an operation of class read. dryRun only shows the request.',
    input: readInput,
  },
  {
    risk: 'write',
    title: 'Change the CRM',
    description: 'Runs an operation of class write: changes that can be put right.',
    input: writeInput,
  },
  {
    risk: 'high-impact',
    title: 'Do what cannot be undone',
    description:
      'Runs an operation of class high-impact: deletes, sends to people, publishes, moves money, starts automations.',
    input: writeInput,
  },
];

/** The name of the tool through which operations of a class are called. */
export function getCallTool(risk: Risk): string {
  return `call_${risk.replace('-', '_')}`;
}

/** Those of one configuration: a read-only server has the first one only. */
export function createCallTools(dependencies: CallDependencies): FixedTool[] {
  return callTools
    .filter(({ risk }) => risk === 'read' || !dependencies.readOnly)
    .map((tool) => createCallTool(tool, dependencies));
}

function createCallTool(tool: CallTool, dependencies: CallDependencies): FixedTool {
  const { risk, title, description } = tool;
  const isConfirmed = risk === 'high-impact' && dependencies.confirmation.mode !== 'off';
  const input = isConfirmed ? confirmedInput : tool.input;
  const name = getCallTool(risk);
  return {
    definition: {
      name,
      title,
      description,
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: {
        title,
        readOnlyHint: risk === 'read',
        destructiveHint: risk === 'high-impact',
        idempotentHint: risk === 'read',
        openWorldHint: risk === 'high-impact',
      },
    },
    async run(given, session) {
      const parsed = parseArguments(input, given, name);
      const {
        operation,
        arguments: args = {},
        dryRun,
        fields,
        maxTokens,
        ...own
      } = parsed.args as z.infer<typeof confirmedInput>;
      const row = findOperation(operation, dependencies.catalogue);
      if (row.risk !== risk) throw wrongClass(row.name, row.risk, name, dependencies.readOnly);
      const outcome = await runCall(
        { row, args: withOwn(args, own), session, ...(dryRun !== undefined && { dryRun }) },
        dependencies,
      );
      return {
        ...outcome,
        repairs: [...parsed.repairs, ...outcome.repairs],
        view: { fields, budget: maxTokens },
      };
    },
  };
}

/** Our own arguments stand beside the others here, and among them in the named tools: either place will do. */
function withOwn(args: Arguments, own: Arguments): Arguments {
  return { ...args, ...own };
}

function wrongClass(operation: string, risk: Risk, called: string, readOnly: boolean): CallRefusal {
  const message = `${operation} is of class ${risk}, which ${called} does not call.`;
  const advice = readOnly
    ? 'This server is read-only; the operator lifts that by starting it without --read-only.'
    : `Call it through ${getCallTool(risk)}.`;
  return new CallRefusal('not_permitted', message, { advice });
}
