/** `account`: for whom this server acts, what it may do, and how much it may still send. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import { describeAccount } from '../account/describe.ts';
import { runProbes } from '../account/probes.ts';
import type { CallDependencies } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { parseArguments } from '../pipeline/parse.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'account';

const input = z.strictObject({ probe: z.boolean().optional() });

/** Builds the tool for one configuration of the server. */
export function createAccount(dependencies: CallDependencies): FixedTool {
  return {
    definition: {
      name,
      title: 'Account and limits',
      description: 'Location in use, token and scopes, policy, calls left now and today. probe tests scopes by reads.',
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: {
        title: 'Account and limits',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async run(args: Arguments, session) {
      const { args: parsed, repairs } = parseArguments(input, args, name);
      const { probe } = parsed as z.infer<typeof input>;
      const { pins, connect } = dependencies;
      const probed = probe && connect !== undefined ? { probed: await runProbes(dependencies, session) } : {};
      const data = { ...(await describeAccount(dependencies)), ...probed };
      return { kind: 'json', data, locationId: pins.locationId, repairs, isOwn: true };
    },
  };
}
