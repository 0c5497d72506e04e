/** What a pinned location does to every tool there is. */
import { describe, expect, it } from 'vitest';
import { createCatalogue, type OperationRow } from '../../src/catalogue/catalogue.ts';
import type { HighLevelClient } from '../../src/highlevel/client.ts';
import { createDescribeOperation } from '../../src/mcp/fixed/describe-operation.ts';
import { resolveContext } from '../../src/mcp/pipeline/context.ts';
import { parseArguments } from '../../src/mcp/pipeline/parse.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory, idleSession } from '../support/in-memory.ts';

const catalogue = createCatalogue();
const pins = { locationId: 'pinnedLocation', companyId: 'pinnedCompany' };
const surface = createSurface(catalogue, { tools: ['all'], readOnly: false, pins });

/** Calls through the whole pipeline; the client would tell if anything came as far as it. */
async function callPinned(name: string, args: Record<string, unknown>): Promise<string> {
  const sent: HighLevelClient = { execute: () => Promise.reject(new Error('was sent')) } as unknown as HighLevelClient;
  const client = await connectInMemory({ catalogue, surface, pins, connect: async () => sent });
  const { content } = await client.callTool({ name, arguments: args });
  await client.close();
  return JSON.stringify(content);
}

describe('under a pin', () => {
  it.each([
    ['another location deep inside', { locationId: 'other' }],
    ['the same as text, which is read as an object', JSON.stringify({ locationId: 'other' })],
  ])('%s is refused', async (_what, modifiedPostPayload) => {
    const name = 'social_media_posting_queue_item_create';
    expect(await callPinned(name, { queueId: 'q', modifiedPostPayload })).toContain('wrong_location');
  });

  it('nothing is deleted or disconnected by a call that names nothing', async () => {
    const careless: string[] = [];
    for (const row of surface.rows.filter(({ name }) => /_(delete|disconnect)$/.test(name))) {
      const { operation, guide, input } = await catalogue.loadOperation(row);
      const { args } = resolveContext(operation, {}, pins, guide.explicit);
      if (input.safeParse(args).success) careless.push(row.name);
    }
    expect(careless).toEqual([]);
  });

  it('the examples that describe_operation shows are taken', async () => {
    const permissions = { readOnly: false, policy: createPolicy() };
    const tool = createDescribeOperation({ catalogue, surface, pins, ...permissions, confirmation: { mode: 'off' } });
    let examples = 0;
    for (const row of surface.rows) {
      const { operation, guide, input } = await catalogue.loadOperation(row);
      if (guide.examples === undefined) continue;
      const { data } = await tool.run({ operation: row.name }, idleSession);
      for (const { args } of (data as { examples: { args: Record<string, unknown> }[] }).examples) {
        const context = resolveContext(operation, speakPins(row, guide.explicit, args), pins, guide.explicit);
        expect(() => parseArguments(input, context.args, row.name), row.name).not.toThrow();
        examples += 1;
      }
    }
    expect(examples).toBeGreaterThan(200);
  });
});

/** An example as its reader would send it: with the own ids where locations and companies have to be named. */
function speakPins(
  row: OperationRow,
  explicit: readonly string[] = [],
  args: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const spoken = JSON.parse(JSON.stringify(args).replaceAll(nestedLocation, pins.locationId)) as Record<
    string,
    unknown
  >;
  for (const [name, role] of Object.entries(row.context ?? {})) {
    const own = role === 'company' ? pins.companyId : pins.locationId;
    if (role === 'location-list' && name in spoken) spoken[name] = Array.isArray(spoken[name]) ? [own] : own;
    if (explicit.includes(name)) spoken[name] = own;
  }
  return spoken;
}

const nestedLocation = /(?<="(?:locationId|location_id|providerLocationId)":")[^"]+/g;
