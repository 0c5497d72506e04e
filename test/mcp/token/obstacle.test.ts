/** What is held against an operation, and what never is. */
import { describe, expect, it } from 'vitest';
import { createCatalogue, type OperationRow } from '../../../src/catalogue/catalogue.ts';
import type { TokenDescription } from '../../../src/highlevel/client.ts';
import { judge } from '../../../src/mcp/token/obstacle.ts';

const catalogue = createCatalogue();
const integration: TokenDescription = { id: 'i', level: 'unknown', kind: 'private integration' };
const app: TokenDescription = { id: 'a', level: 'location', kind: 'OAuth app', scopes: ['contacts.readonly'] };

function getRow(name: string): OperationRow {
  const row = catalogue.findByName(name);
  if (row === undefined) throw new Error(`no ${name}`);
  return row;
}

/** @param answers The outcomes of calls, oldest first. */
function judgeWith(token: TokenDescription, ...answers: readonly [operation: string, isOpen: boolean][]) {
  const lessons = new Map(answers.map(([operation, isOpen], index) => [operation, { isOpen, at: index }]));
  const judgement = judge({ token, lessons }, catalogue);
  return { level: judgement.level, find: (name: string) => judgement.findObstacle(getRow(name)) };
}

describe('an operation', () => {
  it('of which nothing is known has nothing against it, unless it takes no such token at all', () => {
    const { find } = judgeWith(integration);
    const marked = catalogue.rows.filter((row) => find(row.name) !== undefined);
    expect(marked.map(({ appOnly }) => appOnly)).toEqual(marked.map(() => true));
    expect(find('marketplace_charge_list')).toMatchObject({
      about: 'token',
      why: expect.stringContaining('installed apps only'),
      toLift: expect.stringContaining('highlevel-mcp login'),
    });
  });

  it('that was refused is marked, and whatever needs the same scopes', () => {
    const { find } = judgeWith(integration, ['contacts_contact_list', false]);
    for (const name of ['contacts_contact_list', 'contacts_contact_get']) {
      expect(find(name)).toEqual({
        about: 'scope',
        why: 'HighLevel refused this token contacts.readonly',
        toLift: expect.stringContaining('(Settings > Private Integrations): contacts.readonly.'),
      });
    }
    expect(find('contacts_contact_create')).toBeUndefined();
  });

  it('is marked alone where nobody says which scope it needs', () => {
    const { find } = judgeWith(integration, ['snapshots_push_list', false]);
    expect(find('snapshots_push_list')?.toLift).toContain('belongs to the agency');
    expect(find('snapshots_push_get')).toBeUndefined();
  });

  it('is healed by a success of its own, and by one of its like that came later', () => {
    expect(judgeWith(integration, ['contacts_contact_list', true]).find('contacts_contact_list')).toBeUndefined();
    const healed = judgeWith(integration, ['contacts_contact_get', false], ['contacts_contact_list', true]);
    expect(healed.find('contacts_contact_get')).toBeUndefined();
    expect(healed.find('contacts_contact_search')).toBeUndefined();
  });

  it('that was seen to be open stays so when its like is refused: the documents may name the wrong scope', () => {
    const { find } = judgeWith(integration, ['contacts_contact_list', true], ['contacts_contact_get', false]);
    expect(find('contacts_contact_list')).toBeUndefined();
    expect(find('contacts_contact_get')?.about).toBe('scope');
  });

  it('is marked where the account has consented to none of its scopes, until it is seen to be open', () => {
    const { find } = judgeWith(app);
    expect(find('contacts_contact_list')).toBeUndefined();
    expect(find('calendars_calendar_list')).toEqual({
      about: 'scope',
      why: 'the account did not consent to calendars.readonly',
      toLift: expect.stringContaining('"highlevel-mcp login"): calendars.readonly.'),
    });
    expect(judgeWith(app, ['calendars_calendar_list', true]).find('calendars_calendar_list')).toBeUndefined();
    expect(judgeWith({ ...app, scopes: [] }).find('calendars_calendar_list')).toBeUndefined();
  });

  it('of an agency is marked for a location’s token, and the reverse', () => {
    const ofLocation = judgeWith(app);
    expect(ofLocation.find('snapshots_snapshot_list')).toMatchObject({
      about: 'token',
      why: 'for tokens of an agency; this is a location’s',
      toLift: expect.stringContaining('installs the app for the agency'),
    });
    const ofAgency = judgeWith({ ...integration, level: 'agency' });
    expect(ofAgency.find('contacts_contact_list')).toMatchObject({
      about: 'token',
      why: 'for tokens of a location; this is an agency’s',
      toLift: expect.stringContaining('token of that location'),
    });
    expect(ofAgency.find('snapshots_snapshot_list')).toBeUndefined();
    expect(ofAgency.find('locations_location_get')).toBeUndefined();
  });
});

describe('whose a token is', () => {
  it('shows by what it opens, and not by what it is refused', () => {
    expect(judgeWith(integration).level).toBeUndefined();
    expect(judgeWith(integration, ['snapshots_snapshot_list', false]).level).toBeUndefined();
    expect(judgeWith(integration, ['locations_location_get', true]).level).toBeUndefined();
    expect(judgeWith(integration, ['snapshots_snapshot_list', true]).level).toBe('agency');
    expect(judgeWith(integration, ['contacts_contact_list', true]).level).toBe('location');
  });

  it('is a location’s if one of its operations opens, whatever the documents give to agencies alone', () => {
    const answers = [
      ['contacts_contact_list', true],
      ['custom_menus_menu_list', true],
    ] as const;
    const { level, find } = judgeWith(
      integration,
      ...answers.map(([name, isOpen]): [string, boolean] => [name, isOpen]),
    );
    expect(level).toBe('location');
    expect(find('custom_menus_menu_list')).toBeUndefined();
  });
});
