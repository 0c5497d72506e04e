/** The location that sample arguments name, and a token that opens it among others: so no name has to be looked up. */
import { createPrivateIntegrationTokens } from '../../src/highlevel/auth/private-integration.ts';
import type { TokenSource } from '../../src/highlevel/auth/token-source.ts';

export const SAMPLE_LOCATION = 'sampleLocation000001';

/** Arguments and fields that name a location, whatever their place. */
const names: ReadonlySet<string> = new Set([
  'locationId',
  'location_id',
  'locationIds',
  'providerLocationId',
  'altId',
  'share_location_id',
  'locations',
]);

export function namesLocation(name: string): boolean {
  return names.has(name);
}

/** A sample with ids of the location in the place of its texts. */
export function placeInLocation(sample: unknown): unknown {
  if (Array.isArray(sample)) return [...new Set(sample.map(placeInLocation))];
  return typeof sample === 'string' ? SAMPLE_LOCATION : sample;
}

/** A token without a pin that knows several locations, as an agency's does without asking HighLevel. */
export function createSampleTokens(token: string): TokenSource {
  const locations = [SAMPLE_LOCATION, 'sampleLocation000002'].map((id) => ({ id, name: '' }));
  return { ...createPrivateIntegrationTokens([{ token }]), listLocations: async () => locations };
}
