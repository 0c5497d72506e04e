/** A few harmless reads, one for each main resource, that tell which scopes a token has. */
import type { OperationRow } from '../../catalogue/catalogue.ts';
import { HighLevelError, TokenError } from '../../highlevel/errors/index.ts';
import { type CallDependencies, runCall } from '../pipeline/call.ts';
import type { Pins } from '../pipeline/context.ts';
import { findOperation } from '../pipeline/find.ts';
import { CallRefusal } from '../pipeline/refusal.ts';
import type { Session } from '../session.ts';

/** At most twelve, and GETs of class read that need nothing but the context; one record where they say how many. */
export const probes: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  contacts_contact_list: { limit: 1 },
  conversations_conversation_search: { limit: 1 },
  opportunities_opportunity_list: { limit: 1 },
  calendars_calendar_list: {},
  invoices_invoice_list: { limit: 1 },
  payments_order_list: { limit: 1 },
  products_product_list: { limit: 1 },
  workflows_workflow_list: {},
  forms_form_list: { limit: 1 },
  users_user_list: {},
  locations_location_get: {},
  companies_company_get: {},
};

/**
 * Makes those that the pins give a context for, behind whatever people wait for. What they teach is remembered with
 * the token.
 *
 * @returns each operation with what came of it: `open`, or the kind of refusal; or why there was none
 */
export async function runProbes(
  dependencies: CallDependencies,
  session: Session,
): Promise<Record<string, string> | string> {
  const { catalogue, pins } = dependencies;
  const rows = Object.keys(probes)
    .map((name) => findOperation(name, catalogue))
    .filter((row) => isPinned(row, pins));
  if (rows.length === 0) return 'nothing, as no location or company is pinned';
  const outcomes = rows.map(async (row) => {
    const call = { row, args: probes[row.name] ?? {}, session, priority: 'background' } as const;
    return [row.name, await probe(() => runCall(call, dependencies))] as const;
  });
  return Object.fromEntries(await Promise.all(outcomes));
}

/** Whether the operator pinned every location and company that it is about. */
function isPinned({ context = {} }: OperationRow, pins: Pins): boolean {
  return Object.values(context).every((role) =>
    role === 'company' ? pins.companyId !== undefined : pins.locationId !== undefined,
  );
}

async function probe(call: () => Promise<unknown>): Promise<string> {
  try {
    await call();
    return 'open';
  } catch (error) {
    if (error instanceof TokenError) return error.reason;
    if (error instanceof HighLevelError || error instanceof CallRefusal) return error.kind;
    throw error;
  }
}
