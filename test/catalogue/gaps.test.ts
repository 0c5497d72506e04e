import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../../src/catalogue/catalogue.ts';
import { findGap } from '../../src/catalogue/gaps.ts';
import { gaps } from '../../tools/gaps.ts';

describe('a gap is found by what agents try', () => {
  it.each([
    ['workflows_step_create', 'workflow'],
    ['create workflow automation', 'workflow'],
    ['forms_form_update', 'form or survey'],
    ['funnels_page_create', 'funnel'],
    ['contacts_bulk_create', 'many contacts'],
    ['payments_refund_create', 'refund'],
    ['payments_transaction_refund', 'refund'],
    ['payments_card_charge', 'saved card'],
    ['contacts_contact_merge', 'merge'],
    ['webhooks_webhook_subscribe', 'webhook'],
    ['payments_subscription_cancel', 'subscription'],
    ['conversations_message_delete', 'unsend'],
  ])('%s', (tried, want) => {
    expect(findGap(tried)?.want).toContain(want);
  });

  it.each(['contact_get', 'x', '', 'calendars_list', 'constructor'])('%j is none', (tried) => {
    expect(findGap(tried)).toBeUndefined();
  });
});

it('what to do instead names tools that exist', () => {
  const catalogue = createCatalogue();
  const named = gaps.flatMap((gap) => gap.instead.match(/\b[a-z]+(?:_[a-z0-9]+){2,}\b/g) ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => catalogue.findByName(name) === undefined)).toEqual([]);
});
