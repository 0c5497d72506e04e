/** Which fields hold money: a number that means nothing without its currency. */

const money = /(?:amount|total|price|balance|revenue|fee|paid|due|subtotal)s?$/i;

/** By the last part of a dot path, or a field's name. */
export function isMoney(path: string): boolean {
  return money.test(path);
}
