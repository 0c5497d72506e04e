/** The money that a call names. */
import { quoteId } from './quote.ts';

const amounts = /^(amount|amountDue|price|total)$/;

export interface Amount {
  readonly name: string;
  readonly value: number;
  /** As it stands nearest. */
  readonly currency: string | undefined;
}

/** Money at any depth of a call's arguments. */
export function listAmounts(value: unknown, currency?: unknown): Amount[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'currency' in value ? value.currency : currency;
  return Object.entries(value).flatMap(([name, item]) => {
    if (!amounts.test(name) || typeof item !== 'number') return listAmounts(item, own);
    return { name, value: item, currency: typeof own === 'string' ? own : undefined };
  });
}

/** The same of many calls, added up by name and currency. Prices are left out: they count by quantities. */
export function sumAmounts(calls: readonly unknown[]): Amount[] {
  const sums = new Map<string, Amount>();
  for (const { name, value, currency } of calls.flatMap((args) => listAmounts(args))) {
    if (name === 'price') continue;
    const key = JSON.stringify([name, currency]);
    sums.set(key, { name, value: (sums.get(key)?.value ?? 0) + value, currency });
  }
  return [...sums.values()];
}

/** A line of it. */
export function formatAmount({ name, value, currency }: Amount): string {
  return `Money: ${name} ${value}${currency === undefined ? '' : ` ${quoteId(currency)}`}`;
}
