/** Says in English what an everyday word of another language means. */
import { languages } from './languages.ts';
import { foreignStopWords } from './stop-words.ts';

/** Shorter ends of a compound are endings, not words. */
const MIN_PART_LENGTH = 4;

/** Letters that join the parts of a compound: Rechnung-s-vorlage. */
const MAX_JOINT = 2;

const whole = new Map<string, readonly string[]>();
const beginnings = new Map<string, readonly string[]>();
for (const [english, list] of Object.entries(languages)) {
  for (const entry of list.split(/\s+/)) {
    const [map, key] = entry.endsWith('*') ? [beginnings, entry.slice(0, -1)] : [whole, entry];
    map.set(key, [...new Set([...(map.get(key) ?? []), english])]);
  }
}

/** Whether another language has the word; English may have it too. */
export const isForeignWord = (word: string): boolean => foreignStopWords.has(word) || translate(word).length > 0;

/** For each part of the word the English words it may mean; none where the word is not in the list. */
export function translate(word: string): readonly (readonly string[])[] {
  const meant = whole.get(word);
  if (meant !== undefined) return [meant];
  for (let length = word.length; length > 2; length -= 1) {
    const start = beginnings.get(word.slice(0, length));
    if (start !== undefined) return [start, ...translateEnd(word.slice(length))];
  }
  return [];
}

function translateEnd(end: string): readonly (readonly string[])[] {
  for (let joint = 0; joint <= MAX_JOINT; joint += 1) {
    const part = end.slice(joint);
    const meant = part.length < MIN_PART_LENGTH ? [] : translate(part);
    if (meant.length > 0) return meant;
  }
  return [];
}
