/**
 * An agent that does what a prompt's text says: the calls it reads there, in their order, over a real client on the
 * sandbox. What stands in <> comes from the test, which plays the person and reads earlier results.
 */
import type { Client } from '@modelcontextprotocol/client';
import { expect } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';

export interface Office {
  readonly client: Client;
  readonly sandbox: Sandbox;
  readonly locationId: string;
  close(): Promise<void>;
}

export interface OfficeOptions {
  readonly readOnly?: boolean;
  readonly policy?: PolicyRules;
  readonly isPinned?: boolean;
}

/** A server with the fixed tools alone, on a sandbox of its own whose lists do not lag. */
export async function openOffice({ readOnly = false, policy, isPinned = true }: OfficeOptions = {}): Promise<Office> {
  const catalogue = createCatalogue();
  const sandbox = createSandbox({ indexLagMs: 0 });
  const { url: baseUrl } = await sandbox.listen();
  const highlevel = createHighLevelClient({
    token: sandbox.tokens.location,
    baseUrl,
    loadOperation: (key) => catalogue.loadOperationByKey(key),
  });
  const [locationId = ''] = sandbox.world.locationIds;
  const pins = isPinned ? { locationId } : {};
  const client = await connectInMemory({
    catalogue,
    surface: createSurface(catalogue, { tools: ['minimal'], readOnly, pins }),
    pins,
    readOnly,
    policy: createPolicy(...(policy === undefined ? [] : [policy])),
    connect: async () => highlevel,
  });
  return {
    client,
    sandbox,
    locationId,
    async close() {
      await client.close();
      await highlevel.close();
      await sandbox.close();
    },
  };
}

export interface PromptCall {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** The calls that a prompt's text names. */
export function readCalls(text: string): PromptCall[] {
  return [...text.matchAll(/`(\w+) (\{.*?\})`$/gm)].map(([, tool = '', json = '']) => ({
    tool,
    input: JSON.parse(json),
  }));
}

export async function getText(client: Client, name: string, args: Record<string, string> = {}): Promise<string> {
  const { messages } = await client.getPrompt({ name, arguments: args });
  const [message] = messages;
  if (messages.length !== 1 || message?.content.type !== 'text') throw new Error('A prompt is one message of text.');
  return message.content.text;
}

// biome-ignore lint/suspicious/noExplicitAny: answers of many operations, looked into field by field
export type Results = any[];

/** What stands for `<name>`, by the results so far. */
export type Values = Readonly<Record<string, unknown | ((results: Results) => unknown)>>;

/**
 * Does what the prompt says, and expects every call to succeed.
 *
 * @throws Error where the text wants a value that the test does not have.
 */
export async function follow(
  { client }: Office,
  prompt: { readonly name: string; readonly args?: Record<string, string> },
  values: Values = {},
): Promise<Results> {
  const results: Results = [];
  for (const { tool, input } of readCalls(await getText(client, prompt.name, prompt.args))) {
    const { isError, body } = parseToolResult(
      await client.callTool({ name: tool, arguments: fillIn(input, values, results) as Record<string, unknown> }),
    );
    expect(isError, JSON.stringify(body)).toBe(false);
    results.push(body.result);
  }
  return results;
}

function fillIn(input: unknown, values: Values, results: Results): unknown {
  if (Array.isArray(input)) return input.map((item) => fillIn(item, values, results));
  if (typeof input === 'object' && input !== null) {
    return Object.fromEntries(Object.entries(input).map(([key, item]) => [key, fillIn(item, values, results)]));
  }
  if (typeof input !== 'string' || !/^<.*>$/.test(input)) return input;
  if (!(input in values)) throw new Error(`the test has no value for ${input}`);
  const value = values[input];
  return typeof value === 'function' ? value(results) : value;
}
