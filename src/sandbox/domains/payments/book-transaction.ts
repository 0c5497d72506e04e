/** Money that came in, on the books: the one way in which orders, invoices and subscriptions write transactions. */
import { badRequest, unprocessable } from '../../errors.ts';
import type { World } from '../../world.ts';
import { toMajor, toMinor } from './money.ts';
import type { Transaction } from './records.ts';
import { transactions } from './records.ts';

export interface TransactionSketch
  extends Pick<
    Transaction,
    'locationId' | 'contactId' | 'currency' | 'amount' | 'liveMode' | 'entityType' | 'entityId' | 'source'
  > {
  /** Default: `manual`, somebody recorded it by hand. */
  readonly paymentProviderType?: string;
  /** Default: `succeeded`. */
  readonly status?: Transaction['status'];
  readonly paymentMethod: Readonly<Record<string, unknown>>;
  readonly subscriptionId?: string;
  readonly chargeId?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
  readonly amountRefunded?: number;
  /** ISO time; default: now. */
  readonly createdAt?: string;
  readonly fulfilledAt?: string;
  readonly createdBy?: string;
}

/** Inserts the transaction that the sketch describes and answers it. */
export function bookTransaction(world: World, sketch: TransactionSketch): Transaction {
  const createdAt = sketch.createdAt ?? world.timestamp();
  return transactions(world).insert({
    paymentProviderType: 'manual',
    status: 'succeeded',
    amountRefunded: 0,
    fulfilledAt: createdAt,
    updatedAt: createdAt,
    ...sketch,
    createdAt,
    id: world.newObjectId(),
  });
}

export interface PaymentBody {
  readonly mode: 'cash' | 'card' | 'cheque' | 'bank_transfer' | 'other';
  readonly card?: Readonly<Record<string, string>>;
  readonly cheque?: { readonly number: string };
  readonly notes?: string;
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** How a recorded payment was made. Throws a 422 when the mode's own details are missing. */
export function extractPaymentMethod(body: PaymentBody): Readonly<Record<string, unknown>> {
  const { mode, card, cheque } = body;
  if (mode === 'card') {
    if (card === undefined) throw unprocessable(['card should not be empty']);
    return { mode, card };
  }
  if (mode === 'cheque') {
    if (cheque === undefined) throw unprocessable(['cheque should not be empty']);
    return { mode, cheque };
  }
  return { mode };
}

/**
 * What a payment brings a debt to. No amount: all that is due. Throws a 422 for an amount that is not above zero and
 * a 400 for more than is due.
 */
export function settle(
  debt: { readonly total: number; readonly paid: number; readonly currency: string },
  amount: number | undefined,
): { readonly payment: number; readonly paid: number; readonly due: number } {
  const { currency } = debt;
  const total = toMinor(debt.total, currency);
  const paidBefore = toMinor(debt.paid, currency);
  const dueBefore = total - paidBefore;
  const payment = amount === undefined ? dueBefore : toMinor(amount, currency);
  if (payment <= 0) throw unprocessable(['amount must be a positive number']);
  if (payment > dueBefore) {
    throw badRequest(`Amount ${toMajor(payment, currency)} is more than the ${toMajor(dueBefore, currency)} due`);
  }
  const paid = paidBefore + payment;
  return {
    payment: toMajor(payment, currency),
    paid: toMajor(paid, currency),
    due: toMajor(total - paid, currency),
  };
}
