/** What the lines of a document add up to. */
import { allocate, extractIncludedTax, multiplyToMinor, percentOf, toMajor, toMinor } from '../payments/money.ts';
import type { Discount, LineItem } from './records.ts';

export interface Totals {
  readonly total: number;
  /** `subTotal − discount + tax` is the total, to the cent. */
  readonly totalSummary: { readonly subTotal: number; readonly discount: number; readonly tax: number };
}

/** The discount in minor units: never more than the items it is valid on come to. */
function computeDiscount(discount: Discount, eligible: number, currency: string): number {
  const value = discount.value ?? 0;
  const wanted = discount.type === 'percentage' ? percentOf(eligible, value) : toMinor(value, currency);
  return Math.min(wanted, eligible);
}

/** The tax of one line after its discount. An included tax is taken out of the amount, another goes on top. */
function computeTax(item: LineItem, net: number): { readonly tax: number; readonly isIncluded: boolean } {
  if (item.taxInclusive) {
    const rate = item.taxes.reduce((sum, tax) => sum + tax.rate, 0);
    return { tax: extractIncludedTax(net, rate), isIncluded: true };
  }
  return { tax: item.taxes.reduce((sum, tax) => sum + percentOf(net, tax.rate), 0), isIncluded: false };
}

/**
 * Adds up lines, discount and taxes. The discount comes off first, spread over the lines it is valid on, and tax is
 * counted on what remains; every amount is rounded to the minor unit once.
 */
export function computeTotals(items: readonly LineItem[], discount: Discount, currency: string): Totals {
  const lines = items.map((item) => multiplyToMinor(item.amount, item.qty, currency));
  const validOn = discount.validOnProductIds ?? [];
  const weights = items.map((item, index) => {
    const isEligible = validOn.length === 0 || (item.productId !== undefined && validOn.includes(item.productId));
    return isEligible ? (lines[index] ?? 0) : 0;
  });
  const eligible = weights.reduce((sum, weight) => sum + weight, 0);
  const discounts = allocate(computeDiscount(discount, eligible, currency), weights);
  let subTotal = 0;
  let off = 0;
  let tax = 0;
  for (const [index, item] of items.entries()) {
    const gross = lines[index] ?? 0;
    const share = discounts[index] ?? 0;
    const line = computeTax(item, gross - share);
    subTotal += line.isIncluded ? gross - line.tax : gross;
    off += share;
    tax += line.tax;
  }
  return {
    total: toMajor(subTotal - off + tax, currency),
    totalSummary: {
      subTotal: toMajor(subTotal, currency),
      discount: toMajor(off, currency),
      tax: toMajor(tax, currency),
    },
  };
}
