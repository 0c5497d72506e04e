/** What calls teach of a token: it outlives the server, and the doctor's findings reach a server that runs. */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSandbox } from '../../src/sandbox/sandbox.ts';
import { connect, serverScript } from '../support/mcp-clients.ts';
import { startNode } from '../support/processes.ts';
import { createFolder } from '../support/run.ts';

const sandbox = createSandbox({});
const [locationId = ''] = sandbox.world.locationIds;
let url = '';
beforeAll(async () => {
  ({ url } = await sandbox.listen());
});
afterAll(() => sandbox.close());

const mark = { probablyRefused: 'HighLevel refused this token calendars.readonly' };

function startWorld() {
  const token = sandbox.tokens.create({ locationId, scopes: ['locations.readonly', 'contacts.readonly'] });
  const environment = {
    HIGHLEVEL_BASE_URL: url,
    HIGHLEVEL_TOKEN: token,
    HIGHLEVEL_LOCATION_ID: locationId,
    HIGHLEVEL_STATE: createFolder('scopes'),
  };
  const start = async () => {
    const server = await connect({ args: ['--tools', 'minimal'], environment });
    const describeOperation = async (operation: string) =>
      (await server.call('describe_operation', { operation })).body.result;
    return { ...server, describeOperation };
  };
  const grant = (...scopes: string[]) =>
    sandbox.world.collection<{ id: string; locationId: string; scopes: string[] }>('tokens').update(token, { scopes });
  return { environment, start, grant };
}

it('a restart forgets neither a refusal nor that it was healed', async () => {
  const { start, grant } = startWorld();
  const read = { operation: 'calendars_calendar_list' };
  const first = await start();
  expect((await first.call('call_read', read)).body.error.reason).toBe('missing-scope');
  await first.close();

  const second = await start();
  const { operations, toLift } = (await second.call('find_operations', { query: 'list calendars' })).body.result;
  expect(operations).toContainEqual(expect.objectContaining({ operation: 'calendars_calendar_list', ...mark }));
  expect(toLift).toContain('calendars.readonly');
  grant('calendars.readonly');
  expect((await second.call('call_read', read)).isError).toBe(false);
  expect(await second.describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
  await second.close();

  const third = await start();
  expect(await third.describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
  await third.close();
});

it('what the doctor finds, a server that runs knows', async () => {
  const { environment, start } = startWorld();
  const server = await start();
  expect(await server.describeOperation('calendars_calendar_list')).not.toHaveProperty('probablyRefused');
  await once(startNode([serverScript, 'doctor'], { environment }), 'close');
  expect(await server.describeOperation('calendars_calendar_list')).toMatchObject(mark);
  expect((await server.call('account')).body.result.token.scopes.refused).toContain('calendars.readonly');
  await server.close();
});
