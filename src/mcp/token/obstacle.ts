/** Whether a token can probably call an operation, from what its account consented to and what calls have taught. */
import type { Catalogue, OperationRow } from '../../catalogue/catalogue.ts';
import type { TokenDescription } from '../../highlevel/client.ts';
import { liftAgencyOnly, liftLocationOnly, liftMissingScope } from '../../highlevel/errors/lift.ts';
import type { Lesson, Lessons } from './lessons.ts';
import type { KnownToken } from './memory.ts';

/** Why HighLevel will probably refuse an operation. Never a reason to refuse it here: documents and memories err. */
export interface Obstacle {
  /** What is wrong: a scope that is missing, or a token of the wrong kind. */
  readonly about: 'scope' | 'token';
  /** In a few words. */
  readonly why: string;
  /** By whom and how it is lifted. */
  readonly toLift: string;
}

/** What is known of a token, ready to be held against any number of operations. */
export interface Judgement {
  /** Undefined where it can be called, or where nothing is known. */
  findObstacle(row: OperationRow): Obstacle | undefined;
  /** As its kind tells, or as calls have shown. */
  readonly level: 'location' | 'agency' | undefined;
}

export function judge({ token, lessons }: KnownToken, catalogue: Catalogue): Judgement {
  const newest = findNewestByNeed(lessons, catalogue);
  const level = token.level === 'unknown' ? deduceLevel(lessons, catalogue) : token.level;

  /** What was seen to be open is; of anything else the newest answer counts that needed the same. */
  function getAnswer(row: OperationRow): Lesson | undefined {
    const own = lessons.get(row.name);
    return own?.isOpen ? own : newest.get(nameNeed(row));
  }

  return {
    level,
    findObstacle(row) {
      const answer = getAnswer(row);
      if (answer?.isOpen) return undefined;
      return findWrongToken(row, token, level) ?? findMissingScope(row, token, answer, level);
    },
  };
}

function findWrongToken(
  { level: needed, appOnly }: OperationRow,
  { kind }: TokenDescription,
  level: Judgement['level'],
): Obstacle | undefined {
  if (appOnly && kind === 'private integration') {
    const toLift = 'The operator installs a Marketplace app ("highlevel-mcp login") and uses its account.';
    return { about: 'token', why: 'for installed apps only; this is a private integration', toLift };
  }
  if (level === undefined || needed === 'either' || needed === level) return undefined;
  return level === 'agency'
    ? { about: 'token', why: 'for tokens of a location; this is an agency’s', toLift: liftLocationOnly }
    : { about: 'token', why: 'for tokens of an agency; this is a location’s', toLift: liftAgencyOnly(kind) };
}

function findMissingScope(
  { scopes, level: needed }: OperationRow,
  { kind, scopes: consented = [] }: TokenDescription,
  answer: Lesson | undefined,
  level: Judgement['level'],
): Obstacle | undefined {
  const isRefused = answer !== undefined;
  // An account that tells no scope at all tells nothing.
  const isUnasked = consented.length > 0 && scopes.length > 0 && !scopes.some((scope) => consented.includes(scope));
  if (!isRefused && !isUnasked) return undefined;
  const list = scopes.join(', ');
  const why = isUnasked
    ? `the account did not consent to ${list}`
    : scopes.length > 0
      ? `HighLevel refused this token ${list}`
      : 'HighLevel refused it to this token';
  const mayBeLocations = needed === 'agency' && level === undefined;
  return { about: 'scope', why, toLift: mayBeLocations ? liftAgencyOnly(kind) : liftMissingScope(scopes, kind) };
}

/** What an operation needs, in a word: whoever needs the same is opened and refused together. */
function nameNeed({ name, scopes, level, appOnly }: OperationRow): string {
  return scopes.length === 0 ? name : [level, appOnly, ...scopes].join(' ');
}

function findNewestByNeed(lessons: Lessons, catalogue: Catalogue): ReadonlyMap<string, Lesson> {
  const newest = new Map<string, Lesson>();
  for (const { row, lesson } of listTaught(lessons, catalogue)) {
    const need = nameNeed(row);
    const known = newest.get(need);
    if (known === undefined || lesson.at > known.at) newest.set(need, lesson);
  }
  return newest;
}

/**
 * By an operation that only one kind of token may call. An agency's token opens nothing of a location, while the
 * documents may give to agencies alone what locations can call too, so a location's operation decides.
 */
function deduceLevel(lessons: Lessons, catalogue: Catalogue): Judgement['level'] {
  const open = listTaught(lessons, catalogue).filter(({ lesson }) => lesson.isOpen);
  const levels = new Set(open.map(({ row }) => row.level));
  return levels.has('location') ? 'location' : levels.has('agency') ? 'agency' : undefined;
}

/** Without operations that this version does not know. */
export function listTaught(
  lessons: Lessons,
  catalogue: Catalogue,
): readonly { readonly row: OperationRow; readonly lesson: Lesson }[] {
  return [...lessons].flatMap(([name, lesson]) => {
    const row = catalogue.findByName(name);
    return row === undefined ? [] : [{ row, lesson }];
  });
}
