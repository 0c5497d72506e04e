/** What a call would do, in words that a person can decide by. */
import type { CallDependencies, ReadyCall } from '../pipeline/call.ts';
import { refuseOperation } from '../pipeline/permit.ts';
import { sanitiseText } from '../results/sanitise.ts';

const MAX_TEXT = 300;
const MAX_VALUE = 120;
const MAX_LINES = 14;
const MAX_AMOUNTS = 3;
/** A person waits for it. */
const READ_DEADLINE_MS = 5_000;

/** Arguments that hold what people will read, shown at length. */
const texts: ReadonlySet<string> = new Set(['message', 'body', 'html', 'subject', 'text', 'summary']);
/** Shown first, in this order: what it is, to whom, what it says. */
const first = ['type', 'emailTo', 'toNumber', 'subject', 'message', 'html', 'body', 'name', 'title'];
const amounts = /^(amount|amountDue|price|total)$/;

/**
 * The title, whom it touches, how much, and every argument, a line each. Whatever outsiders or agents wrote is quoted
 * on its own line, so that it cannot pose as a line of ours.
 */
export async function describeCall(ready: ReadyCall, dependencies: CallDependencies): Promise<string> {
  const { entry, args, context } = ready;
  const { operation, guide } = entry;
  const lines = [
    `${guide.title}${context.locationId === undefined ? '' : ` in location ${quoteId(context.locationId)}`}.`,
  ];
  if (typeof args.contactId === 'string') {
    lines.push(`Contact: ${await describeContact(args.contactId, ready, dependencies)}`);
  }
  lines.push(...listAmounts(args).slice(0, MAX_AMOUNTS));
  const roles = operation.context ?? {};
  const names = Object.keys(args)
    .filter(
      (name) => args[name] !== undefined && name !== 'contactId' && !(isContext(roles[name]) && !isExplicit(name)),
    )
    .toSorted((a, b) => rank(a) - rank(b));
  const room = MAX_LINES - lines.length;
  for (const name of names.slice(0, room)) lines.push(`${sanitiseText(name)}: ${quote(args[name], texts.has(name))}`);
  if (names.length > room) lines.push(`And also: ${quote(names.slice(room).join(', '), false)}`);
  return lines.join('\n');

  /** The very thing acted on is shown even where it is a location. */
  function isExplicit(name: string): boolean {
    return guide.explicit?.includes(name) === true;
  }
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

/** Money at any depth, with the currency that stands nearest. */
function listAmounts(value: unknown, currency?: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'currency' in value ? value.currency : currency;
  return Object.entries(value).flatMap(([name, item]) => {
    if (!amounts.test(name) || typeof item !== 'number') return listAmounts(item, own);
    return `Money: ${name} ${item}${typeof own === 'string' ? ` ${quoteId(own)}` : ''}`;
  });
}

/** Any value on one line, text between quotes that it cannot close, cut. Lists begin with their length. */
function quote(value: unknown, isText: boolean): string {
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
function quoteId(id: string): string {
  return /^[\w-]{1,64}$/.test(id) ? id : quote(id, false);
}
