/** Invoices, what they are made from (templates, schedules, estimates), and the numbers they carry. */
import type { Collection, SandboxRecord, World } from '../../world.ts';

export interface ItemTax {
  readonly _id: string;
  readonly name: string;
  /** In percent. */
  readonly rate: number;
  readonly calculation?: 'exclusive';
  readonly taxId?: string;
}

export interface LineItem {
  readonly _id: string;
  readonly name: string;
  readonly description?: string;
  readonly productId?: string;
  readonly priceId?: string;
  readonly currency: string;
  /** Of one piece, in the major unit. */
  readonly amount: number;
  readonly qty: number;
  readonly taxes: readonly ItemTax[];
  readonly taxInclusive: boolean;
  readonly type?: 'one_time' | 'recurring';
}

export interface Discount {
  readonly type: 'percentage' | 'fixed';
  readonly value?: number;
  /** Empty or absent: all items. */
  readonly validOnProductIds?: readonly string[];
}

export type BusinessDetails = Readonly<Record<string, unknown>>;

export interface ContactDetails {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly phoneNo?: string;
  readonly [detail: string]: unknown;
}

export interface SentTo {
  readonly email?: readonly string[];
  readonly emailCc?: readonly string[];
  readonly emailBcc?: readonly string[];
  readonly phoneNo?: readonly string[];
}

/** What invoices, templates, schedules and estimates have in common. */
export interface BillingDocument extends SandboxRecord {
  readonly name: string;
  readonly title: string;
  readonly liveMode: boolean;
  readonly currency: string;
  readonly businessDetails: BusinessDetails;
  readonly items: readonly LineItem[];
  readonly discount: Discount;
  /** What is to be paid, in the major unit; follows from items and discount. */
  readonly total: number;
  readonly totalSummary: { readonly subTotal: number; readonly discount: number; readonly tax: number };
  readonly automaticTaxesEnabled: boolean;
  readonly termsNotes?: string;
  readonly attachments: readonly unknown[];
  readonly miscellaneousCharges?: unknown;
  readonly tipsConfiguration?: unknown;
  readonly lateFeesConfiguration?: unknown;
  readonly paymentMethods?: unknown;
  readonly invoiceNumberPrefix?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type InvoiceStatus = 'draft' | 'sent' | 'payment_processing' | 'paid' | 'void' | 'partially_paid';

export interface Instalment {
  readonly _id: string;
  readonly status: 'pending' | 'paid';
  readonly [detail: string]: unknown;
}

export interface Invoice extends BillingDocument {
  readonly status: InvoiceStatus;
  /** A number, or a text when somebody chose one that is not a number. Unique within a location. */
  readonly invoiceNumber: number | string;
  readonly contactDetails: ContactDetails;
  /** `YYYY-MM-DD`, as the due date. */
  readonly issueDate: string;
  readonly dueDate: string;
  readonly amountPaid: number;
  readonly sentTo: SentTo;
  readonly sentAt?: string;
  readonly sentBy?: string;
  readonly paymentSchedule?: { readonly type: string; readonly schedules: readonly Instalment[] };
  readonly description?: string;
  readonly xeroDetails?: unknown;
  /** Sent by `text2pay`: its payments say so. */
  readonly isText2Pay?: boolean;
  readonly scheduleId?: string;
  readonly estimateId?: string;
  readonly lastVisitedAt?: string;
}

export interface InvoiceTemplate extends BillingDocument {
  readonly internal: boolean;
}

/** When and how often a schedule sends an invoice: once at `executeAt`, or by the rule. Times are UTC. */
export interface ScheduleOptions {
  readonly executeAt?: string;
  readonly rrule?: RecurrenceRule;
}

export interface RecurrenceRule {
  readonly intervalType: 'yearly' | 'monthly' | 'weekly' | 'daily' | 'hourly' | 'minutely' | 'secondly';
  readonly interval: number;
  readonly startDate: string;
  readonly startTime?: string;
  readonly endDate?: string;
  readonly endTime?: string;
  readonly dayOfMonth?: number;
  readonly dayOfWeek?: 'mo' | 'tu' | 'we' | 'th' | 'fr' | 'sa' | 'su';
  readonly numOfWeek?: number;
  readonly monthOfYear?: string;
  readonly count?: number;
  /** The invoice goes out so many days before the date, which is its due date. */
  readonly daysBefore?: number;
}

export interface AutoPayment {
  readonly enable: boolean;
  readonly type?: string;
  readonly paymentMethodId?: string;
  readonly customerId?: string;
  readonly cardId?: string;
  readonly card?: { readonly brand: string; readonly last4: string };
  readonly [detail: string]: unknown;
}

export type ScheduleStatus = 'draft' | 'scheduled' | 'active' | 'complete' | 'cancelled';

export interface InvoiceSchedule extends BillingDocument {
  readonly status: ScheduleStatus;
  readonly contactDetails: ContactDetails;
  readonly schedule: ScheduleOptions;
  readonly autoPayment?: AutoPayment;
  /** How many dates of the schedule have had their invoice. */
  readonly issuedCount: number;
}

export type EstimateStatus = 'draft' | 'sent' | 'viewed' | 'accepted' | 'declined' | 'invoiced';

/** `action` is `created` or the status that the estimate went into. */
export interface EstimateAction {
  readonly action: string;
  readonly timestamp: string;
}

export interface Estimate extends BillingDocument {
  readonly status: EstimateStatus;
  readonly estimateNumber: number;
  readonly estimateNumberPrefix: string;
  readonly contactDetails: ContactDetails;
  /** `YYYY-MM-DD`, as the expiry date. */
  readonly issueDate: string;
  readonly expiryDate: string;
  readonly sentTo: SentTo;
  readonly sentBy?: string;
  readonly updatedBy?: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly frequencySettings: unknown;
  readonly autoInvoice: { readonly enabled: boolean; readonly directPayments?: boolean };
  readonly paymentScheduleConfig?: unknown;
  /** What happened to it, oldest first. */
  readonly history: readonly EstimateAction[];
  readonly lastVisitedAt?: string;
}

export interface EstimateTemplate extends BillingDocument {
  readonly estimateNumberPrefix: string;
  readonly meta?: unknown;
}

/** The last number given out, per location and kind of document; its id is `<locationId>:<kind>`. */
export interface NumberCounter extends SandboxRecord {
  readonly last: number;
}

export const invoices = (world: World): Collection<Invoice> => world.collection<Invoice>('invoices');
export const invoiceTemplates = (world: World): Collection<InvoiceTemplate> =>
  world.collection<InvoiceTemplate>('invoice-templates');
export const invoiceSchedules = (world: World): Collection<InvoiceSchedule> =>
  world.collection<InvoiceSchedule>('invoice-schedules');
export const estimates = (world: World): Collection<Estimate> => world.collection<Estimate>('estimates');
export const estimateTemplates = (world: World): Collection<EstimateTemplate> =>
  world.collection<EstimateTemplate>('estimate-templates');
export const numberCounters = (world: World): Collection<NumberCounter> =>
  world.collection<NumberCounter>('number-counters');
