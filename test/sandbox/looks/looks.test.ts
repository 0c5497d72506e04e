/** Every look against the record that it is for, a twin from before, and no record at all. */
import { describe, expect, it } from 'vitest';
import type { OperationKey } from '../../../src/catalogue/operation.ts';
import type { CallResult } from '../../../src/highlevel/client.ts';
import { HighLevelError } from '../../../src/highlevel/errors/index.ts';
import { getAt } from '../../../src/highlevel/idempotency/compare.ts';
import { isJudged, loadAllEntries } from '../../catalogue/resources.ts';
import { type Account, hourMs, type Item, load, openAccount } from './account.ts';
import { assetCases } from './asset-cases.ts';
import type { LookCase } from './case.ts';
import { crmCases } from './crm-cases.ts';
import { tradeCases } from './trade-cases.ts';
import { unproven } from './unproven.ts';

const cases: readonly LookCase[] = [...crmCases, ...tradeCases, ...assetCases];

interface Lost {
  readonly account: Account;
  readonly result: CallResult | undefined;
  readonly error: HighLevelError | undefined;
  /** By the sandbox's books. */
  readonly processed: number;
  /** What stands in the collection since the call, and what stood there since the set-up. */
  readonly made: readonly string[];
  readonly twins: readonly string[];
}

/** Loses one call on its way, or its answer on the way back, where two of the same content have gone before. */
async function lose(fault: 'drop-after' | 'drop-before', look: LookCase): Promise<Lost> {
  const { key, kept, idOf = ({ id }: Item) => id, refusesTwins, answersWithoutId } = look;
  const account = await openAccount();
  const args = await look.setUp(account);
  const list = (): string[] => account.sandbox.world.collection(kept).all().map(idOf);
  const atFirst = list();
  if (!refusesTwins) await account.call(key, args);
  if (answersWithoutId) await account.execute(key, args, 'earlier');
  account.passMs(hourMs);
  if (!refusesTwins && !answersWithoutId) await account.execute(key, args, 'earlier');
  const before = list();
  const processed = account.countProcessed(key);
  const { operation } = await load(key);
  const path = new RegExp(`^${operation.path.replace(/\{[^}]+\}/g, '[^/?]+')}(\\?|$)`);
  account.sandbox.faults.next(fault, { method: operation.method, path });
  const [result, error] = await account.execute(key, args, 'lost').then(
    (answer) => [answer, undefined] as const,
    (cause: unknown) => {
      if (cause instanceof HighLevelError) return [undefined, cause] as const;
      throw cause;
    },
  );
  return {
    account,
    result,
    error,
    processed: account.countProcessed(key) - processed,
    made: list().filter((id) => !before.includes(id)),
    twins: before.filter((id) => !atFirst.includes(id)),
  };
}

async function listIdFields(key: OperationKey): Promise<string[]> {
  const { guide } = await load(key);
  return (guide.findOut?.looks ?? []).map(({ id = 'id' }) => id);
}

describe('a write whose answer was lost', () => {
  it.each(cases.filter(({ namesCandidates }) => !namesCandidates))('is found: $key', async (look) => {
    const { result, error, processed, made, twins } = await lose('drop-after', look);
    expect(error?.toAgent()).toBeUndefined();
    expect(result?.replay).toMatchObject({ isOwn: true, isFound: true });
    const ids = (await listIdFields(look.key)).map((field) => getAt(result?.data, field));
    expect(made).toHaveLength(1);
    expect(ids).toContain(made[0]);
    expect(twins).toHaveLength(look.refusesTwins ? 0 : 2);
    expect(processed).toBe(1);
  });

  it.each(cases.filter(({ namesCandidates }) => namesCandidates))('is a candidate: $key', async (look) => {
    const { result, error, processed, made, twins } = await lose('drop-after', look);
    expect(result).toBeUndefined();
    expect(made).toHaveLength(1);
    expect(error).toMatchObject({ kind: 'outcome_unknown', candidates: expect.arrayContaining([...made]) });
    // The one of its own earlier call is known to be another.
    const [, ownTwin = 'none'] = look.answersWithoutId ? [] : twins;
    expect(error).not.toMatchObject({ candidates: expect.arrayContaining([ownTwin]) });
    expect(processed).toBe(1);
  });
});

describe('a write that was lost on its way', () => {
  it.each(cases)('is not taken for done: $key', async (look) => {
    const { guide } = await load(look.key);
    const { result, error, processed, made } = await lose('drop-before', look);
    const maySend = guide.risk !== 'high-impact' && guide.findOut?.looks.some(({ complete }) => complete) === true;
    const isSent = result !== undefined;
    expect(made).toHaveLength(isSent ? 1 : 0);
    expect(processed).toBe(isSent ? 1 : 0);
    expect(result?.replay?.isFound ?? false).toBe(false);
    if (error !== undefined) expect(error.toAgent()).toMatchObject({ kind: 'outcome_unknown' });
    // A stranger's record without a time keeps it from being sent; one that bears a time does not.
    const isClear = !look.staysUnknown && (!look.namesCandidates || look.refusesTwins === true);
    expect(isSent).toBe(maySend && isClear);
  });
});

it.each(cases.filter(({ refusesTwins }) => refusesTwins))('has no twins: $key', async ({ key, kept, setUp }) => {
  const account = await openAccount();
  const args = await setUp(account);
  await account.call(key, args);
  const before = account.list(kept).length;
  await expect(account.execute(key, args, 'again')).rejects.toThrow(HighLevelError);
  expect(account.list(kept)).toHaveLength(before);
});

it('looks that no case proves are listed, with the reason', async () => {
  const judged = (await loadAllEntries()).filter(isJudged);
  const looking = judged.filter(({ guide }) => guide.findOut !== undefined && guide.findOut.looks.length > 0);
  const proven = cases.map(({ key }) => key);
  expect(new Set(proven).size).toBe(proven.length);
  const left = looking.map(({ key }) => key).filter((key) => !proven.includes(key));
  expect(left.sort()).toEqual(Object.keys(unproven).sort());
});
