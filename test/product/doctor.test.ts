/** `highlevel-mcp doctor`, the built one: what is in order, and each thing that can be out of it. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { findClosedPort } from '../highlevel/support.ts';
import { serverScript } from '../support/mcp-clients.ts';
import { startNode } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const sandbox = createSandbox({});
const folder = createFolder('doctor');
const [locationId = ''] = sandbox.world.locationIds;
let url = '';

beforeAll(async () => {
  ({ url } = await sandbox.listen());
  writeFileSync(join(folder, 'bad-policy.json'), '{"deny": ["no_such_operation"]}');
  writeFileSync(join(folder, 'no-folder'), '');
  mkdirSync(join(folder, 'state'));
});

afterAll(async () => {
  await sandbox.close();
});

async function diagnose(own: Readonly<Record<string, string>> = {}, args: readonly string[] = []) {
  const account = {
    HIGHLEVEL_BASE_URL: url,
    HIGHLEVEL_TOKEN: sandbox.tokens.location,
    HIGHLEVEL_LOCATION_ID: locationId,
    HIGHLEVEL_STATE: join(folder, 'state'),
  };
  const child = startNode([serverScript, 'doctor', ...args], { environment: { ...account, ...own } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const [code] = await once(child, 'close');
  for (const token of Object.values(sandbox.tokens).filter((one) => typeof one === 'string')) {
    expect(text).not.toContain(token);
  }
  return { code, text };
}

it('says that all is well, and what it looked at', async () => {
  const { code, text } = await diagnose();
  for (const about of [
    'configuration',
    'state',
    'audit',
    'network',
    'token',
    'location',
    'clock',
    'scopes',
    'limits',
  ]) {
    expect(text).toMatch(new RegExp(`^OK +${about} `, 'm'));
  }
  expect(text).toContain('The server would work.');
  expect(code).toBe(0);
});

it('works on the built-in sandbox', async () => {
  const { code } = await diagnose({ HIGHLEVEL_TOKEN: '', HIGHLEVEL_BASE_URL: '', HIGHLEVEL_STATE: '' }, ['--sandbox']);
  expect(code).toBe(0);
});

it.each<[string, string, Record<string, string>]>([
  ['no token', 'token', { HIGHLEVEL_TOKEN: '' }],
  ['a token that HighLevel does not know', 'token', { HIGHLEVEL_TOKEN: 'pit-00000000-0000-0000-0000-000000000000' }],
  ['a policy that matches nothing', 'configuration', { HIGHLEVEL_POLICY: join(folder, 'bad-policy.json') }],
  ['a resource that there is not', 'configuration', { HIGHLEVEL_TOOLS: 'nonsense' }],
  ['a state that is no folder', 'state', { HIGHLEVEL_STATE: join(folder, 'no-folder') }],
  ['an account that nobody logged in to', 'token', { HIGHLEVEL_TOKEN: '', HIGHLEVEL_ACCOUNT: 'nobody' }],
])('finds %s', async (_what, about, own) => {
  const { code, text } = await diagnose(own);
  expect(text).toMatch(new RegExp(`^FAIL +${about} `, 'm'));
  expect(text).toContain('The server would not work as it is.');
  expect(code).toBe(1);
});

it('finds that nobody answers', async () => {
  const { code, text } = await diagnose({ HIGHLEVEL_BASE_URL: `http://127.0.0.1:${await findClosedPort()}` });
  expect(text).toMatch(/^FAIL +network /m);
  expect(code).toBe(1);
});

it('tells what a token lacks', async () => {
  const token = sandbox.tokens.create({ locationId, scopes: ['locations.readonly', 'contacts.readonly'] });
  const { code, text } = await diagnose({ HIGHLEVEL_TOKEN: token });
  expect(text).toMatch(/^WARN +scopes .*\n +The operator adds .*\(Settings > Private Integrations\): /m);
  expect(text).toContain('opportunities.readonly (to read opportunities)');
  expect(text).not.toContain('contacts.readonly (');
  expect(code).toBe(0);
});
