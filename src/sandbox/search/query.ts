/** The full-text query of lists and searches. */

/**
 * Builds a test for the query: each of its words occurs, without regard to case, in one of the texts.
 * Words of digits also match phone numbers however either side is punctuated.
 */
export function buildTextQuery(query: string): (texts: readonly (string | undefined)[]) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (texts) => {
    const known = texts.filter((text) => text !== undefined && text !== '').map((text) => String(text).toLowerCase());
    return words.every((word) => known.some((text) => text.includes(word) || hasDigits(text, word)));
  };
}

const phoneLike = /^[\d\s()+.-]+$/;

function hasDigits(text: string, word: string): boolean {
  if (!phoneLike.test(word) || !phoneLike.test(text)) return false;
  const digits = word.replaceAll(/\D/g, '');
  return digits.length >= 3 && text.replaceAll(/\D/g, '').includes(digits);
}
