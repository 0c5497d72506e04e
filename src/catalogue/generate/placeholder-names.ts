/** Names for operations that nobody has named: `<resource>_<thing>_<verb>` out of method and path. */
import type { Operation } from '../operation.ts';
import { verbs } from '../verbs.ts';

const MAX_LENGTH = 45;
const knownVerbs: ReadonlySet<string> = new Set(verbs);

/** Unique names, at most 45 characters, ending in a known verb. */
export function buildPlaceholderNames(
  resource: string,
  operations: readonly Operation[],
): ReadonlyMap<Operation, string> {
  const names = new Map<Operation, string>();
  const taken = new Set<string>();
  const prefix = resource.replaceAll('-', '_');
  for (const operation of operations) {
    const verb = getVerb(operation);
    const words = listThingWords(operation, resource, verb);
    const parameters = [...operation.path.matchAll(/\{([^}]+)\}/g)].flatMap(([, name = '']) => toWords(name));
    const about = parameters.filter((word) => word !== 'id').slice(-1);
    const candidates = [
      words,
      ...(about.length > 0 ? [[...words, 'by', ...about]] : []),
      ...Array.from({ length: 9 }, (_, index) => [...words, String(index + 2)]),
    ];
    const name = candidates.map((each) => join(prefix, each, verb)).find((each) => !taken.has(each));
    if (name === undefined) throw new Error(`no free name for ${operation.method} ${operation.path}`);
    taken.add(name);
    names.set(operation, name);
  }
  return names;
}

function toWords(text: string): string[] {
  return text
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

function getVerb({ method, path }: Operation): string {
  const segments = path.split('/').filter(Boolean);
  const last = segments.at(-1) ?? '';
  const [firstWord = ''] = toWords(last);
  if (!last.startsWith('{') && method !== 'GET' && knownVerbs.has(firstWord)) return firstWord;
  switch (method) {
    case 'GET':
      if (firstWord === 'search' || firstWord === 'start' || firstWord === 'count') return firstWord;
      return last.startsWith('{') ? 'get' : 'list';
    case 'POST':
      return 'create';
    case 'DELETE':
      return 'delete';
    default:
      return 'update';
  }
}

/** The fixed segments of the path, in the singular, without the resource's own name and the verb. */
function listThingWords({ path }: Operation, resource: string, verb: string): string[] {
  const fixed = path.split('/').filter((segment) => segment !== '' && !segment.startsWith('{'));
  const own = new Set([resource, `${resource}s`, 'ad-publishing', 'public-api', 'saas', 'social-media-posting']);
  const words = fixed.filter((segment) => !own.has(segment)).flatMap(toWords);
  const kept = words.filter((word) => word !== verb).map(toSingular);
  return kept.length > 0 ? kept : [resource.replace(/s$/, '').replaceAll('-', '_')];
}

function toSingular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^sua]s$/.test(word) ? word.slice(0, -1) : word;
}

/** Leaves out the first words of a thing that would be too long: the last ones say most. */
function join(prefix: string, words: readonly string[], verb: string): string {
  let kept = words.filter((word, index) => !words.slice(0, index).includes(word));
  const build = (): string => [prefix, ...kept, verb].join('_');
  while (build().length > MAX_LENGTH && kept.length > 1) kept = kept.slice(1);
  return build();
}
