/** The operator's file: what is wrong with it is said at the start, without repeating what stands in it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadClients } from '../../src/http/clients/load.ts';
import { createFolder } from '../support/run.ts';

const folder = createFolder('clients-file');
const path = join(folder, 'clients.json');

const hash = 'a'.repeat(64);
const account = { token: { environment: 'ONE' } };
const clients = [{ name: 'one', sha256: [hash], account: 'main' }];

function load(file: unknown, environment: Record<string, string> = { ONE: 'pit-1' }) {
  writeFileSync(path, typeof file === 'string' ? file : JSON.stringify(file));
  return loadClients(path, environment);
}

it('gives accounts with what the operator fixed, paths from the folder of the file', () => {
  writeFileSync(join(folder, 'token'), 'Bearer pit-2\n');
  const { accounts, known } = load({
    accounts: {
      main: { ...account, location: 'loc1', policy: 'rules.json', readOnly: true, tools: ['minimal'] },
      other: { token: { file: 'token' } },
      hosted: { token: { header: 'x-highlevel-token' } },
    },
    clients,
  });
  const main = accounts.get('main');
  expect(main).toMatchObject({ locationId: 'loc1', policy: join(folder, 'rules.json'), readOnly: true });
  expect(main?.token?.reveal()).toBe('pit-1');
  expect(accounts.get('other')?.token?.reveal()).toBe('pit-2');
  expect(accounts.get('hosted')).toMatchObject({ token: undefined, takesTokenHeader: true });
  expect(known.map(({ holder }) => holder)).toEqual([{ name: 'one', account: main }]);
});

describe('is refused', () => {
  const main = { main: account };
  const oauth = { resource: 'https://a.example/mcp', issuer: 'https://b.example', jwks: 'https://b.example/k' };
  const full = { ...oauth, scopes: ['s'], accounts: { x: 'main' } };
  it.each<[string, unknown, string]>([
    ['what is no JSON', '{"accounts": pit-secret', 'not JSON'],
    ['a token in place of its name', { accounts: { main: { token: 'pit-secret' } }, clients }, 'accounts.main.token'],
    [
      'a token under another name',
      { accounts: { main: { token: { value: 'pit-secret' } } }, clients },
      'accounts.main.token',
    ],
    ['two places', { accounts: { main: { token: { environment: 'ONE', file: 'x' } } }, clients }, 'exactly one'],
    [
      'a variable that is not set',
      { accounts: { main: { token: { environment: 'TWO' } } }, clients },
      'TWO is not set',
    ],
    ['a file that is not there', { accounts: { main: { token: { file: 'absent' } } }, clients }, 'ENOENT'],
    [
      'a token where its hash belongs',
      { accounts: main, clients: [{ ...clients[0], sha256: ['hlmcp_pit-secret'] }] },
      'SHA-256',
    ],
    ['an account nobody set up', { accounts: {}, clients }, 'no account main, which client one names'],
    ['and says which there are', { accounts: { office: account }, clients }, 'Its accounts: office.'],
    [
      'the name of a location for a pin',
      { accounts: { main: { ...account, location: 'Acme Dental' } }, clients },
      'it takes no name',
    ],
    [
      'one name for two',
      { accounts: main, clients: [...clients, { ...clients[0], sha256: ['b'.repeat(64)] }] },
      'one name',
    ],
    ['one hash for two', { accounts: main, clients: [...clients, { ...clients[0], name: 'two' }] }, 'one hash twice'],
    [
      'one hash for a client and the metrics',
      { accounts: main, clients, metrics: { sha256: [hash.toUpperCase()] } },
      'one hash twice',
    ],
    ['a file that lets nobody in', { accounts: main }, 'nobody in'],
    ['a word that means nothing', { accounts: main, clients, acounts: {} }, 'acounts'],
    ['OAuth in the clear', { accounts: main, oauth: { ...full, jwks: 'http://b.example/k' } }, 'https'],
    ['OAuth for another place', { accounts: main, oauth: { ...full, resource: 'https://a.example/' } }, '/mcp'],
    ['OAuth without a scope', { accounts: main, oauth: { ...full, scopes: [] } }, 'oauth.scopes'],
    [
      'OAuth for an account nobody set up',
      { accounts: main, oauth: { ...full, accounts: { x: 'no' } } },
      'oauth names',
    ],
  ])('%s', (_, file, message) => {
    expect(() => load(file)).toThrow(message);
    expect(() => load(file)).not.toThrow('pit-secret');
  });

  it('a token that can be none, without repeating it', () => {
    expect(() => load({ accounts: main, clients }, { ONE: '"pit-secret"' })).toThrow(
      'Account main: The HighLevel token',
    );
    expect(() => load({ accounts: main, clients }, { ONE: '"pit-secret"' })).not.toThrow('pit-secret');
  });
});
