import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allocate,
  extractIncludedTax,
  multiplyToMinor,
  percentOf,
  toMajor,
  toMinor,
} from '../../../src/sandbox/domains/payments/money.ts';

const cents = fc.integer({ min: 0, max: 1_000_000_000 });

describe('money', () => {
  it('reads decimals as people write them', () => {
    expect(toMinor(1.005, 'USD')).toBe(101);
    expect(multiplyToMinor(1.005, 100, 'USD')).toBe(10_050);
    expect(multiplyToMinor(0.1, 3, 'USD')).toBe(30);
    expect(toMinor(1234.5, 'JPY')).toBe(1235);
    expect(toMinor(1.2345, 'KWD')).toBe(1235);
    expect(() => toMinor(1, 'dollars')).toThrow('ISO4217');
  });

  it('goes to the major unit and back without loss', () => {
    fc.assert(fc.property(cents, (minor) => toMinor(toMajor(minor, 'USD'), 'USD') === minor));
  });

  it('multiplies by whole quantities exactly', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 1000 }), (minor, qty) => {
        expect(multiplyToMinor(toMajor(minor, 'USD'), qty, 'USD')).toBe(minor * qty);
      }),
    );
  });

  it('rounds a percentage to the nearest cent', () => {
    const tenths = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(cents, tenths, (minor, rate) => {
        const exact = BigInt(minor) * BigInt(rate);
        const rounded = BigInt(percentOf(minor, rate / 10)) * 1000n;
        expect(rounded - exact <= 500n && exact - rounded < 500n).toBe(true);
      }),
    );
  });

  it('takes out of a gross amount the tax that the net amount would bear', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 300 }), (gross, rate) => {
        const tax = extractIncludedTax(gross, rate / 10);
        expect(tax).toBeGreaterThanOrEqual(0);
        expect(Math.abs(percentOf(gross - tax, rate / 10) - tax)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('splits an amount without losing or inventing a cent', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 20 }), (minor, weights) => {
        const parts = allocate(minor, weights);
        const total = parts.reduce((sum, part) => sum + part, 0);
        expect(total).toBe(weights.some((weight) => weight > 0) ? minor : 0);
        expect(parts.every((part) => part >= 0)).toBe(true);
        expect(parts.every((part, index) => weights[index] !== 0 || part === 0)).toBe(true);
      }),
    );
  });
});
