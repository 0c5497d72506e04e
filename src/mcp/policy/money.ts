/** How much money a call asks for or moves, read against whoever would like it to look like less. */
import type { ChargeMoney, Money } from '../../catalogue/stakes.ts';
import type { Arguments } from '../pipeline/context.ts';
import { listValues } from './values.ts';

export interface MoneyWeight {
  readonly of: Money['of'];
  /** In major units, never negative. Undefined: the arguments do not tell. */
  readonly amount: number | undefined;
  /** Upper case. Undefined: that of a record elsewhere. Empty: the arguments should name one and do not. */
  readonly currencies: readonly string[] | undefined;
}

/** What falls away when sums of decimal fractions are compared. */
const PRECISION = 1e6;

/** Arguments as parsed. */
export function weighMoney(money: Money, args: Arguments): MoneyWeight {
  return money.of === 'invoice' ? weighInvoice(money.lines, args) : weighCharge(money, args);
}

/** Lines with their taxes and the extra charges. What would lower the sum (discounts, negative lines) is left out. */
function weighInvoice(field: string, args: Arguments): MoneyWeight {
  const lines = listValues(args, field);
  const net = lines.map((line) => Math.max(0, readNumber(line, 'amount') * readNumber(line, 'qty')));
  const withTaxes = lines.map((line, index) => (net[index] ?? 0) * (1 + readTaxRate(line) / 100));
  const sum = add(withTaxes);
  const extras = listValues(args, 'miscellaneousCharges.charges').map((extra) =>
    Math.max(0, readNumber(extra, 'amount', 0), readNumber(extra, 'charge', 0)),
  );
  const amount = add([sum, ...extras, readSurcharge(args, sum)]);
  const named = [...listValues(args, 'currency'), ...listValues(args, `${field}[].currency`)];
  return { of: 'invoice', amount: settle(amount), currencies: normaliseCurrencies(named) };
}

function weighCharge({ amount, times, currency }: ChargeMoney, args: Arguments): MoneyWeight {
  const once = amount === undefined ? Number.NaN : readNumber(args, amount);
  const count = times === undefined ? 1 : readNumber(args, times);
  return {
    of: 'charge',
    amount: settle(Math.abs(once * count)),
    currencies: currency === undefined ? undefined : [currency],
  };
}

/** A tax that is said to be part of the price adds nothing, and a negative one takes nothing away. */
function readTaxRate(line: unknown): number {
  if (listValues(line, 'taxInclusive').includes(true)) return 0;
  return add(listValues(line, 'taxes').map((tax) => Math.max(0, readNumber(tax, 'rate'))));
}

/** A discount below zero. */
function readSurcharge(args: Arguments, sum: number): number {
  const surcharge = Math.max(0, -readNumber(args, 'discount.value', 0));
  return listValues(args, 'discount.type').includes('percentage') ? (sum * surcharge) / 100 : surcharge;
}

/** NaN for what is no number, or is missing without a fallback. */
function readNumber(value: unknown, path: string, fallback = Number.NaN): number {
  const [found, ...more] = listValues(value, path);
  if (found === undefined) return fallback;
  if (more.length > 0 || typeof found === 'boolean' || found === '') return Number.NaN;
  return Number(found);
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

/** Undefined where the amount cannot be known. Too large to count is known: it is above any ceiling. */
function settle(amount: number): number | undefined {
  if (Number.isNaN(amount)) return undefined;
  return Math.round(amount * PRECISION) / PRECISION;
}

function normaliseCurrencies(named: readonly unknown[]): string[] {
  const codes = named.map((code) => String(code).trim().toUpperCase()).filter((code) => code !== '');
  return [...new Set(codes)];
}
