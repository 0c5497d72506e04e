/** What kind of thing a request wants done. An operation of another kind is seldom meant, however alike its words. */
import type { Verb } from '../verbs.ts';

export type Deed = 'read' | 'create' | 'change' | 'remove' | 'act';

/** Whether what is read is one record that is known, or those of a kind. */
export type Scope = 'one' | 'many';

/** By the verb that ends a tool name. A verb that can be meant in two ways stands twice. */
const verbs: Readonly<Record<Deed, readonly Verb[]>> = {
  read: ['get', 'list', 'search', 'count', 'check', 'preview', 'download', 'export', 'verify'],
  create: [
    ...(['create', 'upsert', 'add', 'duplicate', 'import', 'upload', 'generate', 'record', 'connect'] as const),
    ...(['purchase', 'schedule', 'run'] as const),
  ],
  change: [
    ...(['update', 'upsert', 'set', 'add', 'remove', 'enable', 'disable', 'pause', 'resume', 'connect'] as const),
    ...(['void', 'migrate', 'cancel', 'merge', 'record', 'train'] as const),
  ],
  remove: ['delete', 'remove', 'cancel', 'void', 'stop', 'disconnect', 'disable', 'release', 'refund'],
  act: [
    ...(['send', 'publish', 'start', 'run', 'notify', 'charge', 'refund', 'schedule', 'train', 'resume'] as const),
    ...(['pause', 'cancel', 'record', 'connect', 'stop'] as const),
  ],
};

/** By the words of a request, stemmed. */
const words: Readonly<Record<Deed, string>> = {
  read: `show list see get find search look display view check count what which who whom whose when where why how any
    fetch export download pull brows read preview compar give tell`,
  create: `creat add new make build regist insert draft enter generat set record log upload import duplic copi clone
    save write book jot give schedul put connect buy purchas store invit provis suggest launch start`,
  change: `updat chang edit modifi renam move set mark push reschedul postpon switch extend assign hand reassign give
    correct fix adjust replac put turn enabl disabl activ deactiv paus resum approv complet tick close reopen rais lower
    add remov take cancel void swap shorten lengthen convert make let star unstar`,
  remove: `delet remov eras drop cancel stop trash discard wipe take void disconnect unlink uninstal pull revok end`,
  act: `send repli publish start run launch schedul notifi paus resum stop resend forward convert`,
};

/** Words that tell only where a request begins with them; elsewhere they are things, or say how things are. */
const wordsAtStart: Readonly<Partial<Record<Deed, string>>> = {
  read: 'open is are was were do doe did has have',
  act: 'text mail email answer charg post messag call fire shoot thank',
};

const byVerb = invert(verbs);
const byWord = invert(splitLists(words));
const byFirstWord = invert(splitLists(wordsAtStart));

function splitLists(lists: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(lists).map(([deed, list]) => [deed, list.split(/\s+/)]));
}

function invert(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, ReadonlySet<Deed>> {
  const inverted = new Map<string, Set<Deed>>();
  for (const [deed, list] of Object.entries(lists) as [Deed, string[]][]) {
    for (const word of list) inverted.set(word, (inverted.get(word) ?? new Set()).add(deed));
  }
  return inverted;
}

const none: ReadonlySet<Deed> = new Set();

export function listDeedsOfTool(name: string): ReadonlySet<Deed> {
  return byVerb.get(name.slice(name.lastIndexOf('_') + 1)) ?? none;
}

/** By the first word that tells. @param stems Of all words of the request: "which" and "is" tell too. */
export function listDeedsOfRequest(stems: readonly string[]): ReadonlySet<Deed> {
  const telling = stems.find((word) => byWord.has(word));
  return byFirstWord.get(stems[0] ?? '') ?? byWord.get(telling ?? '') ?? none;
}

const scopesOfVerbs: Readonly<Partial<Record<string, Scope>>> = {
  get: 'one',
  download: 'one',
  check: 'one',
  preview: 'one',
  list: 'many',
  search: 'many',
  count: 'many',
  export: 'many',
};
const wordsOfOne = new Set(['this', 'id', 'ids', 'detail', 'singl', 'open', 'one', 'exactli', 'its']);
const wordsOfMany = new Set([
  'which',
  'all',
  'list',
  'everi',
  'find',
  'search',
  'filter',
  'any',
  'who',
  'count',
  'our',
]);

export function getScopeOfTool(name: string): Scope | undefined {
  return scopesOfVerbs[name.slice(name.lastIndexOf('_') + 1)];
}

/** By the first word that tells, else by things it names in the plural. */
export function getScopeOfRequest(stems: readonly string[], hasPlural: boolean): Scope | undefined {
  const one = stems.findIndex((word) => wordsOfOne.has(word));
  const many = stems.findIndex((word) => wordsOfMany.has(word));
  if (one === many) return hasPlural ? 'many' : undefined;
  return many === -1 || (one !== -1 && one < many) ? 'one' : 'many';
}
