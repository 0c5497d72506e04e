/** Secrets and people in some bytes, as they are and in base64. */
import { type LeakClass, type LeakKind, leakKinds } from './kinds.ts';

export interface Leak {
  readonly class: LeakClass;
  readonly kind: string;
  readonly offset: number;
  /** What stands around it. The value itself, and all else of that sort, is masked. */
  readonly excerpt: string;
}

const AROUND = 40;
/** Masked before it is cut to what is shown, or half a value would be shown at an end. */
const CONTEXT = 2_000;
/** Long enough for the shortest that is looked for, and no longer than an expression can take in at once. */
const base64Runs = /[A-Za-z0-9+/_-]{16,8192}/g;
/** Of parts of a longer run, so that no value lies between two: a longer value is still found by its beginning. */
const OVERLAP = 400;

export interface LeakFinderOptions {
  /** Those that have no shape to be known by. */
  readonly secrets?: readonly string[];
  /** Values that are nobody's. */
  readonly allowed?: readonly RegExp[];
}

export function createLeakFinder({
  secrets = [],
  allowed = [],
}: LeakFinderOptions = {}): (bytes: Uint8Array) => Leak[] {
  const known = secrets.flatMap(spell).map((text) => text.replace(/[^\w]/g, '\\$&'));
  const named: LeakKind = { name: 'known secret', class: 'secret', pattern: new RegExp(known.join('|'), 'g') };
  const kinds = known.length === 0 ? leakKinds : [...leakKinds, named];

  return (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    return [...search(text), ...searchInside(text)];
  };

  function search(text: string): Leak[] {
    return kinds.flatMap(({ name, class: leakClass, pattern }) =>
      [...text.matchAll(pattern)]
        .filter(({ 0: value }) => !allowed.some((one) => one.test(value)))
        .map(({ index, 0: value }) => ({
          class: leakClass,
          kind: name,
          offset: index,
          excerpt: buildExcerpt(text, index, value.length),
        })),
    );
  }

  /** What is written in base64. Where it begins is not known, so each of the four ways to read it is tried. */
  function searchInside(text: string): Leak[] {
    const runs = [...listBase64Runs(text)];
    return [0, 1, 2, 3].flatMap((shift) => {
      const decoded = runs.map(({ index, run }) => ({ index, text: decode(run, shift) }));
      // All in one, which is seldom found in: one by one would take ten times as long.
      if (search(decoded.map(({ text }) => text).join('\n')).length === 0) return [];
      return decoded.flatMap(({ index, text }) =>
        search(text).map((leak) => ({ ...leak, kind: `${leak.kind}, in base64`, offset: index })),
      );
    });
  }

  function buildExcerpt(text: string, index: number, length: number): string {
    const before = mask(text.slice(Math.max(0, index - CONTEXT), index));
    const after = mask(text.slice(index + length, index + length + CONTEXT));
    // The first part of an address stands before what is matched.
    const start = before.replace(/[\w.+-]+$/, '').slice(-AROUND);
    return JSON.stringify(`${start}<${length} characters>${after.slice(0, AROUND)}`);
  }

  function mask(text: string): string {
    const masked = kinds.reduce((rest, { pattern }) => rest.replace(pattern, '<masked>'), text);
    return masked.replace(/[\w.+-]+(?=<masked>)/g, '');
  }
}

function decode(run: string, shift: number): string {
  return Buffer.from(run.slice(shift), 'base64').toString('latin1');
}

function* listBase64Runs(text: string): Generator<{ readonly index: number; readonly run: string }> {
  const runs = new RegExp(base64Runs);
  for (let found = runs.exec(text); found !== null; found = runs.exec(text)) {
    const [run] = found;
    yield { index: found.index, run };
    if (run.length > OVERLAP && /[\w+/-]/.test(text[runs.lastIndex] ?? '')) runs.lastIndex -= OVERLAP;
  }
}

/** As it is, and as it stands in a URL and in JSON. */
function spell(secret: string): string[] {
  return [...new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])];
}
