/** That operations are found by what people say, and that every one of them can be. */
import { describe, expect, it } from 'vitest';
import { createCatalogue, type OperationRow } from '../../../src/catalogue/catalogue.ts';
import { createSearch, type Found, type SearchOptions } from '../../../src/catalogue/search/search.ts';
import { commonTools } from '../../../src/mcp/surface/everyday.ts';
import { getShare, placeRequests } from './places.ts';
import { requests } from './requests.ts';

const catalogue = createCatalogue();
const search = createSearch(catalogue, { favoured: commonTools });
const offered = catalogue.rows.filter((row) => row.guided && row.withheld === undefined);

async function find(text: string, options: Partial<SearchOptions> = {}): Promise<Found> {
  return await search.search(text, { limit: 5, isCallable: () => true, ...options });
}

async function listNames(text: string, options?: Partial<SearchOptions>): Promise<string[]> {
  return (await find(text, options)).hits.map(({ row }) => row.name);
}

describe('of requests in people’s own words', async () => {
  const placed = await placeRequests(search, requests);

  it('95 % have the right operation among the first five, 80 % first', () => {
    expect(getShare(placed, 5)).toBeGreaterThanOrEqual(0.95);
    expect(getShare(placed, 1)).toBeGreaterThanOrEqual(0.8);
  });

  it('those that no weight was chosen by are found as well', () => {
    const heldOut = placed.filter((_, place) => place % 2 === 1);
    expect(getShare(heldOut, 5)).toBeGreaterThanOrEqual(0.95);
    expect(getShare(heldOut, 1)).toBeGreaterThanOrEqual(0.8);
  });

  it('none is pasted into what search reads', async () => {
    const { default: index } = await import('../../../tools/search.gen.json', { with: { type: 'json' } });
    const { listTerms } = await import('../../../src/catalogue/search/terms.ts');
    const known = new Set(index.entries.flatMap(({ asks }) => asks));
    const pasted = requests.filter(({ ask }) => listTerms(ask).length > 4 && known.has(listTerms(ask).join(' ')));
    expect(pasted.map(({ ask }) => ask)).toEqual([]);
  });
});

describe('operations that would probably fail', () => {
  const ask = 'send an invoice to the customer';
  const isAny = () => true;

  it('stand where they stood while all or none of them would', async () => {
    const all = await listNames(ask);
    expect(await listNames(ask, { isDoubtful: () => false })).toEqual(all);
    expect(await listNames(ask, { isDoubtful: isAny })).toEqual(all);
  });

  it('come after those that are nearly as good, and the best of all stays among the hits', async () => {
    const close = 'list calendars';
    const { hits } = await find(close, { limit: 40 });
    const [best, ...others] = hits;
    const isNear = ({ score }: { score: number }) => score > 0.9 * (best?.score ?? 0);
    const near = others.filter(isNear).map(({ row }) => row.name);
    expect(near.length).toBeGreaterThan(0);
    const isDoubtful = (row: OperationRow) => row === best?.row;
    expect((await listNames(close, { isDoubtful })).slice(0, near.length)).toEqual(near);
    for (const limit of [1, 2, 5]) expect(await listNames(close, { isDoubtful, limit })).toContain(best?.row.name);
  });

  it('do not crowd out the one that would not', async () => {
    const names = await listNames(ask, { limit: 6 });
    const doubtful = names.slice(0, 5);
    expect(await listNames(ask, { isDoubtful: ({ name }) => doubtful.includes(name) })).toContain(names[5]);
  });

  it('are first for their own names', async () => {
    for (const name of ['calendars_schedule_update', 'invoices_invoice_send']) {
      expect((await listNames(name, { isDoubtful: (row) => row.name === name }))[0]).toBe(name);
    }
  });
});

describe('every operation', () => {
  it('is among the first five for its own title', async () => {
    const missed: string[] = [];
    for (const row of offered) {
      const names = await listNames(row.title ?? '');
      if (!names.includes(row.name)) missed.push(`${row.name}: ${row.title}`);
    }
    expect(missed).toEqual([]);
  });

  it('is first for its own name', async () => {
    const missed: string[] = [];
    for (const row of offered) if ((await listNames(row.name))[0] !== row.name) missed.push(row.name);
    expect(missed).toEqual([]);
  });
});

describe('words that mean the same', () => {
  it.each([
    ['show all deals', 'opportunities_opportunity_search'],
    ['look up a lead by surname', 'contacts_contact_search'],
    ['text a client', 'conversations_message_send'],
    ['send a quote', 'invoices_estimate_send'],
    ['email the bill to a customer', 'invoices_invoice_send'],
    ['put a client into a drip', 'contacts_workflow_add'],
    ['open a new sub-account', 'locations_location_create'],
    ['get rid of a voucher', 'payments_coupon_delete'],
  ])('%s', async (text, name) => {
    expect((await listNames(text)).slice(0, 3)).toContain(name);
  });
});

describe('what is wanted done', () => {
  it.each([
    ['list contact tags of the location', 'locations_tag_list'],
    ['create a tag', 'locations_tag_create'],
    ['delete a tag', 'locations_tag_delete'],
    ['take a tag off a contact', 'contacts_tag_remove'],
    ['send an invoice', 'invoices_invoice_send'],
    ['void an invoice', 'invoices_invoice_void'],
    ['delete an invoice', 'invoices_invoice_delete'],
    ['which invoices are there', 'invoices_invoice_list'],
    ['open one invoice by its id', 'invoices_invoice_get'],
  ])('%s', async (text, name) => {
    expect((await listNames(text))[0]).toBe(name);
  });
});

describe('misspelt words', () => {
  it.each([
    ['craete an inovice', 'invoices_invoice_create'],
    ['delte contcat', 'contacts_contact_delete'],
    ['lsit calandars', 'calendars_calendar_list'],
    ['serch oportunities', 'opportunities_opportunity_search'],
  ])('%s', async (text, name) => {
    expect((await listNames(text)).slice(0, 2)).toContain(name);
  });
});

describe('other languages', () => {
  it.each([
    ['crear un contacto', 'contacts_contact_create'],
    ['alle Kalender anzeigen', 'calendars_calendar_list'],
    ['eine Rechnung an den Kunden schicken', 'invoices_invoice_send'],
    ['Rechnungsvorlagen auflisten', 'invoices_template_list'],
    ['supprimer une opportunité', 'opportunities_opportunity_delete'],
    ['listar os fluxos de trabalho', 'workflows_workflow_list'],
    ['aggiungere un’etichetta al contatto', 'contacts_tag_add'],
    ['een notitie aan een contact toevoegen', 'contacts_note_create'],
  ])('%s', async (text, name) => {
    expect((await listNames(text)).slice(0, 2)).toContain(name);
  });
});

describe('filters', () => {
  it('keep to a resource and a risk class', async () => {
    const { hits } = await find('delete', { resource: 'calendars', risk: 'high-impact', limit: 20 });
    expect(hits.length).toBeGreaterThan(3);
    expect(hits.filter(({ row }) => row.resource !== 'calendars' || row.risk !== 'high-impact')).toEqual([]);
  });

  it('set apart what may not be called, where it would have been among the hits', async () => {
    const isCallable = (row: OperationRow): boolean => row.risk === 'read';
    const { hits, outOfReach } = await find('delete an invoice', { isCallable, limit: 3 });
    expect(hits).toHaveLength(3);
    expect(hits.every(({ row }) => isCallable(row))).toBe(true);
    expect(outOfReach[0]?.row.name).toBe('invoices_invoice_delete');
    expect(outOfReach.length).toBeLessThanOrEqual(3);
  });

  it('leave resources to try where they let nothing through', async () => {
    expect(await find('list the pipelines', { resource: 'surveys', risk: 'high-impact' })).toMatchObject({
      hits: [],
      resources: expect.arrayContaining(['opportunities']),
    });
    expect((await find('')).resources).toEqual(catalogue.resources);
  });
});

describe('gaps', () => {
  it.each([
    ['refund a payment', 'refund'],
    ['merge two duplicate contacts', 'merge'],
    ['register a webhook', 'webhook'],
    ['create a workflow with three steps', 'workflow'],
  ])('%s', async (text, want) => {
    expect((await find(text)).gap?.want).toContain(want);
  });

  it('are not told of where an operation does it', async () => {
    const some = requests.filter((_, place) => place % 4 === 0);
    const told = await Promise.all(some.map(async ({ ask }) => (await find(ask)).gap));
    expect(told.filter((gap) => gap !== undefined).length / some.length).toBeLessThan(0.02);
  });
});

it('the index is loaded once, at the first search', async () => {
  let loads = 0;
  const counted = createSearch(catalogue, {
    load: async () => {
      loads += 1;
      return (await import('../../../tools/search.gen.json', { with: { type: 'json' } })).default;
    },
  });
  expect(loads).toBe(0);
  await Promise.all(
    ['a contact', 'an invoice'].map((text) => counted.search(text, { limit: 1, isCallable: () => true })),
  );
  expect(loads).toBe(1);
});
