import { chmodSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Account } from '../../../src/highlevel/accounts/account.ts';
import { loadVaultKey } from '../../../src/highlevel/accounts/key.ts';
import type { Keychain } from '../../../src/highlevel/accounts/keychain.ts';
import { createVault } from '../../../src/highlevel/accounts/vault.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import { createFolder } from '../../support/run.ts';

const key = Buffer.alloc(32, 1);
const account: Account = { kind: 'private', token: 'pit-secret-of-the-test', locationId: 'loc1' };

function openRecords() {
  const state = createSqliteState();
  onTestFinished(() => state.close());
  return state.records;
}

describe('the vault', () => {
  test('gives back what it was given, by name, and keeps nothing readable', async () => {
    const records = openRecords();
    const vault = createVault(records, key);
    await vault.replace('b', account);
    await vault.replace('a', { ...account, token: 'pit-other' });
    expect(await vault.list()).toEqual(['a', 'b']);
    expect((await vault.read('b'))?.account).toEqual(account);
    expect((await records.get('vault:account:b'))?.value).not.toContain('secret');
    expect(await vault.remove('b')).toBe(true);
    expect(await vault.remove('b')).toBe(false);
    expect(await vault.list()).toEqual(['a']);
    expect(await vault.read('b')).toBeUndefined();
  });

  test('is written only over the version that was read', async () => {
    const vault = createVault(openRecords(), key);
    const first = await vault.write('a', account, 'absent');
    expect(await vault.write('a', account, 'absent')).toBeUndefined();
    expect(await vault.write('a', account, first ?? '')).toBeDefined();
    expect(await vault.write('a', account, first ?? '')).toBeUndefined();
  });

  test('says that the key is another one, and can be begun anew', async () => {
    const records = openRecords();
    await createVault(records, key).replace('a', account);
    const other = createVault(records, Buffer.alloc(32, 2));
    await expect(other.read('a')).rejects.toMatchObject({
      message: expect.stringContaining('encrypted with another key'),
      advice: expect.stringContaining('HIGHLEVEL_VAULT_KEY'),
    });
    await other.replace('a', account);
    expect((await other.read('a'))?.account).toEqual(account);
  });

  test('gives a key for what lies elsewhere, the same wherever it is opened with its own', () => {
    const derived = createVault(openRecords(), key).deriveKey('journal');
    expect(createVault(openRecords(), key).deriveKey('journal')).toEqual(derived);
    expect(createVault(openRecords(), Buffer.alloc(32, 2)).deriveKey('journal')).not.toEqual(derived);
    expect(derived).not.toEqual(key);
  });

  test('opens no record in the place of another', async () => {
    const records = openRecords();
    const vault = createVault(records, key);
    await vault.replace('a', account);
    await vault.replace('b', account);
    const [a, b] = [await records.get('vault:account:a'), await records.get('vault:account:b')];
    await records.put('vault:account:b', a?.value ?? '', { expected: b?.version ?? '', keepMs: 1_000 });
    await expect(vault.read('b')).rejects.toThrow('damaged, or is another record');
  });

  test('opens no record of which anything was changed', async () => {
    const records = openRecords();
    const vault = createVault(records, key);
    await vault.replace('a', account);
    const name = 'vault:account:a';
    const { value = '' } = (await records.get(name)) ?? {};
    const damage = fc.tuple(fc.nat(value.length - 1), fc.constantFrom('A', 'B', ':', '%'));
    await fc.assert(
      fc.asyncProperty(damage, async ([at, sign]) => {
        // The last digits of base64 may stand for no bits.
        fc.pre(value[at] !== sign && at < value.length - 4);
        const damaged = value.slice(0, at) + sign + value.slice(at + 1);
        const expected = (await records.get(name))?.version ?? '';
        await records.put(name, damaged, { expected, keepMs: 1_000, flush: false });
        await expect(vault.read('a')).rejects.toMatchObject({ kind: 'misconfigured' });
      }),
    );
  });

  test('has no names that could be taken for another record', async () => {
    const vault = createVault(openRecords(), key);
    for (const name of ['', 'a:b', '../a', 'a b', 'x'.repeat(65)]) {
      await expect(vault.read(name)).rejects.toMatchObject({ kind: 'misconfigured' });
    }
  });
});

describe('the key', () => {
  async function load(folder: string, { setting, keychain }: { setting?: string; keychain?: Keychain } = {}) {
    const warnings: string[] = [];
    const openKeychain = async () => keychain;
    const onWarning = (message: string) => void warnings.push(message);
    return { loaded: await loadVaultKey({ setting, folder, openKeychain, onWarning }), warnings };
  }

  const path = (folder: string) => join(folder, 'vault.key');

  test('is the environment’s', async () => {
    const folder = createFolder('vault');
    expect((await load(folder, { setting: key.toString('base64') })).loaded).toEqual(key);
    expect((await load(folder, { setting: key.toString('hex') })).loaded).toEqual(key);
    await expect(load(folder, { setting: 'a passphrase' })).rejects.toThrow('HIGHLEVEL_VAULT_KEY');
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is else made once, for the user’s eyes alone, with a warning', async () => {
    const folder = join(createFolder('vault'), 'new');
    const { loaded, warnings } = await load(folder);
    expect(warnings).toEqual([expect.stringContaining('vault.key')]);
    expect(await load(folder)).toEqual({ loaded, warnings: [] });
    expect(readdirSync(folder)).toEqual(['vault.key']);
    expect(statSync(path(folder)).mode & 0o777).toBe(0o600);
  });

  test('is refused where others can read it, or where it is none', async () => {
    const folder = createFolder('vault');
    await load(folder);
    chmodSync(path(folder), 0o644);
    await expect(load(folder)).rejects.toThrow('other users');
    chmodSync(path(folder), 0o600);
    writeFileSync(path(folder), 'cut sho');
    await expect(load(folder)).rejects.toThrow('not 32 bytes');
  });

  describe('in the keychain of the system', () => {
    /** What a keychain does, without one. */
    function createKeychain(): Keychain & { readonly kept: Map<string, string> } {
      const kept = new Map<string, string>();
      return {
        kept,
        read: async (name) => kept.get(name),
        write: async (name, secret) => void kept.set(name, secret),
        remove: async (name) => void kept.delete(name),
      };
    }

    test('is made there, and the file says where', async () => {
      const folder = createFolder('vault');
      const keychain = createKeychain();
      const { loaded, warnings } = await load(folder, { keychain });
      expect(warnings).toEqual([]);
      const [[name, secret] = []] = keychain.kept;
      expect(Buffer.from(secret ?? '', 'base64')).toEqual(loaded);
      expect(readFileSync(path(folder), 'utf8')).toBe(`keychain:${name}\n`);
      expect((await load(folder, { keychain })).loaded).toEqual(loaded);
    });

    test('is one for all that make it at once', async () => {
      const folder = createFolder('vault');
      const keychain = createKeychain();
      const all = await Promise.all(Array.from({ length: 20 }, () => load(folder, { keychain })));
      expect(new Set(all.map(({ loaded }) => loaded.toString('hex'))).size).toBe(1);
      expect(keychain.kept.size).toBe(1);
    });

    test.each([
      ['does not open', { write: async () => Promise.reject(new Error('locked')) }],
      ['keeps nothing', { write: async () => {} }],
    ])('is a file where that %s', async (_, broken) => {
      const folder = createFolder('vault');
      const { loaded, warnings } = await load(folder, { keychain: { ...createKeychain(), ...broken } });
      expect(warnings).toEqual([expect.stringContaining('keychain')]);
      expect((await load(folder)).loaded).toEqual(loaded);
    });

    test('stays in the file that was there before the keychain was', async () => {
      const folder = createFolder('vault');
      const { loaded } = await load(folder);
      const keychain = createKeychain();
      expect((await load(folder, { keychain })).loaded).toEqual(loaded);
      expect(keychain.kept.size).toBe(0);
    });

    test('is not made anew when the keychain cannot be read', async () => {
      const folder = createFolder('vault');
      const keychain = createKeychain();
      await load(folder, { keychain });
      const locked = { ...keychain, read: async () => Promise.reject(new Error('locked')) };
      await expect(load(folder, { keychain: locked })).rejects.toThrow(/does not open \(locked\)/);
      await expect(load(folder)).rejects.toThrow('not installed');
      keychain.kept.clear();
      await expect(load(folder, { keychain })).rejects.toThrow('not there any more');
      expect(readdirSync(folder)).toEqual(['vault.key']);
    });
  });
});
