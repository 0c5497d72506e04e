/** What HighLevel does not offer: found by the words of whoever looked for it, and said in ours. */
import { gaps } from '../../tools/gaps.ts';
import type { Gap } from './gap.ts';

const MIN_SHARED_WORDS = 2;

/** The gap that shares most words with the text, if it shares enough of them. */
export function findGap(text: string): Gap | undefined {
  const wanted = new Set(listWords(text));
  let best: Gap | undefined;
  let bestShared = MIN_SHARED_WORDS - 1;
  for (const gap of gaps) {
    const shared = new Set(gap.words.flatMap(listWords).filter((word) => wanted.has(word))).size;
    if (shared > bestShared) {
      best = gap;
      bestShared = shared;
    }
  }
  return best;
}

/** What to tell whoever ran into it. */
export function formatGap({ want, instead }: Gap): string {
  return `HighLevel has nothing to ${want}. ${instead}`;
}

/** Lower-case words without the plural's s, so that `workflows_step_create` meets "workflow" and "steps". */
function listWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 ? word.replace(/s$/, '') : word));
}
