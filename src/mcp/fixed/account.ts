/** `account`: for whom this server acts, and how much it may still send. */
import type { Tool } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { buildJsonSchema } from '../../catalogue/json-schema.ts';
import type { HighLevelClient } from '../../highlevel/client.ts';
import type { Arguments, Pins } from '../pipeline/context.ts';
import { parseArguments } from '../pipeline/parse.ts';
import type { FixedTool } from './fixed-tool.ts';

const name = 'account';

const input = z.strictObject({});

export interface AccountDependencies {
  readonly connect: (() => Promise<HighLevelClient>) | undefined;
  readonly pins: Pins;
  readonly readOnly: boolean;
}

/** Builds the tool for one configuration of the server. */
export function createAccount(dependencies: AccountDependencies): FixedTool {
  return {
    definition: {
      name,
      title: 'Account and limits',
      description: 'Location in use, calls left now and today, and where writes are remembered. Sends nothing.',
      inputSchema: buildJsonSchema(input) as Tool['inputSchema'],
      annotations: {
        title: 'Account and limits',
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: false,
      },
    },
    async run(args: Arguments) {
      const { repairs } = parseArguments(input, args, name);
      const { locationId } = dependencies.pins;
      return { kind: 'json', data: await describeAccount(dependencies), locationId, repairs, isOwn: true };
    },
  };
}

/** What the tool answers, and the resource of the same content. */
export async function describeAccount(dependencies: AccountDependencies): Promise<object> {
  const { connect, pins, readOnly } = dependencies;
  const access = readOnly ? 'read-only' : 'read and write';
  const pinned = { locationId: pins.locationId, companyId: pins.companyId };
  if (connect === undefined) return { ...notConfigured, access, pinned };
  const { description: keptIn, isDurable: outlivesRestart } = (await connect()).state;
  const limits = await describeLimits(dependencies);
  return { configured: true, access, pinned, limits, journal: { keptIn, outlivesRestart } };
}

/** The limits alone, as counted over everybody who shares the state, and as HighLevel last said them. */
export async function describeLimits({ connect, pins }: AccountDependencies): Promise<object> {
  if (connect === undefined) return notConfigured;
  const { counted, heard } = await (await connect()).rateLimits(pins);
  const { limit, used, intervalMs, dailyLimit, dailyUsed, dailyResetMs } = counted;
  const isNearlySpent = dailyUsed >= dailyLimit * 0.8;
  return {
    now: { left: Math.max(0, limit - used), of: limit, perSeconds: intervalMs / 1000 },
    today: {
      left: Math.max(0, dailyLimit - dailyUsed),
      of: dailyLimit,
      renewedInMinutes: Math.ceil(dailyResetMs / 60_000),
      ...(isNearlySpent && { warning: 'more than 80 % of the calls of today are used' }),
    },
    lastHeardFromHighLevel: heard,
  };
}

const notConfigured = { configured: false, toConfigure: 'the operator sets HIGHLEVEL_TOKEN' };
