/** Telling ids of locations from their names, by shape alone. */

import { ConfigurationError } from './errors/index.ts';

/** What HighLevel gives out: 20 letters and digits, or 24 hexadecimal ones in older records. */
const usualShape = /^([A-Za-z0-9]{20}|[0-9a-f]{24})$/;
const possibleShape = /^[\w-]{1,64}$/;

/** Whether it is an id by all appearance: hardly any name is of just this length without a space. */
export function looksLikeLocationId(text: string): boolean {
  return usualShape.test(text);
}

/** Whether it may be an id, of whatever age. Most names have a space, and so cannot. */
export function canBeLocationId(text: string): boolean {
  return possibleShape.test(text);
}

/** What an operator reads who pinned a name. */
export const pinNeedsId =
  'is no id. A pin is exact, so it takes no name. The id stands in the address of the sub-account: /v2/location/<id>/…';

/**
 * Refuses as a pin what is a name by its shape. The message does not repeat it: it may be a token in the wrong place.
 *
 * @throws ConfigurationError
 */
export function assertLocationId(pin: string | undefined, setting: string): void {
  if (pin === undefined || canBeLocationId(pin)) return;
  throw new ConfigurationError(`${setting} ${pinNeedsId}`, 'The operator sets it to the id.');
}
