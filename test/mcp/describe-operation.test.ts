import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { createDescribeOperation } from '../../src/mcp/fixed/describe-operation.ts';
import { CallRefusal } from '../../src/mcp/pipeline/refusal.ts';
import { createPolicy } from '../../src/mcp/policy/policy.ts';
import { createSurface } from '../../src/mcp/surface/surface.ts';
import { idleSession } from '../support/in-memory.ts';

const catalogue = createCatalogue();
const pins = { locationId: 'L1' };
const surface = createSurface(catalogue, { tools: ['contacts'], readOnly: false, pins });
const tool = createDescribeOperation({
  catalogue,
  surface,
  pins,
  readOnly: false,
  policy: createPolicy(),
  confirmation: { mode: 'plan' },
});

// biome-ignore lint/suspicious/noExplicitAny: looked into field by field
async function describeTool(args: Record<string, unknown>): Promise<any> {
  return (await tool.run(args, idleSession)).data;
}

describe('describe_operation', () => {
  it('tells what the list had no room for', async () => {
    const told = await describeTool({ operation: 'contacts_contact_search' });
    expect(told).toMatchObject({ risk: 'read', scopes: ['contacts.readonly'], paging: { style: 'search-after' } });
    expect(told.examples.length).toBeGreaterThan(0);
    expect(told.inputSchema.properties.filters.items.properties.operator.enum).toContain('contains');
  });

  it('leaves out what the server fills in', async () => {
    const told = await describeTool({ operation: 'contacts_contact_create' });
    expect(Object.keys(told.inputSchema.properties)).not.toContain('locationId');
  });

  it('outlines the answer, and leaves it out where nothing is known of it', async () => {
    const { answers } = await describeTool({ operation: 'opportunities_opportunity_search' });
    expect(answers).toMatch(/^{opportunities: \[{id, name, monetaryValue.*}\], total/);
    expect((await describeTool({ operation: 'calendars_free_slot_list' })).answers).toBeUndefined();
  });

  it('says what to expect of a call that is confirmed', async () => {
    const { confirmation } = await describeTool({ operation: 'invoices_invoice_send' });
    expect(confirmation).toContain('plan');
    expect(await describeTool({ operation: 'contacts_note_create' })).not.toHaveProperty('confirmation');
  });

  it('shows one argument by its path', async () => {
    const told = await describeTool({ operation: 'contacts_contact_search', path: 'filters[].operator' });
    expect(told.schema.enum).toContain('eq');
  });

  it('says how to call what is not listed by its name', async () => {
    expect(await describeTool({ operation: 'calendars_calendar_list' })).toMatchObject({ callWith: 'call_read' });
    expect(await describeTool({ operation: 'invoices_invoice_send' })).toMatchObject({ callWith: 'call_high_impact' });
  });

  it.each([
    [{ operation: 'contact_search' }, 'contacts_contact_search'],
    [{ operation: 'oauth_token_create' }, 'Nothing that this server offers'],
    [{ operation: '__proto__' }, 'Nearest'],
    [{ operation: 'contacts_contact_search', path: 'filters.field' }, 'There is: []'],
    [{ operation: 'contacts_contact_search', path: 'constructor' }, 'There is:'],
    [{ operation: 'contacts_contact_search', path: 'query.x' }, 'Nothing lies deeper'],
  ])('%j is refused with what there is', async (args, advice) => {
    const refusal = await tool.run(args, idleSession).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(CallRefusal);
    expect((refusal as CallRefusal).advice).toContain(advice);
  });

  it('takes no other arguments', async () => {
    await expect(tool.run({ name: 'contacts_contact_get' }, idleSession)).rejects.toThrow(CallRefusal);
  });
});
