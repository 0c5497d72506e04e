/** Times in results: the same instant, as people in the location read it; dates and everything else untouched. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { createPolicy } from '../../../src/mcp/policy/policy.ts';
import { holdsTimes, localiseTimes } from '../../../src/mcp/results/local-times.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { parseToolResult } from '../../support/mcp-clients.ts';

const zones = ['America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC', 'Pacific/Apia', 'America/St_Johns'];

describe('localiseTimes', () => {
  it.each([
    ['2026-11-27T10:00:00.000Z', '2026-11-27T05:00:00-05:00'],
    ['2026-07-01T02:30:15Z', '2026-06-30T22:30:15-04:00'],
    ['2026-11-27T10:00:00.123+00:00', '2026-11-27T05:00:00.123-05:00'],
  ])('writes %s as %s', (given, expected) => {
    expect(localiseTimes({ at: [given] }, 'America/New_York')).toEqual({ at: [expected] });
  });

  it.each([
    ['a date', '2026-11-27'],
    ['a date that HighLevel writes as midnight', '1990-05-01T00:00:00.000Z'],
    ['a time with an offset', '2026-11-27T10:00:00+02:00'],
    ['a time in a text', 'at 2026-11-27T10:00:00Z'],
    ['what is no time', '2026-13-45T99:99:99Z'],
  ])('leaves %s', (_what, given) => {
    expect(localiseTimes({ given }, 'America/New_York')).toEqual({ given });
  });

  it('puts the time beside epoch milliseconds, which stay for paging', () => {
    const conversation = { id: 'c', lastMessageDate: 1_795_000_000_000, unreadCount: 3, views: 1_795_000_000_000 };
    const shown = localiseTimes([conversation], 'America/New_York');
    expect(shown).toEqual([{ ...conversation, lastMessageDateLocal: '2026-11-18T06:06:40-05:00' }]);
    const own = { startTime: 1_795_000_000_000, startTimeLocal: 'mine' };
    expect(localiseTimes(own, 'UTC')).toEqual(own);
  });

  it('keeps every instant, in any zone', () => {
    const times = fc.date({ min: new Date('1971-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(times, fc.constantFrom(...zones), (time, zone) => {
        const shown = localiseTimes(time.toISOString(), zone) as string;
        expect(new Date(shown).getTime()).toBe(time.getTime());
      }),
      { numRuns: 500 },
    );
  });

  it('changes any value only where it holds times', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        if (!holdsTimes(value)) expect(localiseTimes(value, 'Asia/Kolkata')).toEqual(value);
      }),
    );
  });
});

describe('a server', () => {
  async function start(timeZone: string | undefined, deny: string[] = []) {
    const catalogue = createCatalogue();
    const sandbox = createSandbox({});
    const { url: baseUrl } = await sandbox.listen();
    const [locationId = ''] = sandbox.world.locationIds;
    const highlevel = createHighLevelClient({ token: sandbox.tokens.location, baseUrl });
    const pins = { locationId };
    const policy = createPolicy(deny.length > 0 ? { deny } : {});
    const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins });
    const connect = async () => highlevel;
    const client = await connectInMemory({ catalogue, surface, pins, policy, timeZone, connect });
    const read = async (own: Record<string, unknown> = {}) => {
      const args = { operation: 'contacts_contact_search', arguments: { pageLimit: 2, page: 1 }, ...own };
      return parseToolResult(await client.callTool({ name: 'call_read', arguments: args })).body;
    };
    const close = async () => {
      await client.close();
      await highlevel.close();
      await sandbox.close();
    };
    const countReads = () => sandbox.requests.filter(({ path }) => path === `/locations/${locationId}`).length;
    return { read, close, countReads };
  }

  it('shows times in the zone of the location, which it reads once', async () => {
    const { read, close, countReads } = await start('auto');
    const first = await read();
    await read();
    expect(first.timeZone).toBe('America/Chicago');
    expect(first.result.contacts[0].dateAdded).toMatch(/-0[56]:00$/);
    expect(countReads()).toBe(1);
    await close();
  });

  it('stays with HighLevel’s where the zone may not be read, and asks no more', async () => {
    const { read, close, countReads } = await start('auto', ['locations_*']);
    expect((await read()).timeZone).toBeUndefined();
    expect((await read()).result.contacts[0].dateAdded).toMatch(/Z$/);
    expect(countReads()).toBe(0);
    await close();
  });

  it('takes the operator’s zone without asking, and leaves a request that it only shows', async () => {
    const { read, close, countReads } = await start('Asia/Kolkata');
    expect((await read()).result.contacts[0].dateAdded).toMatch(/\+05:30$/);
    const shown = await read({ dryRun: true });
    expect(shown.timeZone).toBeUndefined();
    expect(countReads()).toBe(0);
    await close();
  });
});
