/**
 * An enumeration too long to be part of every tool list: agents see a text with two examples, and a wrong value is
 * still refused.
 */
import { z } from 'zod';

const TWO_LETTERS = '^[A-Z]{2}$';

/** A text that is one of the values. Its refusal names those that start like what was given, or all. */
export function oneOfMany(values: readonly string[]): z.ZodType {
  const known = new Set(values);
  const isCode = values.every((value) => new RegExp(TWO_LETTERS).test(value));
  return z
    .string()
    .check(({ value, issues }) => {
      if (known.has(value)) return;
      const like = values.filter((each) => each[0]?.toLowerCase() === value[0]?.toLowerCase());
      const message = `expected one of ${(like.length > 0 ? like : values).join(', ')}`;
      issues.push({ code: 'custom', message, input: value });
    })
    .meta({ examples: values.slice(0, 2), ...(isCode ? { pattern: TWO_LETTERS } : {}) });
}
