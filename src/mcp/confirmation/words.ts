/** What a call would do, in words that a person can decide by. */
import { isDeepStrictEqual } from 'node:util';
import { getDirectory } from '../lookup/directory.ts';
import type { CallDependencies, ReadyCall } from '../pipeline/call.ts';
import type { Arguments } from '../pipeline/context.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { sanitiseText } from '../results/sanitise.ts';
import { formatAmount, listAmounts, sumAmounts } from './money.ts';
import { quote, quoteId } from './quote.ts';

const MAX_LINES = 14;
const MAX_AMOUNTS = 3;
/** Rows of a batch that are shown, and what is shown of each. */
const MAX_ROWS = 8;
const MAX_ROW_ARGUMENTS = 4;
/** A person waits for it. */
const READ_DEADLINE_MS = 5_000;

/** Arguments that hold what people will read, shown at length. */
const texts: ReadonlySet<string> = new Set(['message', 'body', 'html', 'subject', 'text', 'summary']);
/** Shown first, in this order: what it is, to whom, what it says. */
const first = ['type', 'emailTo', 'toNumber', 'subject', 'message', 'html', 'body', 'name', 'title'];

/**
 * The title, whom it touches, how much, and every argument, a line each. Whatever outsiders or agents wrote is quoted
 * on its own line, so that it cannot pose as a line of ours.
 */
export async function describeCall(ready: ReadyCall, dependencies: CallDependencies): Promise<string> {
  const lines = [`${formatTitle(ready, dependencies)}.`, ...(await listContact(ready, dependencies))];
  lines.push(...listAmounts(ready.args).slice(0, MAX_AMOUNTS).map(formatAmount));
  lines.push(...listArguments(ready.args, listShown(ready), MAX_LINES - lines.length));
  return lines.join('\n');
}

/**
 * Many calls of one operation: how many, how much in all, what is the same in each, and what is not, row by row.
 *
 * @param calls At least one, all of one operation and one location.
 */
export async function describeBatch(calls: readonly ReadyCall[], dependencies: CallDependencies): Promise<string> {
  const [first] = calls as readonly [ReadyCall, ...ReadyCall[]];
  const lines = [`${calls.length} times: ${formatTitle(first, dependencies)}.`];
  lines.push(
    ...sumAmounts(calls.map(({ args }) => args))
      .slice(0, MAX_AMOUNTS)
      .map((amount) => `${formatAmount(amount)} in all`),
  );
  const names = [...new Set(calls.flatMap(listShown))];
  const isCommon = (name: string) => calls.every(({ args }) => isDeepStrictEqual(args[name], first.args[name]));
  const common = names.filter(isCommon);
  lines.push(...listArguments(first.args, common, MAX_LINES - lines.length));
  const others = names.filter((name) => !common.includes(name));
  for (const [index, ready] of calls.slice(0, MAX_ROWS).entries()) {
    const parts = [
      ...(await listContact(ready, dependencies)),
      ...listArguments(
        ready.args,
        others.filter((name) => ready.args[name] !== undefined),
        MAX_ROW_ARGUMENTS,
      ),
    ];
    lines.push(`${index + 1}. ${parts.join('; ')}`);
  }
  if (calls.length > MAX_ROWS) lines.push(`… and ${calls.length - MAX_ROWS} more like these.`);
  return lines.join('\n');
}

function formatTitle({ entry, context: { locationId } }: ReadyCall, dependencies: CallDependencies): string {
  return `${entry.guide.title}${locationId === undefined ? '' : ` in location ${formatLocation(locationId, dependencies)}`}`;
}

/** With its name where that was read already: whoever gave a name sees which one was taken. */
function formatLocation(locationId: string, dependencies: CallDependencies): string {
  const known = getDirectory(dependencies)
    .peek('location', undefined)
    ?.entries.find(({ id }) => id === locationId);
  const id = quoteId(locationId);
  return known === undefined || known.name === '' ? id : `${quote(known.name, false)} (${id})`;
}

async function listContact(ready: ReadyCall, dependencies: CallDependencies): Promise<string[]> {
  const { contactId } = ready.args;
  return typeof contactId === 'string' ? [`Contact: ${await describeContact(contactId, ready, dependencies)}`] : [];
}

/** Arguments that a person has to see, in order. The very thing acted on is shown even where it is a location. */
function listShown({ entry, args }: ReadyCall): string[] {
  const { operation, guide } = entry;
  const isHidden = (name: string) =>
    name === 'contactId' || (isContext(operation.context?.[name]) && !guide.explicit?.includes(name));
  return Object.keys(args)
    .filter((name) => args[name] !== undefined && !isHidden(name))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** A line for each, and one for those that have no room. */
function listArguments(args: Arguments, names: readonly string[], room: number): string[] {
  const lines = names.slice(0, room).map((name) => `${sanitiseText(name)}: ${quote(args[name], texts.has(name))}`);
  if (names.length > room) lines.push(`And also: ${quote(names.slice(room).join(', '), false)}`);
  return lines;
}

function isContext(role: string | undefined): boolean {
  return role !== undefined && role !== 'location-list';
}

function rank(name: string): number {
  const at = first.indexOf(name);
  return at === -1 ? first.length : at;
}

/** Name and the end of the number, by one read; the id alone where it cannot be read. */
async function describeContact(contactId: string, ready: ReadyCall, dependencies: CallDependencies): Promise<string> {
  const id = quoteId(contactId);
  const { catalogue } = dependencies;
  const row = catalogue.findByName('contacts_contact_get');
  if (row === undefined || refuseOperation(row, dependencies) !== undefined) return id;
  try {
    const { operation } = await catalogue.loadOperation(row);
    const { locationId, companyId, signal } = ready.context;
    const context = { locationId, companyId, signal, deadlineMs: READ_DEADLINE_MS };
    const { data } = await ready.client.execute(operation, { contactId }, context);
    const { contact = {} } = data as { contact?: Readonly<Record<string, unknown>> };
    const name = [contact.firstName, contact.lastName].filter((part) => typeof part === 'string').join(' ');
    const reached = [maskPhone(contact.phone), maskEmail(contact.email)].filter((part) => part !== undefined);
    return [name === '' ? undefined : quote(name, false), ...reached, `id ${id}`].filter(Boolean).join(', ');
  } catch {
    return id;
  }
}

function maskPhone(phone: unknown): string | undefined {
  const digits = typeof phone === 'string' ? phone.replace(/\D/g, '') : '';
  return digits.length < 6 ? undefined : `phone …${digits.slice(-3)}`;
}

function maskEmail(email: unknown): string | undefined {
  const [, start, domain] = (typeof email === 'string' && /^(.)[^@]*@([\w.-]+)$/u.exec(email)) || [];
  return domain === undefined ? undefined : `email ${sanitiseText(start ?? '')}…@${domain}`;
}
