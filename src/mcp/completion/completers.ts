/** Where the values come from that a person can choose among while filling in an address or a prompt. */
import { getDirectory } from '../lookup/directory.ts';
import type { LookupKindName } from '../lookup/kinds.ts';
import { fold } from '../lookup/match.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import { findOperation } from '../pipeline/find.ts';
import { findLocation } from '../pipeline/find-location.ts';
import { listCallable } from '../surface/callable.ts';

/** What has been typed, and what is known beside it. */
export interface Typed {
  readonly value: string;
  /** Values of the other arguments, as far as they are filled in. */
  readonly others: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** All that fits, best first. @throws CallRefusal or HighLevelError, as a call does. */
export type Completer = (typed: Typed, dependencies: CallDependencies) => Promise<readonly string[]>;

/** HighLevel searches all contacts; a letter alone would find them all. */
const MIN_SEARCHED = 2;
const MAX_SEARCHED = 75;
const MAX_CONTACTS = 50;

export const completers = {
  pipeline: completeName('pipeline'),
  calendar: completeName('calendar'),
  user: completeName('user'),
  async location({ value }, dependencies) {
    const { locationId } = dependencies.pins;
    if (locationId !== undefined) return keepFitting(value, [locationId]);
    const { entries: locations } = await getDirectory(dependencies).list('location', undefined);
    const ids = locations.map(({ id }) => id).filter((id) => id.startsWith(value));
    const named = locations.filter(({ name }) => keepFitting(value, [name]).length > 0);
    return [...ids, ...named.map(({ id }) => id)];
  },
  async contact({ value, others, signal }, dependencies) {
    const query = value.trim().slice(0, MAX_SEARCHED);
    if (query.length < MIN_SEARCHED) return [];
    const row = findOperation('contacts_contact_search', dependencies.catalogue);
    const { locationId } = others;
    const args = { query, pageLimit: MAX_CONTACTS, ...(locationId !== undefined && { locationId }) };
    const session = { signal, reportProgress() {} };
    const { data } = await runCall({ row, args, session }, dependencies);
    const { contacts = [] } = data as { contacts?: { contactName?: unknown }[] };
    return contacts.flatMap(({ contactName }) => (typeof contactName === 'string' ? [contactName] : []));
  },
  async resource({ value }, dependencies) {
    return keepFitting(
      value,
      listCallable(dependencies).map(({ resource }) => resource),
    );
  },
  async operation({ value, others: { resource } }, dependencies) {
    const rows = listCallable(dependencies).filter((row) => resource === undefined || row.resource === resource);
    return keepFitting(
      value,
      rows.map(({ name }) => name),
    );
  },
} as const satisfies Readonly<Record<string, Completer>>;

export type CompleterName = keyof typeof completers;

function completeName(kind: LookupKindName): Completer {
  return async ({ value, others }, dependencies) => {
    const { locationId } = await findLocation({ tool: 'completion', given: others.locationId }, dependencies);
    const { entries } = await getDirectory(dependencies).list(kind, locationId);
    return keepFitting(
      value,
      entries.map(({ name }) => name),
    );
  };
}

/** Those that begin with what was typed, then those in which a word does; case, accents and signs do not count. */
export function keepFitting(typed: string, values: readonly string[]): string[] {
  const wanted = fold(typed);
  const folded = values.map((value) => ({ value, name: fold(value) }));
  const first = folded.filter(({ name }) => name.startsWith(wanted));
  const later = folded.filter(({ name }) => !name.startsWith(wanted) && name.includes(` ${wanted}`));
  return [...first, ...later].map(({ value }) => value);
}
