/** A write whose answer can be lost, and what it leaves behind. */
import type { OperationKey } from '../../../src/catalogue/operation.ts';
import type { Account, Arguments, Item } from './account.ts';

export interface LookCase {
  readonly key: OperationKey;
  /** The sandbox's collection in which the write leaves its record. */
  readonly kept: string;
  /** Without what the location and the company are. */
  setUp(account: Account): Arguments | Promise<Arguments>;
  /** What the record is called where the look finds it; default its id. */
  readonly idOf?: (record: Item) => string;
  /** HighLevel refuses a second one of the same content. */
  readonly refusesTwins?: true;
  /** The answer does not name the record as the look does, so a twin of the same two seconds could not be told apart. */
  readonly answersWithoutId?: true;
  /** Its absence does not show that it did not take place, although a look is complete. */
  readonly staysUnknown?: true;
  /** HighLevel does not say when such records came to be: an agent hears which could be it. */
  readonly namesCandidates?: true;
}
