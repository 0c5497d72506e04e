/** Billing documents as the API shows them: `_id`, `altId` and `altType` in place of id and location. */
import type { World } from '../../world.ts';
import { getAmountDue } from './life-cycle.ts';
import type {
  BillingDocument,
  Estimate,
  EstimateTemplate,
  Invoice,
  InvoiceSchedule,
  InvoiceTemplate,
} from './records.ts';
import { invoices } from './records.ts';

interface Owned {
  readonly id: string;
  readonly locationId: string;
}

const formatOwner = ({ id, locationId }: Owned) => ({ _id: id, altId: locationId, altType: 'location' });

/** Where the customer would see the document. */
export function formatPublicUrl(kind: 'invoice' | 'estimate', id: string): string {
  return `https://pay.example.com/${kind}/${id}`;
}

/** Lines are called `invoiceItems` here, `items` everywhere else. */
export function formatInvoice(invoice: Invoice): Record<string, unknown> {
  const { id: _id, locationId: _locationId, items, isText2Pay: _isText2Pay, ...rest } = invoice;
  return {
    ...formatOwner(invoice),
    ...rest,
    invoiceItems: items,
    amountDue: getAmountDue(invoice),
    automaticTaxesCalculated: invoice.automaticTaxesEnabled,
  };
}

export function formatTemplate(template: InvoiceTemplate): Record<string, unknown> {
  const { id: _id, locationId: _locationId, totalSummary: _totalSummary, ...rest } = template;
  return { ...formatOwner(template), ...rest };
}

/** A schedule shows the invoices that it has sent. */
export function formatSchedule(world: World, schedule: InvoiceSchedule): Record<string, unknown> {
  const { id, locationId, totalSummary: _totalSummary, issuedCount: _issuedCount, ...rest } = schedule;
  const issued = invoices(world)
    .inLocation(locationId)
    .filter((invoice) => invoice.scheduleId === id);
  const termsNotes = rest.termsNotes ?? '';
  return {
    ...formatOwner(schedule),
    ...rest,
    invoices: issued.map(formatInvoice),
    termsNotes,
    compiledTermsNotes: termsNotes,
  };
}

/** Dates of estimates are shown as times at midnight. */
const formatMidnight = (day: string) => `${day}T00:00:00.000Z`;

/** HighLevel converts the total to USD; only what is in USD already is shown here. */
function formatTotalInUsd({ currency, total }: BillingDocument): Record<string, number> {
  return currency === 'USD' ? { totalamountInUSD: total } : {};
}

export function formatEstimate(world: World, estimate: Estimate): Record<string, unknown> {
  const { id: _id, locationId: _locationId, status, history, ...rest } = estimate;
  return {
    ...formatOwner(estimate),
    ...rest,
    estimateStatus: status,
    issueDate: formatMidnight(estimate.issueDate),
    expiryDate: formatMidnight(estimate.expiryDate),
    estimateActionHistory: history,
    automaticTaxesCalculated: estimate.automaticTaxesEnabled,
    companyId: world.companyId,
    deleted: false,
    __v: 0,
    ...formatTotalInUsd(estimate),
  };
}

export function formatEstimateTemplate(template: EstimateTemplate): Record<string, unknown> {
  const { id: _id, locationId: _locationId, totalSummary: _totalSummary, ...rest } = template;
  return { ...formatOwner(template), ...rest, deleted: false, __v: 0 };
}
