/** An agency on the sandbox, as an agent of any kind of token sees it: a real MCP client on real sockets. */
import type { Client } from '@modelcontextprotocol/client';
import { onTestFinished } from 'vitest';
import { createAuditLog } from '../../../src/audit/log.ts';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import type { ConfirmationMode } from '../../../src/mcp/confirmation/modes.ts';
import type { Pins } from '../../../src/mcp/pipeline/context.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import type { PolicyRules } from '../../../src/mcp/policy/rules.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type OAuthLife, startLife } from '../../highlevel/accounts/oauth-life.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult, type ToolResult } from '../../support/mcp-clients.ts';

export const catalogue = createCatalogue();

export const dental = { id: 'sandboxLocation00001', name: 'Lakeview Dental Studio' };
export const fitness = { id: 'sandboxLocation00002', name: 'Summit Ridge Fitness' };

/** `company`: OAuth, installed for the agency. `agency` and `location`: private tokens. */
export type TokenOf = 'company' | 'agency' | 'location' | 'blind location';

export interface AgentOptions {
  readonly pins?: Pins;
  readonly rules?: PolicyRules;
  readonly mode?: ConfirmationMode;
  readonly tools?: readonly string[];
  /** Where its writes are recorded. Absent: nowhere. */
  readonly auditFolder?: string;
}

export interface Agent {
  readonly client: Client;
  readonly tool: (name: string, args?: Record<string, unknown>) => Promise<ToolResult>;
  /** An operation through the tool of its class. */
  readonly call: (operation: string, args?: object, own?: object) => Promise<ToolResult>;
}

export interface Agency extends OAuthLife {
  connect(by: TokenOf, options?: AgentOptions): Promise<Agent>;
  /** Adds a location of the agency. */
  add(id: string, name: string): void;
  /** Paths that were asked for since the last look. */
  takePaths(): string[];
}

/** Two locations, to which a test may add others. */
export async function startAgency(): Promise<Agency> {
  const life = await startLife('company');
  const { sandbox, url } = life;
  let looked = sandbox.requests.length;
  return {
    ...life,
    add(id, name) {
      const all = sandbox.world.collection<{ id: string; locationId: string; name: string }>('locations');
      const template = all.get(dental.id);
      if (template !== undefined) all.insert({ ...template, id, locationId: id, name });
    },
    takePaths() {
      const paths = sandbox.requests.slice(looked).map(({ path }) => path);
      looked = sandbox.requests.length;
      return paths;
    },
    async connect(by, { pins = {}, rules = {}, mode = 'off', tools = ['minimal'], auditFolder } = {}) {
      const highlevel = createHighLevelClient({
        baseUrl: url,
        ...(by === 'company' ? { tokens: life.open() } : { token: findToken(by, sandbox) }),
        idempotency: { guardMs: 0 },
      });
      const choosesLocation = by === 'company' && pins.locationId === undefined;
      const policy = createPolicy(rules);
      const isConfirmed = mode !== 'off';
      const surface = createSurface(catalogue, { tools, readOnly: false, pins, choosesLocation, policy, isConfirmed });
      const records = async () => life.records;
      const audit = auditFolder && createAuditLog({ folder: auditFolder, records, keptDays: 90, version: '1.0.0' });
      const dependencies = {
        catalogue,
        surface,
        pins,
        choosesLocation,
        policy,
        confirmation: { mode },
        ...(audit && { audit }),
      };
      const client = await connectInMemory({ ...dependencies, connect: async () => highlevel });
      onTestFinished(async () => {
        await client.close();
        await highlevel.close();
      });
      const tool: Agent['tool'] = async (name, args = {}) =>
        parseToolResult(await client.callTool({ name, arguments: args }));
      const call: Agent['call'] = (operation, args = {}, own = {}) =>
        tool(getCallTool(operation), { operation, arguments: args, ...own });
      return { client, tool, call };
    },
  };
}

function findToken(by: TokenOf, { tokens }: Sandbox): string {
  if (by === 'agency') return tokens.agency;
  return by === 'location' ? tokens.location : tokens.create({ scopes: ['contacts.readonly', 'contacts.write'] });
}

function getCallTool(operation: string): string {
  return `call_${catalogue.findByName(operation)?.risk.replace('-', '_')}`;
}
