/** Found differences against the list of those that are to stay. */
import { type ListedDifference, sdkDifferences } from '../sdk-differences.ts';
import type { SdkDifference } from './run.ts';

export interface JudgedDifferences {
  readonly listed: number;
  /** Ours to mend. */
  readonly unlisted: readonly SdkDifference[];
  /** Listed, though nothing differs there any more. */
  readonly stale: readonly SdkDifference[];
}

export function judgeDifferences(
  found: readonly SdkDifference[],
  list: readonly ListedDifference[] = sdkDifferences,
): JudgedDifferences {
  const listed = list.flatMap(({ parts }) =>
    Object.entries(parts).flatMap(([method, own]) => own.map((part): SdkDifference => ({ method, part }))),
  );
  const has = (all: readonly SdkDifference[], { method, part }: SdkDifference): boolean =>
    all.some((each) => each.method === method && each.part === part);
  const unlisted = found.filter((difference) => !has(listed, difference));
  return {
    listed: found.length - unlisted.length,
    unlisted,
    stale: listed.filter((difference) => !has(found, difference)),
  };
}
