/** A sandbox with its advertising, and the SDK's methods for it. */
import { operations } from '../../../tools/ad-manager/operations.gen.ts';
import { type Answer, openChecked } from '../checked.ts';

/** Longer than any publication of these tests takes. */
export const publicationMs = 60_000;

export const nowhere = 'f'.repeat(24);

export async function openAds() {
  const checked = await openChecked(operations);
  const { locationId, sandbox } = checked;
  const ads = checked.service('adManager');
  const neighbour = checked.service('adManager', sandbox.tokens.secondLocation);
  return { ...checked, ads, neighbour, body: { locationId } };
}

export type Ads = Awaited<ReturnType<typeof openAds>>;

export const namesOf = (items: Answer): string[] => items.map(({ name }: Answer) => name);
