/**
 * MCP Inspector, as a client of both eras: its schema linter finds no error, and what it lists and calls is there. Its
 * rules are about models and clients that take less than JSON Schema, which the protocol's own suite does not ask about.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startHttpProcess } from '../support/http-process.ts';
import { serverScript } from '../support/mcp-clients.ts';
import { hearOut, startNode } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const manifest = createRequire(import.meta.url).resolve('@modelcontextprotocol/inspector/package.json');
const inspector = join(dirname(manifest), 'clients/launcher/build/index.js');
/** The Inspector keeps a list of servers there. */
const home = createFolder('inspector');
const server = await startHttpProcess(['--sandbox']);
afterAll(() => server.stop());

type Era = 'legacy' | 'modern';
const targets = {
  stdio: [process.execPath, serverScript, '--sandbox'],
  HTTP: ['--server-url', server.url, '--transport', 'http'],
} as const;

/** What it was answered. Throws, with what it says, when the Inspector ends with anything but 0. */
async function inspect(target: readonly string[], era: Era, options: readonly string[]) {
  const args = [inspector, '--cli', ...target, '--protocol-era', era, '--format', 'json', ...options];
  const { code, stdout, stderr } = await hearOut(startNode(args, { environment: { HOME: home } }));
  if (code !== 0) throw new Error(`the Inspector ended with ${code}: ${stderr || stdout}`);
  return JSON.parse(stdout).result;
}

const listTools = ['--method', 'tools/list', '--strict'];
const callTool = ['--method', 'tools/call', '--tool-name', 'call_read'];
const toolArguments = ['--tool-args-json', JSON.stringify({ operation: 'locations_tag_list' })];

describe.each(['stdio', 'HTTP'] as const)('over %s', (transport) => {
  const target = targets[transport];

  it.concurrent.each<Era>(['legacy', 'modern'])('a %s client', { timeout: 90_000 }, async (era) => {
    const { tools } = await inspect(target, era, listTools);
    expect(tools.map(({ name }: { name: string }) => name)).toContain('find_operations');
    const { resources } = await inspect(target, era, ['--method', 'resources/list']);
    expect(resources.map(({ uri }: { uri: string }) => uri)).toContain('highlevel://pipelines');
    const { prompts } = await inspect(target, era, ['--method', 'prompts/list']);
    expect(prompts.map(({ name }: { name: string }) => name)).toContain('pipeline_review');
    const called = await inspect(target, era, [...callTool, ...toolArguments]);
    // Servers of 2026 name themselves in each result: nobody has agreed on the other era unnoticed.
    expect(called._meta !== undefined).toBe(era === 'modern');
    expect(called.structuredContent.result.tags.length).toBeGreaterThan(0);
  });
});

it.concurrent.each<Era>(['legacy', 'modern'])('every tool, to a %s client', { timeout: 90_000 }, async (era) => {
  const { tools } = await inspect([...targets.stdio, '--tools', 'all'], era, listTools);
  expect(tools.length).toBeGreaterThan(600);
});
