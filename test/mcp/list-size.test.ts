/** What lists cost, and that a short one still says all it must. */
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { instructions } from '../../src/mcp/instructions.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { connectInMemory } from '../support/in-memory.ts';

const catalogue = createCatalogue();
const surface = createSurface(catalogue, { tools: ['all'], readOnly: false, pins: {} });
const client = await connectInMemory({ catalogue, surface, connect: undefined });
const { tools: everything } = await client.listTools();
afterAll(() => client.close());

function costOf(tool: { name: string; description?: string | undefined; inputSchema: unknown }): number {
  const { name, description, inputSchema } = tool;
  return countTokens(JSON.stringify({ name, description, inputSchema }));
}

const fixedTools = everything.filter(({ name }) => catalogue.findByName(name) === undefined);

it('the fixed tools cost at most 2,000 tokens together', () => {
  expect(fixedTools.map(costOf).reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(2_000);
});

it('the default surface costs at most 4,500 tokens', async () => {
  const everyday = createSurface(catalogue, { tools: [], readOnly: false, pins: {}, isConfirmed: true });
  const confirmation = { mode: 'ask' } as const;
  const first = await connectInMemory({ catalogue, surface: everyday, confirmation, connect: undefined });
  const { tools } = await first.listTools();
  await first.close();
  expect(tools.map(costOf).reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(4_500);
});

describe('every operation as a tool', () => {
  it('fits in 60,000 tokens together, none above 600', () => {
    const costs = everything.map(costOf);
    expect(Math.max(...costs)).toBeLessThanOrEqual(600);
    expect(costs.reduce((sum, cost) => sum + cost, 0)).toBeLessThanOrEqual(60_000);
  });

  it('shows every argument by its name, but for what has one value only', async () => {
    expect(everything).toHaveLength(surface.rows.length + fixedTools.length);
    for (const tool of everything) {
      const row = catalogue.findByName(tool.name);
      if (row === undefined) continue;
      const { operation } = await catalogue.loadOperation(row);
      const shown = Object.keys(tool.inputSchema.properties ?? {});
      const choices = Object.keys(operation.places).filter((name) => operation.context?.[name] !== 'alt-type');
      expect(shown.toSorted(), tool.name).toEqual(choices.toSorted());
    }
  });

  it('keeps a description of each', () => {
    for (const tool of everything) expect(tool.description?.length, tool.name).toBeGreaterThan(15);
  });
});

it('instructions cost at most 250 tokens', () => {
  expect(countTokens(instructions)).toBeLessThanOrEqual(250);
});
