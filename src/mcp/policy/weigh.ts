/** What a call has at stake, as far as an operator can put a ceiling on it: by what its guide says of its arguments. */
import { isDeletion } from '../../catalogue/deletion.ts';
import type { Guide } from '../../catalogue/guide.ts';
import type { Operation } from '../../catalogue/operation.ts';
import type { Count, CountOf, Exceptions, Money, Stakes } from '../../catalogue/stakes.ts';
import type { Arguments } from '../pipeline/context.ts';
import { readMoments } from './moments.ts';
import { type MoneyWeight, weighMoney } from './money.ts';
import { listValues } from './values.ts';

/** What is counted over time. */
export const countedKinds = ['messages', 'deletes'] as const;

export type CountedKind = (typeof countedKinds)[number];

/** How many; `untold` where the arguments do not say. */
export type Amount = number | 'untold';

export interface Weight extends Readonly<Record<CountedKind, Amount>> {
  readonly money: MoneyWeight | undefined;
  /** When people are reached, where the call names a time; invalid where it cannot be read. */
  readonly moments: readonly Date[];
}

type Judgement = Stakes & Pick<Guide, 'name' | 'risk'>;

/** Arguments as parsed: a list that arrived as text has become one. */
export function weighCall(operation: Pick<Operation, 'method'>, guide: Judgement, args: Arguments): Weight {
  const { messages = 'none', deletes = isDeletion(operation, guide) ? 'one' : 'none', money, moments = [] } = guide;
  return {
    messages: count(messages, args),
    deletes: count(deletes, args),
    money: money === undefined || movesNone(money, args) ? undefined : weighMoney(money, args),
    moments: readMoments(moments, args),
  };
}

function count(judged: Count | 'none', args: Arguments): Amount {
  if (judged === 'none') return 0;
  if (judged === 'one') return 1;
  const { each = [], untold = [], unless }: CountOf = judged;
  if (isExcepted(unless, args)) return 0;
  if (untold.some((path) => listValues(args, path).some((value) => value !== false))) return 'untold';
  return Math.max(1, each.flatMap((path) => listValues(args, path)).length);
}

function movesNone(money: Money, args: Arguments): boolean {
  return money.of === 'charge' && isExcepted(money.unless, args);
}

function isExcepted(unless: Exceptions = {}, args: Arguments): boolean {
  return Object.entries(unless).some(([path, excepted]) => {
    const [value = null] = listValues(args, path);
    return excepted.some((one) => one === value);
  });
}
