/** What agents and outsiders wrote, as it may stand in a question to a person. */
import { sanitiseText } from '../results/sanitise.ts';

const MAX_TEXT = 300;
const MAX_VALUE = 120;

/** Any value on one line, text between quotes that it cannot close, cut. Lists begin with their length. */
export function quote(value: unknown, isText: boolean): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const most = isText ? MAX_TEXT : MAX_VALUE;
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  const points = [...sanitiseText(text).replace(/\s+/gu, ' ')];
  const rest = points.length - most;
  const cut = points.slice(0, most).join('');
  const shown = typeof value === 'string' ? JSON.stringify(cut) : cut;
  const count = Array.isArray(value) ? `${value.length} × ` : '';
  return rest > 0 ? `${count}${shown} … and ${rest} more characters` : `${count}${shown}`;
}

/** Ids are plain; what is none is quoted. */
export function quoteId(id: string): string {
  return /^[\w-]{1,64}$/.test(id) ? id : quote(id, false);
}
