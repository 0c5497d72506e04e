/** Sending an invoice or an estimate: who gets it, by which channel, and what the answer tells of it. */
import { badRequest } from '../../errors.ts';
import type { ContactDetails, SentTo } from './records.ts';

export type SendAction = 'sms_and_email' | 'send_manually' | 'email' | 'sms';

export interface Delivery {
  /** Empty when no e-mail goes out. */
  readonly emailData: Readonly<Record<string, unknown>>;
  /** Empty when no text message goes out. */
  readonly smsData: Readonly<Record<string, unknown>>;
}

export interface Sendable {
  readonly name: string;
  /** Where the customer sees it. */
  readonly url: string;
  readonly contactDetails: ContactDetails;
  readonly sentTo: SentTo;
}

type Addressed = Pick<Sendable, 'contactDetails' | 'sentTo'>;

/** The addresses that are not empty; those of the document before that of its contact. */
function listAddresses(chosen: readonly string[] | undefined, ofContact: string | undefined): string[] {
  const named = (chosen ?? []).filter((address) => address.trim() !== '');
  if (named.length > 0) return named;
  return ofContact === undefined || ofContact.trim() === '' ? [] : [ofContact];
}

export function listEmails({ sentTo, contactDetails }: Addressed): string[] {
  return listAddresses(sentTo.email, contactDetails.email);
}

export function listPhones({ sentTo, contactDetails }: Addressed): string[] {
  return listAddresses(sentTo.phoneNo, contactDetails.phoneNo);
}

export interface Sender {
  readonly fromName?: string;
  readonly fromEmail?: string;
}

/** What goes out for the action. Throws a 400 when the contact cannot be reached by a channel it names. */
export function prepareDelivery(document: Sendable, action: SendAction, sentFrom: Sender = {}): Delivery {
  const emails = action === 'email' || action === 'sms_and_email' ? listEmails(document) : undefined;
  const phones = action === 'sms' || action === 'sms_and_email' ? listPhones(document) : undefined;
  if (emails?.length === 0) throw badRequest('Missing email: the contact cannot be reached by email');
  if (phones?.length === 0) throw badRequest('Missing phone number');
  const { name, url, sentTo } = document;
  const { emailCc: cc = [], emailBcc: bcc = [] } = sentTo;
  return {
    emailData: emails === undefined ? {} : { to: emails, cc, bcc, subject: name, ...sentFrom },
    smsData: phones === undefined ? {} : { to: phones, body: `${name}: ${url}` },
  };
}
