/** Whether one call by itself stays below the operator's ceilings. What adds up over calls is counted in `counters.ts`. */
import type { MoneyWeight } from './money.ts';
import type { Ceilings } from './rules.ts';
import { type Amount, type CountedKind, countedKinds, type Weight } from './weigh.ts';

interface CountedCeiling {
  readonly rule: keyof Ceilings;
  readonly of: string;
  readonly per: string;
}

/** How each counted kind is named, in rules and in words. */
export const countedCeilings = {
  messages: { rule: 'messagesPerHour', of: 'messages to people', per: 'an hour' },
  deletes: { rule: 'deletesPerDay', of: 'deletions', per: 'a day' },
} as const satisfies Readonly<Record<CountedKind, CountedCeiling>>;

/** Why a call is refused whatever went before it, the rule included; undefined where it is not. */
export function refuseByCeilings(ceilings: Ceilings, { money, ...weight }: Weight): string | undefined {
  for (const kind of countedKinds) {
    const { rule } = countedCeilings[kind];
    const reason = refuseCount(kind, weight[kind], ceilings[rule]);
    if (reason !== undefined) return reason;
  }
  if (money === undefined) return undefined;
  return money.of === 'invoice'
    ? refuseAmount(money, ceilings.amountPerInvoice, 'amountPerInvoice')
    : refuseAmount(money, ceilings.amountPerCharge, 'amountPerCharge');
}

function refuseCount(kind: CountedKind, amount: Amount, ceiling: number | undefined): string | undefined {
  const { rule, of, per } = countedCeilings[kind];
  if (ceiling === undefined || amount === 0) return undefined;
  const named = `(rule ceilings.${rule}: ${ceiling})`;
  if (amount === 'untold') return `its arguments do not tell how many ${of} it makes ${named}`;
  return amount > ceiling
    ? `it makes ${amount} ${of} at once, and ${ceiling} ${per} are permitted ${named}`
    : undefined;
}

function refuseAmount(
  { of, amount, currencies }: MoneyWeight,
  table: Readonly<Record<string, number>> | undefined,
  rule: keyof Ceilings,
): string | undefined {
  if (table === undefined) return undefined;
  const named = `(rule ceilings.${rule})`;
  if (amount === undefined) return `its arguments do not tell the amount of the ${of} ${named}`;
  if (currencies?.length === 0) return `it names no currency, and the ${of} is bounded by currency ${named}`;
  // The currency of a record elsewhere could be any of them, so the strictest holds.
  const codes = currencies ?? Object.keys(table);
  if (codes.length === 0) return `no ${of} of any currency is permitted ${named}`;
  for (const code of codes) {
    const most = Object.hasOwn(table, code) ? table[code] : undefined;
    if (most === undefined) return `no ${of} in ${code.slice(0, 10)} is permitted ${named}`;
    if (amount > most) {
      return `it is a${of === 'invoice' ? 'n invoice' : ' charge'} of ${amount}, above ${most} ${code} (rule ceilings.${rule})`;
    }
  }
  return undefined;
}
