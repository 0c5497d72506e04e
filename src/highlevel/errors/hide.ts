/** Texts that end up in transcripts, terminals and reports of faults: they name no person, and no token. */

const kinds: readonly [RegExp, string][] = [
  [/[\p{L}\p{N}._%+-]{1,64}(?:@|%40)[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu, '[e-mail address]'],
  [/(?:\+|%2[Bb])[1-9](?:[ ().-]{0,2}\d){7,14}/g, '[phone number]'],
  [/(?<![\w.-])(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\w-])/g, '[phone number]'],
  [/(?<![A-Za-z0-9])pit-[\w-]{3,}|eyJ[\w-]{8,}(?:\.[\w-]*)+/g, '[token]'],
];

/** More than a message says. What somebody else wrote can be of any length, and made to keep these patterns busy. */
const MAX_LENGTH = 4_000;

/** The text up to that length, with a word in place of each e-mail address, telephone number and token. */
export function hidePersonal(text: string): string {
  return kinds.reduce((shown, [pattern, word]) => shown.replace(pattern, word), text.slice(0, MAX_LENGTH));
}
