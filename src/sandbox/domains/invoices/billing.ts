/** The part of a request body that all billing documents share, made into the part of the record they share. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { World } from '../../world.ts';
import { contacts } from '../contacts/records.ts';
import { pickFields } from '../payments/lists.ts';
import { getMinorDigits } from '../payments/money.ts';
import { formatContactName } from '../payments/views.ts';
import type { BillingDocument, ContactDetails, Discount, LineItem } from './records.ts';
import { computeTotals } from './totals.ts';

// biome-ignore lint/suspicious/noExplicitAny: the gate has validated it against the operation's facts
export type Body = Readonly<Record<string, any>>;

const optionalFields = [
  'termsNotes',
  'miscellaneousCharges',
  'tipsConfiguration',
  'lateFeesConfiguration',
  'paymentMethods',
  'invoiceNumberPrefix',
];

/** The lines of a body, checked: in the document's currency, nothing below zero. Throws a 422 or a 400. */
function buildItems(world: World, entries: readonly Body[], currency: string): LineItem[] {
  if (entries.length === 0) throw unprocessable(['items should not be empty']);
  return entries.map((item, index) => {
    if (!(item.amount >= 0)) throw unprocessable([`items.${index}.amount must not be less than 0`]);
    if (!(item.qty > 0)) throw unprocessable([`items.${index}.qty must be a positive number`]);
    if (item.currency.toUpperCase() !== currency) {
      throw badRequest(`Item ${item.name} is in ${item.currency}, not in ${currency}`);
    }
    const _id = item._id ?? world.newObjectId();
    return { ...item, _id, currency, taxes: item.taxes ?? [], taxInclusive: item.taxInclusive ?? false } as LineItem;
  });
}

function buildDiscount(body: Body): Discount {
  const discount: Discount = { ...(body.discount ?? { type: 'percentage' }), value: body.discount?.value ?? 0 };
  const value = discount.value ?? 0;
  if (value < 0) throw unprocessable(['discount.value must not be less than 0']);
  if (discount.type === 'percentage' && value > 100) {
    throw unprocessable(['discount.value must not be greater than 100']);
  }
  return discount;
}

export interface BillingDefaults {
  readonly locationId: string;
  readonly title: string;
  /** The record that the body replaces: its id, creation and mode stay, all else goes (issue #206). */
  readonly before?: BillingDocument | undefined;
}

/** The shared part of a billing document. Throws a 422 or a 400 for values that cannot be. */
export function buildBilling(
  world: World,
  body: Body,
  { locationId, title, before }: BillingDefaults,
): BillingDocument {
  const currency = String(body.currency).toUpperCase();
  getMinorDigits(currency);
  const items = buildItems(world, body.items ?? body.invoiceItems ?? [], currency);
  const discount = buildDiscount(body);
  const now = world.timestamp();
  return {
    ...pickFields(body, optionalFields),
    id: before?.id ?? world.newObjectId(),
    locationId,
    name: body.name,
    title: body.title ?? title,
    liveMode: body.liveMode ?? before?.liveMode ?? true,
    currency,
    businessDetails: body.businessDetails ?? {},
    items,
    discount,
    ...computeTotals(items, discount, currency),
    automaticTaxesEnabled: body.automaticTaxesEnabled ?? false,
    attachments: body.attachments ?? [],
    createdAt: before?.createdAt ?? now,
    updatedAt: now,
  };
}

/**
 * The contact of a body: its details, or those of the contact that `contactId` names. Throws a 400 for a contact that
 * the location does not have.
 */
export function resolveContactDetails(world: World, locationId: string, body: Body): ContactDetails {
  const id = body.contactDetails?.id ?? body.contactId;
  if (id === undefined) return {};
  const contact = contacts(world).get(id);
  if (contact === undefined || contact.locationId !== locationId) throw badRequest(`Contact with id ${id} not found`);
  if (body.contactDetails !== undefined) return body.contactDetails;
  return {
    id,
    name: formatContactName(contact),
    email: contact.email ?? '',
    phoneNo: contact.phone ?? '',
    ...(contact.companyName === undefined ? {} : { companyName: contact.companyName }),
  };
}

/** A date as documents carry it: `YYYY-MM-DD`. Throws a 422 for what is no date. */
export function parseDate(value: string, field: string): string {
  const day = value.slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))) {
    throw unprocessable([`${field} must be a valid date in YYYY-MM-DD format`]);
  }
  return day;
}

/** `YYYY-MM-DD`, so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}
