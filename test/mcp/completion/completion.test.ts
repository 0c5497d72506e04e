/** What is offered to a person who is filling in an address or a prompt. */
import { afterAll, describe, expect, it } from 'vitest';
import { createCatalogue } from '../../../src/catalogue/catalogue.ts';
import { createHighLevelClient } from '../../../src/highlevel/client.ts';
import { keepFitting } from '../../../src/mcp/completion/completers.ts';
import { createSurface } from '../../../src/mcp/surface/surface.ts';
import { createSandbox } from '../../../src/sandbox/sandbox.ts';
import { connectInMemory } from '../../support/in-memory.ts';
import { openOffice } from '../prompts/follow.ts';

const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const one of opened.reverse()) await one.close();
});

/** To be closed at the end. */
function keep<T extends { close(): Promise<void> }>(one: T): T {
  opened.push(one);
  return one;
}

const office = keep(await openOffice());
const { sandbox, locationId } = office;

async function ask(
  from: Pick<typeof office, 'client'>,
  target: string,
  name: string,
  value: string,
  others?: Record<string, string>,
) {
  const ref = target.includes(':')
    ? ({ type: 'ref/resource', uri: target } as const)
    : ({ type: 'ref/prompt', name: target } as const);
  const context = others === undefined ? {} : { context: { arguments: others } };
  return (await from.client.complete({ ref, argument: { name, value }, ...context })).completion;
}

const ofResource = 'highlevel://operations/{resource}';
const ofOperation = 'highlevel://operations/{resource}/{operation}';
const ofLocation = 'highlevel://locations/{locationId}/pipelines';

describe('completion', () => {
  it.each([
    ['pipeline_review', 'pipeline', 'new p', 'New Patients'],
    ['book_appointment', 'calendar', 'cleaning', 'Cleaning and Checkup'],
    ['book_appointment', 'calendar', 'CHECKUP', 'Cleaning and Checkup'],
    ['lead_intake', 'owner', 'ellery', 'Morgan Ellery'],
    ['invoice_customer', 'contact', 'Hana S', 'Hana Sato'],
    [ofResource, 'resource', 'cont', 'contacts'],
    [ofResource, 'resource', 'custom-f', 'custom-fields'],
    [ofOperation, 'operation', 'contacts_tag', 'contacts_tag_add'],
    [ofLocation, 'locationId', '', locationId],
  ])('%s %s: %j offers %j', async (target, name, value, expected) => {
    expect((await ask(office, target, name, value)).values).toContain(expected);
  });

  it('operations are those of the resource that was chosen', async () => {
    const { values } = await ask(office, ofOperation, 'operation', '', { resource: 'campaigns' });
    expect(values.length).toBeGreaterThan(0);
    for (const value of values) expect(value).toMatch(/^campaigns_/);
  });

  it('offers 100 at most, and says how many there are', async () => {
    const { values, total, hasMore } = await ask(office, ofOperation, 'operation', '');
    expect(values).toHaveLength(100);
    expect(hasMore).toBe(true);
    expect(total).toBeGreaterThan(500);
  });

  it('does not ask HighLevel anew with each letter', async () => {
    const before = sandbox.requests.length;
    for (const value of ['N', 'Ne', 'New']) await ask(office, 'pipeline_review', 'pipeline', value);
    expect(sandbox.requests.length - before).toBeLessThanOrEqual(1);
  });

  it('a letter is too little to search contacts by', async () => {
    const before = sandbox.requests.length;
    expect((await ask(office, 'invoice_customer', 'contact', ' h ')).values).toEqual([]);
    expect(sandbox.requests.length).toBe(before);
  });

  it('is empty for an argument that is free, or is not there', async () => {
    for (const name of ['items', 'nothing', 'constructor', '__proto__']) {
      expect((await ask(office, 'invoice_customer', name, 'a')).values).toEqual([]);
    }
  });

  it.each(['evening_briefing', 'highlevel://account', 'highlevel://nothing/{x}'])('%s is an error', async (target) => {
    await expect(ask(office, target, 'x', '')).rejects.toMatchObject({ code: -32602 });
  });

  it('is empty where the list is denied', async () => {
    const bound = keep(await openOffice({ policy: { deny: ['users_*', 'contacts_contact_search'] } }));
    expect((await ask(bound, 'lead_intake', 'owner', '')).values).toEqual([]);
    expect((await ask(bound, 'pipeline_review', 'pipeline', '')).values.length).toBeGreaterThan(0);
  });

  it('is empty where HighLevel refuses, and there again when it does not', async () => {
    const troubled = keep(await openOffice());
    troubled.sandbox.faults.rate({ fault: '422-after', rate: 1 });
    expect((await ask(troubled, 'lead_intake', 'owner', '')).values).toEqual([]);
    troubled.sandbox.faults.clear();
    expect((await ask(troubled, 'lead_intake', 'owner', '')).values.length).toBeGreaterThan(0);
  });

  it('no other location than the pinned one is looked into', async () => {
    const others = { locationId: sandbox.world.locationIds[1] ?? '' };
    expect((await ask(office, 'lead_intake', 'owner', '', others)).values).toEqual([]);
    expect((await ask(office, 'invoice_customer', 'contact', 'Hana', others)).values).toEqual([]);
  });

  it('what may not be called is not offered', async () => {
    const reader = keep(await openOffice({ readOnly: true }));
    const { values } = await ask(reader, ofOperation, 'operation', 'contacts_contact');
    expect(values).toContain('contacts_contact_get');
    expect(values).not.toContain('contacts_contact_delete');
  });

  it('sends nothing without a token', async () => {
    const catalogue = createCatalogue();
    const surface = createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins: { locationId } });
    const client = await connectInMemory({ catalogue, surface, pins: { locationId }, connect: undefined });
    keep(client);
    expect((await ask({ client }, 'pipeline_review', 'pipeline', '')).values).toEqual([]);
    expect((await ask({ client }, 'invoice_customer', 'contact', 'Hana')).values).toEqual([]);
    expect((await ask({ client }, ofResource, 'resource', 'inv')).values).toEqual(['invoices']);
  });

  it('an agency chooses a location by its name or id, and then what is in it', async () => {
    const catalogue = createCatalogue();
    const agency = keep(createSandbox({}));
    const { url: baseUrl } = await agency.listen();
    const highlevel = keep(createHighLevelClient({ token: agency.tokens.agency, baseUrl }));
    const client = await connectInMemory({
      catalogue,
      surface: createSurface(catalogue, { tools: ['minimal'], readOnly: false, pins: {} }),
      connect: async () => highlevel,
    });
    keep(client);
    const [first = ''] = agency.world.locationIds;
    expect((await ask({ client }, ofLocation, 'locationId', 'lakeview')).values).toEqual([first]);
    expect((await ask({ client }, 'lead_intake', 'locationId', first)).values).toEqual([first]);
    expect((await ask({ client }, 'lead_intake', 'owner', '')).values).toEqual([]);
  });
});

describe('what fits', () => {
  const names = ['Élan Vital', 'New élan', 'elbow', 'Other'];
  it('begins with what was typed, or has a word that does; accents and case do not count', () => {
    expect(keepFitting('el', names)).toEqual(['Élan Vital', 'elbow', 'New élan']);
    expect(keepFitting('', names)).toEqual(names);
    expect(keepFitting('lan', names)).toEqual([]);
  });
});
