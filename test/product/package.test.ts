/** What is shipped: the npm package by npx in an empty folder, and the bundle as Claude Desktop unpacks and starts it. */
import { mkdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getMcpConfigForManifest, type McpbManifestAny, unpackExtension } from '@anthropic-ai/mcpb';
import { Client } from '@modelcontextprotocol/client';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parseToolResult, serverScript } from '../support/mcp-clients.ts';
import { launchOverStdio, runNode, runProcess } from '../support/processes.ts';
import { createFolder, declare } from '../support/run.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** With the Node of the tests first. */
const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);

interface Variable {
  readonly name: string;
  readonly isSecret?: boolean;
}

const facts = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const registryEntry = JSON.parse(readFileSync(join(root, 'server.json'), 'utf8'));

let folder = '';

beforeAll(() => {
  folder = createFolder('package');
  declare({
    path: folder,
    holds: ['secret', 'person'],
    why: 'what is shipped has examples, and a sandbox with its people',
  });
});

interface Launch {
  readonly command: string;
  readonly args?: readonly string[] | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string;
}

/** Starts it as a client does, lists, and makes a call on the sandbox. */
async function tryOut({ args = [], env = {}, ...launch }: Launch): Promise<void> {
  const client = new Client({ name: 'test-client', version: '1.0.0' });
  const environment = { PATH, HOME: folder, ...env };
  await client.connect(launchOverStdio({ ...launch, args, environment }));
  onTestFinished(() => client.close());
  expect((await client.listTools()).tools.length).toBeGreaterThan(10);
  const { isError, body } = parseToolResult(
    await client.callTool({ name: 'contacts_contact_search', arguments: { pageLimit: 1 } }),
  );
  expect(isError).toBe(false);
  expect(JSON.stringify(body)).toContain('contacts');
}

/** The variables that the server says it reads. */
function readKnownVariables(): Set<string> {
  return new Set(runNode([serverScript, '--help']).stdout.match(/HIGHLEVEL_\w+/g));
}

describe('the npm package', () => {
  let tarball = '';
  let files: readonly string[] = [];

  beforeAll(() => {
    const command = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
    const report = JSON.parse(runProcess('npm', command, { cwd: root, environment: process.env }).stdout);
    const [packed] = Array.isArray(report) ? report : Object.values(report);
    tarball = join(folder, packed.filename);
    files = packed.files.map(({ path }: { path: string }) => path);
  });

  it('holds what runs and what a user reads, and nothing else', () => {
    const others = files.filter((path) => !/^dist\/(chunks\/)?[\w.-]+\.js$/.test(path));
    expect(others.toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-LICENSES.txt',
      'package.json',
    ]);
    // Everything is in the bundle, so that nothing is installed that was not tested.
    expect(facts).not.toHaveProperty('dependencies');
  });

  it('starts with npx in an empty folder, with nothing else fetched', async () => {
    const cwd = join(folder, 'empty');
    mkdirSync(cwd);
    const env = {
      npm_config_cache: join(folder, 'cache'),
      npm_config_offline: 'true',
      npm_config_update_notifier: 'false',
    };
    await tryOut({
      command: 'npx',
      args: ['--yes', `--package=file:${tarball}`, '--', 'highlevel-mcp', '--sandbox'],
      env,
      cwd,
    });
  });

  it('is the one that the registry entry describes', () => {
    const [described] = registryEntry.packages;
    expect(registryEntry).toMatchObject({ name: facts.mcpName, version: facts.version });
    expect(described).toMatchObject({ identifier: facts.name, version: facts.version, transport: { type: 'stdio' } });
    expect(facts.repository.url).toBe(`git+${registryEntry.repository.url}.git`);
    // Bounds of the registry's schema of 2025-12-11.
    expect(registryEntry.name).toMatch(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/);
    expect(registryEntry.description.length).toBeLessThanOrEqual(100);
    const variables = described.environmentVariables as Variable[];
    expect(variables.filter(({ isSecret }) => isSecret).map(({ name }) => name)).toEqual(['HIGHLEVEL_TOKEN']);
    const known = readKnownVariables();
    expect(variables.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
  });
});

describe('the bundle for Claude Desktop', () => {
  let extensionPath = '';
  let manifest: McpbManifestAny;

  beforeAll(async () => {
    expect(runNode([join(root, 'src/packaging/bundle.ts'), folder])).toMatchObject({ code: 0 });
    extensionPath = join(folder, 'unpacked');
    const mcpbPath = join(folder, 'highlevel-mcp.mcpb');
    expect(await unpackExtension({ mcpbPath, outputDir: extensionPath, silent: true })).toBe(true);
    manifest = JSON.parse(readFileSync(join(extensionPath, 'manifest.json'), 'utf8'));
  });

  /** What Claude Desktop would start, by the official tool. */
  async function configure(userConfig: Record<string, string | boolean>): Promise<Launch> {
    const systemDirs = { HOME: folder };
    const launch = await getMcpConfigForManifest({
      manifest,
      extensionPath,
      systemDirs,
      userConfig,
      pathSeparator: '/',
    });
    if (launch === undefined) throw new Error('something required is missing');
    return { ...launch, command: launch.command === 'node' ? process.execPath : launch.command };
  }

  it('starts and answers on the sandbox, with all else left blank', async () => {
    await tryOut(await configure({ sandbox: true }));
  });

  it('starts where blank settings arrive as placeholders', async () => {
    const { env, ...launch } = await configure({ sandbox: true });
    const placeholders = Object.fromEntries(
      Object.entries(manifest.server.mcp_config?.env ?? {}).filter(([name]) => name !== 'HIGHLEVEL_SANDBOX'),
    );
    await tryOut({ ...launch, env: { ...env, ...placeholders } });
  });

  it('keeps the token where secrets are kept, and hands it over in a variable', async () => {
    expect(manifest.user_config?.token).toMatchObject({ sensitive: true });
    const { args, env } = await configure({ token: 'pit-1', location_id: 'L1' });
    expect(args?.join()).not.toContain('pit-1');
    expect(env).toMatchObject({ HIGHLEVEL_TOKEN: 'pit-1', HIGHLEVEL_LOCATION_ID: 'L1', HIGHLEVEL_READ_ONLY: 'false' });
    const known = readKnownVariables();
    expect(Object.keys(env ?? {}).filter((name) => !known.has(name))).toEqual([]);
  });
});
