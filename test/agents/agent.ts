/**
 * An agent at work on the server, as a script: it finds operations by plain words, fills in only what it was shown,
 * and uses only ids that it has read. Each call is counted, with the tokens sent and received.
 */

import assert from 'node:assert/strict';
import { countTokens } from 'gpt-tokenizer/encoding/o200k_base';
import type { Connection, ListedTool } from '../support/mcp-clients.ts';
import { readRows } from '../support/tables.ts';

/** `fixed`: nothing is listed by name. `named`: every operation of the task is. */
export type Way = 'fixed' | 'named';

/** How a list says that it does not show an argument whole. */
const INSIDE = 'inside: describe_operation';

type Arguments = Readonly<Record<string, unknown>>;

// biome-ignore lint/suspicious/noExplicitAny: answers of many operations, looked into field by field
export type Answer = any;

export interface Cost {
  readonly calls: number;
  readonly sent: number;
  readonly received: number;
}

export interface Agent {
  /**
   * Looks for operations by words of the task. Fails unless all of these are among the answer's hits; from then on the
   * agent knows them. With named tools they are in the list, which costs no call.
   */
  find(words: string, ...operations: readonly string[]): Promise<void>;
  /**
   * Reads the whole schema of an operation that some answer named, unless it was shown already what lies inside of these
   * arguments.
   */
  describe(operation: string, ...needed: readonly string[]): Promise<void>;
  lookup(kind: string, name?: string): Promise<Answer>;
  query(args: Arguments): Promise<Answer>;
  /** @param fields what to keep of the answer, where the way allows to choose. */
  read(operation: string, args?: Arguments, fields?: readonly string[]): Promise<Answer>;
  write(operation: string, args?: Arguments, fields?: readonly string[]): Promise<Answer>;
  /** What cannot be undone: has the plan shown, reads it, and confirms it by its id. */
  confirm(operation: string, args?: Arguments): Promise<Answer>;
  account(): Promise<Answer>;
  readonly cost: Cost;
}

/** What an agent sees of one tool, in tokens. */
export function countListed({ name, description, inputSchema }: ListedTool): number {
  return countTokens(JSON.stringify({ name, description, inputSchema }));
}

/** What the agent has at the start. */
export interface Start {
  readonly way: Way;
  /** The list as its client got it. */
  readonly tools: readonly ListedTool[];
  /** Long lists show what lies inside of lists and objects on request only. */
  readonly hasWholeSchemas: boolean;
}

export function createAgent(connection: Connection, { way, tools, hasWholeSchemas }: Start): Agent {
  const cost = { calls: 0, sent: 0, received: 0 };
  const listed = new Map(tools.map((tool) => [tool.name, tool]));
  const callTools = new Map<string, string>();
  const schemaSeen = new Set<string>();
  let seen = [...listed.keys()].join();

  /** Whether the agent knows what lies inside of an argument. */
  function isShown(operation: string, argument: string): boolean {
    if (schemaSeen.has(operation)) return true;
    const { properties = {} }: Answer = listed.get(operation)?.inputSchema ?? {};
    return hasWholeSchemas && argument in properties && !JSON.stringify(properties[argument]).includes(INSIDE);
  }

  async function call(name: string, args: Arguments): Promise<Answer> {
    assertIdsSeen(args, seen);
    const { isError, body } = await connection.call(name, args);
    const text = JSON.stringify(body);
    cost.calls += 1;
    cost.sent += countTokens(JSON.stringify({ name, arguments: args }));
    cost.received += countTokens(text);
    seen += text;
    assert.equal(isError, false, `${name} ${JSON.stringify(args)}: ${text}`);
    return body;
  }

  async function run(operation: string, args: Arguments, options: Arguments): Promise<Answer> {
    for (const [argument, value] of Object.entries(args)) {
      if (typeof value !== 'object') continue;
      assert.ok(isShown(operation, argument), `${argument} of ${operation} was filled in without a look at its schema`);
    }
    if (way === 'named') {
      assert.ok(listed.has(operation), `${operation} is not listed`);
      const { fields: _, ...own } = options;
      return await call(operation, { ...args, ...own });
    }
    const through = callTools.get(operation);
    assert.ok(through, `${operation} was called without having been found`);
    const some = Object.keys(args).length === 0 ? {} : { arguments: args };
    return await call(through, { operation, ...some, ...options });
  }

  const withFields = (fields: readonly string[] | undefined) => (fields === undefined ? {} : { fields });

  return {
    cost,
    async find(words, ...operations) {
      if (way === 'named') {
        for (const operation of operations) assert.ok(listed.has(operation), `${operation} is not listed`);
        return;
      }
      const { result } = await call('find_operations', { query: words });
      const hits = new Map<string, Answer>(result.operations.map((hit: Answer) => [hit.operation, hit]));
      for (const operation of operations) {
        const hit = hits.get(operation);
        assert.ok(hit, `"${words}" finds ${[...hits.keys()].join(', ')}, not ${operation}`);
        callTools.set(operation, hit.callWith);
        if (hit.inputSchema !== undefined) schemaSeen.add(operation);
      }
    },
    async describe(operation, ...needed) {
      if (schemaSeen.has(operation)) return;
      if (needed.length > 0 && needed.every((argument) => isShown(operation, argument))) return;
      assert.ok(seen.includes(operation), `nobody told of ${operation}`);
      const { result } = await call('describe_operation', { operation });
      schemaSeen.add(operation);
      if (way === 'fixed') callTools.set(operation, result.callWith);
    },
    lookup: async (kind, name) => (await call('lookup', { kind, ...(name !== undefined && { name }) })).result,
    async query(args) {
      const { operation } = args as { operation: string };
      assert.ok(way === 'named' ? listed.has(operation) : callTools.has(operation), `${operation} is not known`);
      const { result } = await call('query', args);
      return { ...result, rows: readRows(result) };
    },
    read: async (operation, args = {}, fields) => (await run(operation, args, withFields(fields))).result,
    write: async (operation, args = {}, fields) => (await run(operation, args, withFields(fields))).result,
    async confirm(operation, args = {}) {
      const { plan, result } = await run(operation, args, {});
      assert.ok(plan?.id, `${operation} was done without a plan`);
      assert.ok(result.does, 'the plan says what it does');
      return (await run(operation, args, { plan: plan.id })).result;
    },
    account: async () => (await call('account', {})).result,
  };
}

const idPattern = /^(?:[A-Za-z0-9]{20}|[0-9a-f]{24}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** An id that no answer held was taken from the sandbox's insides, or guessed. */
function assertIdsSeen(value: unknown, seen: string): void {
  if (typeof value === 'string' && idPattern.test(value)) assert.ok(seen.includes(value), `nobody told ${value}`);
  if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) assertIdsSeen(item, seen);
}
