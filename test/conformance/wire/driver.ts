/** Calls operations the way agents do, and sees what reaches a plain HTTP listener. */
import type { Client } from '@modelcontextprotocol/client';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import type { Operation } from '../../../src/catalogue/operation.ts';
import type { CatalogueIndex, OperationRow } from '../../../src/catalogue/row.ts';
import { createHighLevelClient, type HighLevelClient } from '../../../src/highlevel/client.ts';
import { parseArguments } from '../../../src/mcp/pipeline/parse.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { catalogueIndex } from '../../../tools/index.gen.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { createSampleTokens } from '../../support/sample-location.ts';
import { type Listener, listen, type ReceivedRequest } from '../../wire/listener.ts';

export const TOKEN = 'pit-11111111-2222-4333-8444-555555555555';

export interface Outcome {
  /** Everything that arrived because of the call. */
  readonly requests: readonly ReceivedRequest[];
  /** What the caller was told instead of an answer. */
  readonly refusal: string | undefined;
}

export interface Driver {
  readonly rows: readonly OperationRow[];
  loadOperation(row: OperationRow): Promise<Operation>;
  /** Whether agents can call it through the server. */
  isOffered(row: OperationRow): boolean;
  /**
   * Through an MCP client and the server where the operation is offered to agents. Otherwise (withheld, or not
   * judged yet) through the same parser and API client.
   */
  call(row: OperationRow, args: Readonly<Record<string, unknown>>): Promise<Outcome>;
  close(): Promise<void>;
}

/** @param index What there is; tests give their own. */
export async function createDriver(index: CatalogueIndex = catalogueIndex): Promise<Driver> {
  const catalogue = createCatalogue(index);
  const listener = await listen();
  const highlevel = createHighLevelClient({
    tokens: createSampleTokens(TOKEN),
    baseUrl: listener.url,
    limits: { rule: { limit: 10_000, intervalMs: 1, dailyLimit: 1e9 } },
    idempotency: { guardMs: 0 },
  });
  const surface = createSurface(catalogue, { tools: ['all'], readOnly: false, pins: {} });
  const client = await connectInMemory({ catalogue, surface, connect: async () => highlevel });

  const loadOperation = async ({ resource, key }: OperationRow): Promise<Operation> => {
    const operation = (await index[resource]?.load.operations())?.operations[key];
    if (operation === undefined) throw new Error(`${resource} has no ${key}`);
    return operation;
  };
  const callDirectly = createDirectCall(highlevel);

  return {
    rows: catalogue.rows,
    loadOperation,
    isOffered: (row) => surface.has(row.name),
    async call(row, args) {
      listener.received.length = 0;
      const refusal = surface.has(row.name)
        ? await callTool(client, row.name, args)
        : await callDirectly(row.name, await loadOperation(row), args);
      return { requests: [...listener.received], refusal };
    },
    close: () => closeAll(client, highlevel, listener),
  };
}

async function callTool(
  client: Client,
  name: string,
  args: Readonly<Record<string, unknown>>,
): Promise<string | undefined> {
  try {
    const result = await client.callTool({ name, arguments: args });
    return result.isError ? JSON.stringify(result.content) : undefined;
  } catch (error) {
    return String(error);
  }
}

function createDirectCall(highlevel: HighLevelClient) {
  const inputs = new Map<Operation, ReturnType<Operation['input']>>();
  return async (name: string, operation: Operation, args: Readonly<Record<string, unknown>>) => {
    const input = inputs.get(operation) ?? operation.input();
    inputs.set(operation, input);
    try {
      await highlevel.execute(operation, parseArguments(input, args, name).args);
      return undefined;
    } catch (error) {
      return [String(error), ...((error as { problems?: readonly string[] }).problems ?? [])].join('; ');
    }
  };
}

async function closeAll(client: Client, highlevel: HighLevelClient, listener: Listener): Promise<void> {
  await client.close();
  await highlevel.close();
  await listener.close();
}
