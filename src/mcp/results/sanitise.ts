/**
 * Text written by outsiders, made harmless to read: nothing in it is invisible, and nothing turns the order of
 * letters around. Instructions are hidden from people in just these characters.
 */

/** Controls but tab and line feed, line separators, lone surrogates, whatever renders as nothing or turns the order. */
const hidden =
  /(?!\t|\n|\p{Join_Control}|\p{Variation_Selector})[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{DI}\p{Bidi_Control}\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;

/** Joiners belong between two visible characters, one at a time, as in emoji and in Persian. */
const repeatedJoiner = /(?<=\p{Join_Control})\p{Join_Control}+/gu;
const strayJoiner = /(?<!\S)\p{Join_Control}|\p{Join_Control}(?!\S)/gu;

/** One variation selector chooses a form; more spell out something. */
const repeatedVariation = /(?<=\p{Variation_Selector})\p{Variation_Selector}+/gu;

/** Whether a text has to be looked at closely: most have none of this. */
const suspicious = /[^\t\n -~\u00A0-\u00AC\u00AE-\u02FF]/u;

/** The same text without what a person would not see. */
export function sanitiseText(text: string): string {
  if (!suspicious.test(text)) return text;
  return text
    .replaceAll('\r\n', '\n')
    .replace(hidden, '')
    .replace(repeatedVariation, '')
    .replace(repeatedJoiner, '')
    .replace(strayJoiner, '');
}

/** A copy of any JSON value with all its text, and the names of its fields, sanitised. Bytes are left as they are. */
export function sanitise(value: unknown): unknown {
  if (typeof value === 'string') return sanitiseText(value);
  if (Array.isArray(value)) return value.map(sanitise);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [sanitiseText(key), sanitise(item)] as const);
  return Object.fromEntries(entries);
}
