/** What each configuration offers, and what agents see of every tool. */
import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import type { Pins } from '../../src/mcp/pipeline/context.ts';
import { everydayTools } from '../../src/mcp/surface/everyday.ts';
import { createSurface, type Surface } from '../../src/mcp/surface/surface.ts';

const catalogue = createCatalogue();

function surfaceOf(tools: readonly string[], options: { readOnly?: boolean; pins?: Pins } = {}): Surface {
  return createSurface(catalogue, { tools, readOnly: options.readOnly ?? false, pins: options.pins ?? {} });
}

describe('a choice of tools', () => {
  it('is everyday when nothing is chosen: a dozen, all of them real', () => {
    const names = surfaceOf([]).rows.map((row) => row.name);
    expect(names).toEqual(everydayTools);
    expect(names.length).toBeLessThanOrEqual(12);
  });

  it('may be resources, by their name in either spelling', () => {
    const resources = new Set(surfaceOf(['calendars', 'custom_fields']).rows.map((row) => row.resource));
    expect([...resources]).toEqual(['calendars', 'custom-fields']);
  });

  it('may be single tools, and a mixture, without doubles', () => {
    const names = surfaceOf(['contacts_contact_get', 'contacts', 'workflows']).rows.map((row) => row.name);
    expect(names[0]).toBe('contacts_contact_get');
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('workflows_workflow_list');
  });

  it('never contains what nobody judged, nor what is withheld', () => {
    const rows = surfaceOf(['all']).rows;
    expect(rows.filter((row) => !row.guided || row.withheld !== undefined)).toEqual([]);
    expect(rows.some((row) => row.path === '/oauth/token')).toBe(false);
  });

  it('read-only leaves reads alone', () => {
    const rows = surfaceOf(['all'], { readOnly: true }).rows;
    expect(rows.length).toBeGreaterThan(80);
    expect(rows.filter((row) => row.risk !== 'read')).toEqual([]);
  });

  it.each(['contcts', 'CONTACTS', '', '__proto__', 'oauth_token_create'])(
    '%j is refused with what there is',
    (choice) => {
      expect(() => surfaceOf([choice])).toThrow(RangeError);
    },
  );
});

describe('what a pin hides', () => {
  const pins = { locationId: 'L1' };

  it('the location vanishes from every schema, and from what is required', async () => {
    for (const tool of await surfaceOf(['all'], { pins }).listTools()) {
      const row = catalogue.findByName(tool.name);
      const { properties = {}, required = [] } = tool.inputSchema;
      for (const [argument, role] of Object.entries(row?.context ?? {})) {
        if (role === 'company' || role === 'location-list' || row?.explicit?.includes(argument)) continue;
        expect(Object.keys(properties), tool.name).not.toContain(argument);
        expect(required, tool.name).not.toContain(argument);
      }
    }
  });

  it('what must be spoken stays', async () => {
    const tools = await surfaceOf(['locations'], { pins }).listTools();
    const deletion = tools.find((tool) => tool.name === 'locations_location_delete');
    expect(deletion?.inputSchema.required).toContain('locationId');
  });

  it('without a pin the location is asked for', async () => {
    const [tool] = await surfaceOf(['contacts_contact_create']).listTools();
    expect(tool?.inputSchema.required).toContain('locationId');
  });
});

describe('each tool, as agents see it', async () => {
  const inLongList = await surfaceOf(['all']).listTools();

  it.each(inLongList.map((tool) => [tool.name, tool] as const))('%s', async (name, short) => {
    const [full] = await surfaceOf([name]).listTools();
    await expect(`${JSON.stringify({ full, short }, null, 2)}\n`).toMatchFileSnapshot(`./snapshots/${name}.json`);
  });

  it('a list is the same every time, in the same order', async () => {
    expect(await surfaceOf(['all']).listTools()).toEqual(inLongList);
  });
});
