/** skip and limit as HighLevel's lists take them: numbers, or strings of digits where the documents say string. */
import { unprocessable } from '../../errors.ts';

export interface Window {
  readonly skip: number;
  readonly limit: number;
}

function parseCount(name: string, value: unknown, fallback: number): number {
  if (value === undefined || value === '') return fallback;
  const count = Number(value);
  if (!Number.isInteger(count) || count < 0) throw unprocessable([`${name} must be a number string`]);
  return count;
}

/** Reads skip and limit. Throws 422 for anything that is not a count; limits above `maxLimit` are cut. */
export function parseWindow(
  source: { readonly skip?: unknown; readonly limit?: unknown },
  defaults: { readonly limit: number; readonly maxLimit?: number },
): Window {
  const limit = parseCount('limit', source.limit, defaults.limit);
  return { skip: parseCount('skip', source.skip, 0), limit: Math.min(limit, defaults.maxLimit ?? limit) };
}

export const takeWindow = <T>(items: readonly T[], { skip, limit }: Window): T[] => items.slice(skip, skip + limit);
