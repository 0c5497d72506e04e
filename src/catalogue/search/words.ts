/** Splits what somebody wrote into plain words. */

/** What a word of a text stands for where it is no word: what it is matters to search, its value does not. */
const values: readonly (readonly [RegExp, string])[] = [
  [/(\b[Ee]-?mails?\b\s+(?:address\s+)?)?\S+@\S+\.\w+/g, ' email '],
  [/\b(?:https?:\/\/|www\.)\S+/g, ' url '],
  [/\+\d[\d\s().-]{6,}\d/g, ' phone number '],
  [/[$€£]\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:[$€£]|usd|eur|dollars?|euros?|bucks)/gi, ' amount '],
];

/** An id such as `ct_8a1` or `6Hx20q`: letters and digits mixed, and no word people know. */
const idLike = /^(?:[a-z]{1,5}_[a-z\d]*\d[a-z\d]*|\d+[a-z]\w*|[a-z]+\d{3,}\w*)$/i;
const wordsWithDigits: ReadonlySet<string> = new Set(['10dlc', 'text2pay', 'a2p', '2fa']);

export interface Word {
  /** In lower case, without accents. */
  readonly text: string;
  /** Written with a capital inside of a sentence: often a name, so nothing to be corrected. */
  readonly isName: boolean;
}

export function splitWords(text: string): Word[] {
  let plain = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss');
  for (const [pattern, meaning] of values) plain = plain.replace(pattern, meaning);
  const words: Word[] = [];
  for (const sentence of plain.split(/[.!?:]+(?:\s|$)/)) {
    const own = sentence
      .replace(/(?<![\p{L}])(?:[ldjnmtsc]|qu|all|dell|nell|un)['’](?=\p{L})/giu, ' ')
      .replace(/['’](?:s|re|ll|ve|d|m)(?!\p{L})/giu, '')
      .replace(/['’]/g, '')
      .split(/[^\p{L}\p{N}_]+/u)
      .flatMap((part) => (idLike.test(part) && !wordsWithDigits.has(part.toLowerCase()) ? [] : part.split('_')))
      .filter((part) => part !== '' && !/^\d+$/.test(part));
    words.push(
      ...own.map((part, place) => ({ text: part.toLowerCase(), isName: place > 0 && /^\p{Lu}\p{Ll}/u.test(part) })),
    );
  }
  return words;
}
