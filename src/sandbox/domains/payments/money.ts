/**
 * Exact arithmetic of money. HighLevel shows amounts as numbers of the major unit (`9.99`); sums are kept in the
 * minor unit (cents) as integers, so that no float drift reaches a total.
 */
import { unprocessable } from '../../errors.ts';

/** Decimal places that a factor (quantity, rate) or an amount is read with. */
const factorDigits = 8;
const factorScale = 10n ** BigInt(factorDigits);

/** A formatter is dear to make; there are some 17,000 codes of three letters at most. */
const minorDigits = new Map<string, number>();

/** Decimal places of a currency: 2 for USD, 0 for JPY. Throws a 422 for what is not an ISO 4217 code. */
export function getMinorDigits(currency: string): number {
  if (!/^[A-Za-z]{3}$/.test(currency)) throw unprocessable(['currency must be a valid ISO4217 currency code']);
  const code = currency.toUpperCase();
  const known = minorDigits.get(code);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency: code });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  minorDigits.set(code, digits);
  return digits;
}

/** The number as the decimal that people read, times ten to the `factorDigits`. */
function scale(value: number): bigint {
  return BigInt(value.toFixed(factorDigits).replace('.', ''));
}

/** Half away from zero. */
function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n;
  return (dividend < 0n ? dividend - half : dividend + half) / divisor;
}

/** An amount of the major unit in minor units, rounded: `toMinor(9.99, 'USD')` is 999. */
export function toMinor(amount: number, currency: string): number {
  return multiplyToMinor(amount, 1, currency);
}

/** `amount × factor` in minor units, rounded once, exactly: 1.005 USD × 100 is 10050. */
export function multiplyToMinor(amount: number, factor: number, currency: string): number {
  const unit = 10n ** BigInt(getMinorDigits(currency));
  return Number(divideRounded(scale(amount) * scale(factor) * unit, factorScale * factorScale));
}

/** Minor units back to the number that HighLevel shows: `toMajor(999, 'USD')` is 9.99. */
export function toMajor(minor: number, currency: string): number {
  return minor / 10 ** getMinorDigits(currency);
}

/** `percent` of an amount of minor units, rounded. */
export function percentOf(minor: number, percent: number): number {
  return Number(divideRounded(BigInt(minor) * scale(percent), 100n * factorScale));
}

/** What of a gross amount is tax, when the amount already includes `percent` of tax. */
export function extractIncludedTax(grossMinor: number, percent: number): number {
  const rate = scale(percent);
  const whole = 100n * factorScale + rate;
  return whole === 0n ? 0 : Number(divideRounded(BigInt(grossMinor) * rate, whole));
}

/** Splits an amount over weights so that the parts add up to it exactly; the last unit goes where the weight is. */
export function allocate(minor: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  let weightSoFar = 0n;
  let given = 0;
  return weights.map((weight) => {
    weightSoFar += BigInt(weight);
    const upTo = Number(divideRounded(BigInt(minor) * weightSoFar, sum));
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
