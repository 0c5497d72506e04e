/** E-mail verification: what a check of an address finds, by rules that a test can foresee. */
import type { Domain } from '../../domain.ts';
import { badRequest } from '../../errors.ts';
import type { Handlers, SandboxRequest } from '../../handler.ts';
import type { World } from '../../world.ts';
import { type Contact, contacts } from '../contacts/records.ts';
import { debitWallet } from '../saas-api/wallets.ts';
import { findContact } from '../shared/find-record.ts';

/** What HighLevel takes for a check, in USD (the v3 document of rebilling shows it as the price). */
const pricePerCheck = 0.0025;

const roleAccounts: ReadonlySet<string> = new Set(['admin', 'billing', 'hello', 'info', 'office', 'sales', 'support']);

export interface Verdict {
  readonly result: 'deliverable' | 'undeliverable' | 'do_not_send' | 'unknown' | 'catch_all';
  readonly risk: 'high' | 'medium' | 'low' | 'unknown';
  readonly reason: readonly string[];
}

/**
 * The rules: an address must look like one; nobody lives in the top-level domains `invalid` and `test`; a mailbox
 * whose name starts with `bounce` does not exist; an address that belongs to a role is a risk; all else is fine.
 */
export function buildVerdict(address: string): Verdict {
  const [, mailbox = '', host = ''] = /^([^\s@]+)@([^\s@.]+(?:\.[^\s@.]+)+)$/.exec(address.toLowerCase()) ?? [];
  if (host === '') return { result: 'undeliverable', risk: 'high', reason: ['invalid_email_format'] };
  if (/\.(invalid|test)$/.test(host)) return { result: 'undeliverable', risk: 'high', reason: ['no_mx_record'] };
  if (mailbox.startsWith('bounce')) {
    return { result: 'undeliverable', risk: 'high', reason: ['mailbox_does_not_exist'] };
  }
  if (roleAccounts.has(mailbox)) return { result: 'deliverable', risk: 'medium', reason: ['mailbox_is_role_address'] };
  return { result: 'deliverable', risk: 'low', reason: [] };
}

/** The contact that the request names. Throws 400 for one that is unknown or has no address. */
function resolveContact(request: SandboxRequest, world: World): Contact & { readonly email: string } {
  const contact = findContact(world, request, request.body.verify);
  if (contact.email === undefined) throw badRequest('Contact has no email');
  return { ...contact, email: contact.email };
}

const handlers: Handlers = {
  'POST /email/verify': (request, world) => {
    const contact = request.body.type === 'contact' ? resolveContact(request, world) : undefined;
    const address: string = contact?.email ?? request.body.verify;
    if (!debitWallet(world, request.locationId, pricePerCheck)) {
      return { body: { verified: false, message: 'Validation is disabled / proper config not found', address } };
    }
    const verdict: Verdict = contact?.bounceEmail
      ? { result: 'undeliverable', risk: 'high', reason: ['mailbox_does_not_exist'] }
      : buildVerdict(address);
    const isEmailValid = verdict.result === 'deliverable';
    if (contact !== undefined) contacts(world).update(contact.id, { validEmail: isEmailValid });
    return { body: { ...verdict, address, leadconnectorRecomendation: { isEmailValid } } };
  },
};

export const domain: Domain = { name: 'email-isv', handlers };
