/** Looks for the record that a write would have left. Rests on the looks that the operation's guide names. */
import type { FindOut, Look } from '../../catalogue/find-out.ts';
import type { OperationKey } from '../../catalogue/operation.ts';
import { RefusedError } from '../errors/index.ts';
import type { Arguments } from '../request/build.ts';
import { compareRecord, getAt } from './compare.ts';

/** Asks HighLevel, as any read does. */
export type Read = (operation: OperationKey, args: Arguments) => Promise<ReadAnswer>;

export interface ReadAnswer {
  readonly data: unknown;
  /** HighLevel's own clock, epoch milliseconds, to the second. */
  readonly serverTimeMs: number;
}

/**
 * - `found`: this is it
 * - `absent`: it is not there, and it would be seen if it were
 * - `unsure`: it may be there; `candidates` are records that could be it
 */
export type Finding =
  | { readonly kind: 'found'; readonly id: string; readonly record: unknown }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unsure'; readonly candidates: readonly string[] };

export interface LostWrite {
  readonly args: Arguments;
  /** How long ago it was sent. */
  readonly sentAgoMs: number;
  /** Records that other calls are known to have made. */
  readonly knownIds: readonly string[];
}

/** HighLevel's Date header and the times of its records are of one second, and its servers' clocks of a few. */
const CLOCK_TOLERANCE_MS = 2_000;

/** @throws HighLevelError when a look could not be made */
export async function lookForRecord(findOut: FindOut, write: LostWrite, read: Read): Promise<Finding> {
  const fitting = findOut.looks.filter((look) => isFit(look, write.args));
  const candidates: string[] = [];
  let isComplete = false;
  for (const look of fitting) {
    const seen = await takeLookOrNone(look, write, read);
    if (seen.found !== undefined) return seen.found;
    candidates.push(...seen.candidates);
    isComplete ||= look.complete === true && seen.isReadable;
  }
  return isComplete && candidates.length === 0
    ? { kind: 'absent' }
    : { kind: 'unsure', candidates: [...new Set(candidates)] };
}

interface Sight {
  readonly found?: Finding;
  readonly candidates: readonly string[];
  /** The answer had the shape that the look expects. */
  readonly isReadable: boolean;
}

/** A look that HighLevel refuses (no such record, a value it does not take here) shows nothing; others may. */
async function takeLookOrNone(look: Look, write: LostWrite, read: Read): Promise<Sight> {
  try {
    return await takeLook(look, write, read);
  } catch (error) {
    if (error instanceof RefusedError) return { candidates: [], isReadable: false };
    throw error;
  }
}

async function takeLook(look: Look, write: LostWrite, read: Read): Promise<Sight> {
  const answers: ReadAnswer[] = [];
  for (const { ask, with: template } of look.steps) {
    const args = fillIn(template, { args: write.args, answers }) as Arguments | undefined;
    // An earlier step found nothing to go on with, which may as well be a list that lags.
    if (args === undefined) return { candidates: [], isReadable: false };
    answers.push(await read(ask, args));
  }
  const last = answers.at(-1);
  const records = last && getAt(last.data, look.records);
  if (last === undefined || records === undefined) return { candidates: [], isReadable: false };
  const since = last.serverTimeMs - write.sentAgoMs - CLOCK_TOLERANCE_MS;
  const candidates: string[] = [];
  for (const record of [records].flat()) {
    const id = formatId(getAt(record, look.id ?? 'id'));
    const isOther = id === undefined || write.knownIds.includes(id) || !hasValues(record, look.where);
    const age = getAge(record, look, since);
    if (isOther || age === 'older') continue;
    const likeness = compareRecord(record, write.args, look.match);
    if (likeness === 'different') continue;
    if (likeness === 'same' && age === 'new') {
      return { found: { kind: 'found', id, record }, candidates, isReadable: true };
    }
    candidates.push(id);
  }
  return { candidates, isReadable: true };
}

function formatId(id: unknown): string | undefined {
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function hasValues(record: unknown, where: Look['where'] = {}): boolean {
  return Object.entries(where).every(([field, value]) => getAt(record, field) === value);
}

function getAge(record: unknown, { created, unique }: Look, since: number): 'new' | 'older' | 'unknown' {
  const value = created === undefined ? undefined : getAt(record, created);
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) return unique ? 'new' : 'unknown';
  return time < since ? 'older' : 'new';
}

/** Whether the write gave everything that the look rests on. Answers of steps come later. */
function isFit({ steps, needs = [] }: Look, args: Arguments): boolean {
  if (needs.some((path) => orUndefined(getAt(args, path)) === undefined)) return false;
  return steps.every(({ with: template }) => fillIn(template, { args, answers: undefined }) !== undefined);
}

interface Sources {
  readonly args: Arguments;
  /** Undefined: not asked yet, so their stand-ins are left alone. */
  readonly answers: readonly ReadAnswer[] | undefined;
}

/** A copy with every stand-in replaced; undefined when one has no value. */
function fillIn(template: unknown, sources: Sources): unknown {
  if (typeof template === 'string' && template.startsWith('$')) return resolveStandIn(template.slice(1), sources);
  if (typeof template !== 'object' || template === null) return template;
  const filled = Object.entries(template).map(([name, item]) => [name, fillIn(item, sources)] as const);
  if (filled.some(([, item]) => item === undefined)) return undefined;
  return Array.isArray(template) ? filled.map(([, item]) => item) : Object.fromEntries(filled);
}

function resolveStandIn(name: string, { args, answers }: Sources): unknown {
  const step = /^(\d+)\.(.+)$/.exec(name);
  if (step !== null) {
    if (answers === undefined) return `$${name}`;
    return orUndefined(getAt(answers[Number(step[1])]?.data, step[2] ?? ''));
  }
  const [path = '', change] = name.split(':');
  const value = orUndefined(getAt(args, path));
  if (change === 'lower') return typeof value === 'string' ? value.toLowerCase() : value;
  if (change === 'ms') return typeof value === 'string' ? Date.parse(value) || undefined : value;
  return value;
}

function orUndefined(value: unknown): unknown {
  return value === null || value === '' ? undefined : value;
}
