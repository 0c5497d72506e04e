/** What is known of a client's tokens is nobody's burden: not of a call, not of the memory, not of another token. */
import { describe, expect, it } from 'vitest';
import type { TokenNeed } from '../../../src/highlevel/auth/token-source.ts';
import type { TokenDescription } from '../../../src/highlevel/client.ts';
import { createTokenMemory } from '../../../src/mcp/token/memory.ts';
import { createSqliteState } from '../../../src/state/sqlite/state.ts';
import type { Records } from '../../../src/state/state.ts';

const never = new Promise<never>(() => {});

/** Each location has a token of its own, as those of a company's app. */
function createFake(records: Records, consented: { consent?: string } = {}) {
  return {
    state: { records },
    async describeToken({ locationId = 'none' }: Partial<TokenNeed> = {}): Promise<TokenDescription> {
      return { id: `id-${locationId}`, level: 'location', kind: 'OAuth app', ...consented };
    },
  };
}

describe('the memory of a client’s tokens', () => {
  it('keeps them apart', async () => {
    const { records } = createSqliteState();
    const memory = createTokenMemory(createFake(records));
    memory.learn({ locationId: 'one' }, 'a', false);
    expect((await memory.recall({ locationId: 'one' }))?.lessons.get('a')).toMatchObject({ isOpen: false });
    expect((await memory.recall({ locationId: 'two' }))?.lessons.size).toBe(0);
  });

  it('forgets with a new consent what the old one was refused', async () => {
    const { records } = createSqliteState();
    const consented = { consent: 'to contacts' };
    const memory = createTokenMemory(createFake(records, consented));
    memory.learn({}, 'a', false);
    expect((await memory.recall({}))?.lessons.size).toBe(1);
    consented.consent = 'to contacts and calendars';
    expect((await memory.recall({}))?.lessons.size).toBe(0);
  });

  it('waits for no store that does not answer, and learns without it', async () => {
    const stuck = { get: () => never, put: () => never, remove: () => never };
    const memory = createTokenMemory(createFake(stuck), 1);
    memory.learn({}, 'a', false);
    expect(await memory.recall({})).toBeUndefined();
  });

  it('says nothing where no token fits', async () => {
    const { records } = createSqliteState();
    const describeToken = async () => Promise.reject(new Error('no token fits'));
    const memory = createTokenMemory({ state: { records }, describeToken });
    memory.learn({}, 'a', false);
    expect(await memory.recall({})).toBeUndefined();
  });

  it('has what was taught before it was asked, however long it took to say of which token', async () => {
    const { records } = createSqliteState();
    const fake = createFake(records);
    let isFirst = true;
    const memory = createTokenMemory({
      ...fake,
      async describeToken(need) {
        const isLate = isFirst;
        isFirst = false;
        if (isLate) await new Promise(setImmediate);
        return await fake.describeToken(need);
      },
    });
    memory.learn({}, 'a', false);
    expect((await memory.recall({}))?.lessons.size).toBe(1);
  });

  it('is bounded: of many tokens it holds those used last, and the store the others', async () => {
    const { records } = createSqliteState();
    const store = { isDown: false };
    const get = async (key: string) => (store.isDown ? Promise.reject(new Error('down')) : records.get(key));
    const memory = createTokenMemory(createFake({ ...records, get }));
    const count = async (locationId: string) => (await memory.recall({ locationId }))?.lessons.size;
    for (let location = 0; location < 150; location += 1) memory.learn({ locationId: `${location}` }, 'a', false);
    expect([await count('0'), await count('149')]).toEqual([1, 1]);
    store.isDown = true;
    expect([await count('5'), await count('149')]).toEqual([0, 1]);
  });
});
